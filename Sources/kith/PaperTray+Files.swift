import Casework
import Glibc
import KithApp

extension PaperTray {
  /// Files of the machine: whole or not there at all, for their owner only, never in the place of
  /// another, whose name gets `-2`, `-3` … instead.
  static let files = PaperTray { name, text, folder throws(StoreError) in
    let sheet = try PaperFile(name: name, folder: folder)
    do throws(StoreError) {
      try sheet.write(text)
      let path = try sheet.place()
      sheet.clear()
      return path
    } catch {
      sheet.clear()
      throw error
    }
  }
}

/// A print on its way into a folder: written beside its place, then put there under a free name.
private struct PaperFile {
  private let name: String
  private let folder: String
  private let temporary: String
  private let file: Int32

  init(name: String, folder typed: String) throws(StoreError) {
    self.name = name
    folder = try PaperFile.folder(typed)
    temporary = "\(folder).\(name).part-\(getpid())"
    file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw PaperFile.fault(errno, in: folder) }
  }

  /// The folder with a slash behind it, as it was typed; nothing for the current one.
  private static func folder(_ typed: String) throws(StoreError) -> String {
    guard !typed.hasPrefix("~") else {
      let home = Environment.current["HOME"] ?? "/home/…"
      let rest = typed.drop { $0 != "/" }
      throw .refused("Write the folder out in full: \(home)\(rest).")
    }
    return typed.isEmpty || typed.hasSuffix("/") ? typed : typed + "/"
  }

  func write(_ text: String) throws(StoreError) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR { continue }
        throw PaperFile.fault(errno, in: folder)
      }
      rest = rest.dropFirst(written)
    }
    guard fsync(file) == 0 else { throw PaperFile.fault(errno, in: folder) }
  }

  /// Puts it in its place under the first free name; returns the path.
  func place() throws(StoreError) -> String {
    for number in 1...999 {
      let path = folder + numbered(number)
      if link(temporary, path) == 0 { return path }
      if errno == EEXIST { continue }
      // A stick without links: the name is claimed first, and the claim is then replaced.
      guard errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS else {
        throw PaperFile.fault(errno, in: folder)
      }
      let claim = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      if claim < 0, errno == EEXIST { continue }
      guard claim >= 0 else { throw PaperFile.fault(errno, in: folder) }
      close(claim)
      guard rename(temporary, path) == 0 else { throw PaperFile.fault(errno, in: folder) }
      return path
    }
    throw .refused("There are 999 prints called \(name) already; move some away.")
  }

  func clear() {
    close(file)
    unlink(temporary)
  }

  /// `duffy-plan-2026-11-21-2.html` for 2; the name itself for 1.
  private func numbered(_ number: Int) -> String {
    guard number > 1 else { return name }
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    return "\(name[..<dot])-\(number)\(name[dot...])"
  }

  /// What went wrong, and what to do about it.
  private static func fault(_ code: Int32, in folder: String) -> StoreError {
    let place = folder.isEmpty ? "This folder" : "“\(folder)”"
    return switch code {
    case ENOENT where folder.isEmpty: .unavailable("The current folder is not there any more.")
    case ENOENT, ENOTDIR: .unavailable("There is no folder \(place); write another.")
    case EACCES, EPERM: .refused("\(place) may not be written to by you; write another folder.")
    case EROFS: .refused("\(place) can only be read; write another folder.")
    case ENOSPC, EDQUOT: .unavailable("The disk is full; make room or write another folder.")
    case ENAMETOOLONG: .refused("\(place) is too long a name; write another folder.")
    default: .unavailable("\(place) takes no file: \(String(cString: strerror(code))).")
    }
  }
}
