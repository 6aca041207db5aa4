import Casework
import Foundation

/// Types at random into the whole program, over a real store, and looks whether it stays whole.
///
///     Fuzz [--seed N] [--bytes N] [--sequences N] [--only PLACE] [--jobs N]
///
/// Bytes and sequences are shared out among all places. Each place is a program of its own, so that
/// a crash is told with its seed, its place and the number of the packet that did it.
@main struct Fuzz {
  static func main() async {
    var arguments = Array(CommandLine.arguments.dropFirst())
    do {
      switch arguments.first {
      case "block":
        arguments.removeFirst()
        try await block(try Options(arguments))
      case "layers": try await layers()
      case "sizes": try await sizes()
      case "walk":
        guard arguments.count == 2 else { throw Fault(words: "Fuzz walk FOLDER") }
        try await Walk.run(in: arguments[1])
      default: exit(try await Run(try Options(arguments)).run() ? 0 : 1)
      }
    } catch {
      complain("\(error)")
      exit(2)
    }
  }

  /// One place, in this very process; 1 and the fault on standard output when something is wrong.
  private static func block(_ options: Options) async throws {
    let folder = try Folder()
    defer { folder.remove() }
    Watchdog.start(notesIn: options.notes)
    do {
      let store = try await InventedStore.make(in: folder.path)
      print(try await typed(options, store))
      Watchdog.note("the check of the store")
      try await store.check()
    } catch {
      print("\(error)")
      folder.remove()
      exit(1)
    }
  }

  @MainActor private static func typed(
    _ options: Options, _ store: InventedStore
  ) throws -> String {
    let places = try Places(store).all
    let number = options.only ?? 0
    guard places.indices.contains(number) else { throw Fault(words: "there is no place \(number)") }
    var block = Block(
      seed: options.seed, number: number, bytes: options.bytes, sequences: options.sequences)
    block.packets = options.packets
    block.keySequences = options.keySequences
    try block.run(places[number], over: store)
    return "\(block.typedBytes) \(options.sequences) \(block.typedKeys) \(block.frames) "
      + places[number].name
  }

  /// Prints the layers that are shown at each place: what the list of places reaches.
  @MainActor private static func layers() async throws {
    try await visit { place, sitting in
      print("\(place.name): \(sitting.app.layers.joined(separator: " › "))")
    }
  }

  /// Shows every place in windows of every size, and prints each place that it has shown.
  @MainActor private static func sizes() async throws {
    let sizes = [
      (1, 1), (2, 2), (10, 3), (39, 10), (40, 9), (40, 10), (60, 16), (71, 20), (80, 24),
      (110, 30), (200, 50), (500, 60),
    ]
    try await visit { place, sitting in
      for (width, height) in sizes { try sitting.resize(to: .init(width: width, height: height)) }
      print(place.name)
    }
  }

  /// Comes to every place, one after the other.
  @MainActor private static func visit(_ look: (Place, Sitting) throws -> Void) async throws {
    let folder = try Folder()
    defer { folder.remove() }
    let store = try await InventedStore.make(in: folder.path)
    for place in try Places(store).all {
      let sitting = try Sitting(store, me: place.me, size: .init(width: 80, height: 24))
      try sitting.arrive(at: place)
      try look(place, sitting)
    }
  }

  /// Says something to standard error.
  static func complain(_ text: String) {
    let bytes = Array((text + "\n").utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
  }

  /// How many places there are.
  static func placeCount() async throws -> Int {
    let folder = try Folder()
    defer { folder.remove() }
    return try Places(try await InventedStore.make(in: folder.path)).all.count
  }
}

/// A folder of one's own, to be removed.
struct Folder {
  let path: String

  init() throws {
    var template = Array((NSTemporaryDirectory() + "/kith-fuzz-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw Fault(words: "no temporary folder can be made") }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  func remove() {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      Fuzz.complain("\(path) stays: \(error)")
    }
  }
}
