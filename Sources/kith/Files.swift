import Glibc

/// Reads what a command is given.
enum InputFile {
  /// The bytes of a file; of standard input for `-`.
  static func read(_ path: String) throws -> [UInt8] {
    let file = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      throw Failure(errno == ENOENT ? .notFound : .failed, "\(path): \(reason()).")
    }
    defer { if file != STDIN_FILENO { close(file) } }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw Failure(.failed, "\(path): \(reason()).")
      }
      bytes += buffer[..<count]
    }
  }
}

/// A file that appears whole or not at all, for its owner only; in the place of
/// another only when told.
final class OutputFile {
  private let path: String
  private let temporary: String
  private var file: Int32
  private let replaces: Bool

  /// - Parameter replaces: takes the place of a file that is there, once it is whole.
  init(_ path: String, replaces: Bool = false) throws(Failure) {
    self.path = path
    self.replaces = replaces
    temporary = "\(path).part-\(getpid())"
    if !replaces, access(path, F_OK) == 0 {
      throw Failure(.refused, "\(path) is there already; kith writes over no file.")
    }
    file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      let why = errno == ENOENT ? "there is no such folder" : reason()
      throw Failure(.failed, "\(path): \(why).")
    }
  }

  /// Writes a file whole, or leaves nothing of it.
  static func put(
    _ bytes: [UInt8], _ path: String, replaces: Bool = false
  ) throws(Failure) {
    let file = try OutputFile(path, replaces: replaces)
    do throws(Failure) {
      try file.write(bytes)
      try file.finish()
    } catch {
      file.remove()
      throw error
    }
  }

  func write(_ bytes: [UInt8]) throws(Failure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR { continue }
        throw Failure(.failed, "\(path): \(reason()). Nothing was written.")
      }
      rest = rest.dropFirst(written)
    }
  }

  /// Puts the file into its place, on disk.
  func finish() throws(Failure) {
    guard fsync(file) == 0, close(file) == 0 else {
      throw Failure(.failed, "\(path): \(reason()). Nothing was written.")
    }
    file = -1
    guard (replaces ? rename(temporary, path) : link(temporary, path)) == 0 else {
      throw Failure(
        errno == EEXIST ? .refused : .failed, "\(path): \(reason()). Nothing was written.")
    }
    unlink(temporary)
  }

  func remove() {
    if file >= 0 { close(file) }
    unlink(temporary)
  }
}

/// What the system says went wrong, in its words.
func reason() -> String {
  switch errno {
  case ENOENT: "there is no such file"
  case EISDIR: "that is a folder"
  case EACCES, EPERM: "it may not be used by you"
  case EEXIST: "it is there already"
  case ENOSPC, EDQUOT: "the disk is full"
  case EROFS: "the disk can only be read"
  default: String(cString: strerror(errno))
  }
}
