import Glibc
import KithApp
import TextUI

extension OwnEditor {
  /// `$VISUAL`, else `$EDITOR`, else the first of sensible-editor, nano and vi that is there.
  static let own = OwnEditor { text, terminal in
    guard let command = EditorCommand(Environment.current) else {
      return .stays("No editor was found. Set EDITOR, as in: EDITOR=nano kith")
    }
    do throws(EditorFault) {
      let file = try EditedFile(text)
      defer { file.remove() }
      return try outcome(
        of: terminal.lend(to: command.arguments(for: file.path)), command, file, was: text)
    } catch {
      return .stays(error.sentence + " The text is as it was.")
    }
  }

  private static func outcome(
    of end: ProgramEnd, _ command: EditorCommand, _ file: EditedFile, was text: String
  ) throws(EditorFault) -> Outcome {
    switch end {
    case .exited(0): return .text(try file.text(was: text))
    case .exited(127), .exited(126):
      throw EditorFault("“\(command.shown)” could not be started. Look at VISUAL and EDITOR.")
    // The shell's way to say that its program was killed.
    case .exited(let status) where status > 128:
      return try outcome(of: .killed(signal: status - 128), command, file, was: text)
    case .exited(let status): throw EditorFault("Your editor ended with \(status).")
    case .notStarted(let code):
      throw EditorFault("Your editor did not start: \(String(cString: strerror(code))).")
    case .killed(let signal):
      // What it had written down by then is not thrown away; undoing is one key.
      let left = try file.text(was: text)
      guard left != text else {
        throw EditorFault("Your editor was ended from outside (signal \(signal)).")
      }
      return .text(
        left,
        said: "Your editor was ended from outside; what it had written is here. "
          + "Ctrl-_ takes that back.")
    }
  }
}

/// Why a text could not go through an editor, in a sentence.
struct EditorFault: Error {
  var sentence: String

  init(_ sentence: String) {
    self.sentence = sentence
  }
}

/// The editor that a person has chosen, words and quotes as in the shell: `code --wait`.
struct EditorCommand {
  private let command: String

  init?(_ environment: [String: String]) {
    let chosen = ["VISUAL", "EDITOR"].compactMap { environment[$0] }
      .first { $0.contains { !$0.isWhitespace } }
    let path = environment["PATH"] ?? "/usr/bin:/bin"
    let found = ["sensible-editor", "nano", "vi"].first { name in
      path.split(separator: ":").contains { access("\($0)/\(name)", X_OK) == 0 }
    }
    guard let command = chosen ?? found else { return nil }
    self.command = command
  }

  /// The shell takes the command apart; the path is an argument, so that nothing in it is read.
  func arguments(for path: String) -> [String] {
    ["/bin/sh", "-c", "\(command) \"$@\"", "editor", path]
  }

  /// As it stands in a sentence.
  var shown: String { TextLayout.truncated(TextLayout.sanitised(command), to: 30) }
}

/// A text in a file for its owner only, in a folder for its owner only, neither named after anybody.
struct EditedFile {
  let path: String
  private let folder: String

  /// Longer texts are not taken back.
  private static let limit = 8 << 20

  init(_ text: String) throws(EditorFault) {
    folder = try EditedFile.makeFolder()
    path = "\(folder)/text.txt"
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0, EditedFile.write(text, to: file) else {
      let code = errno
      if file >= 0 { close(file) }
      remove()
      throw EditorFault("There is no room for your editor: \(String(cString: strerror(code))).")
    }
    close(file)
  }

  /// In memory where the machine offers that, else among the temporary files.
  private static func makeFolder() throws(EditorFault) -> String {
    let places = ["XDG_RUNTIME_DIR", "TMPDIR"].compactMap { Environment.current[$0] }
      .filter { $0.hasPrefix("/") }
    for place in places + ["/tmp"] {
      var template = Array("\(place)/kith-XXXXXX".utf8CString)
      if mkdtemp(&template) != nil {
        return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
      }
    }
    throw EditorFault("No private folder could be made: \(String(cString: strerror(errno))).")
  }

  private static func write(_ text: String, to file: Int32) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      if written < 0 { return false }
      rest = rest.dropFirst(written)
    }
    return true
  }

  /// What stands in the file now; a line end that only the editor put there is left out.
  func text(was: String) throws(EditorFault) -> String {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { throw EditorFault("Your editor left no file behind.") }
    defer { close(file) }
    var about = stat()
    guard fstat(file, &about) == 0, about.st_mode & S_IFMT == S_IFREG else {
      throw EditorFault("Your editor left something that is no file.")
    }
    guard about.st_size <= EditedFile.limit else {
      throw EditorFault("What your editor left is longer than 8 MB.")
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while bytes.count <= EditedFile.limit {
      let count = read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw EditorFault(
          "What your editor left cannot be read: \(String(cString: strerror(errno))).")
      }
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    guard var text = String(validating: bytes, as: UTF8.self) else {
      throw EditorFault("What your editor left is not UTF-8.")
    }
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    if text.hasSuffix("\n"), !was.hasSuffix("\n") { text.removeLast() }
    return text
  }

  /// Takes the folder away, with whatever an editor put beside the file.
  func remove() {
    if let listing = opendir(folder) {
      while let entry = readdir(listing) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { unlink("\(folder)/\(name)") }
      }
      closedir(listing)
    }
    rmdir(folder)
  }
}
