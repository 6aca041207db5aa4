import Casework
import Glibc
import KithApp
import TextUI
import Themes

/// The settings and themes of the person who runs kith: files in a folder of their own.
struct SettingsFiles: Sendable {
  /// The folder, without a slash behind it; nil where there is no home.
  let folder: String?

  /// `$XDG_CONFIG_HOME/kith`, else `~/.config/kith`; a relative value is no value.
  init(_ environment: [String: String]) {
    if let config = environment["XDG_CONFIG_HOME"], config.hasPrefix("/") {
      folder = config + "/kith"
    } else if let home = environment["HOME"], home.hasPrefix("/") {
      folder = home + "/.config/kith"
    } else {
      folder = nil
    }
  }

  var path: String? { folder.map { "\($0)/config.toml" } }

  /// The settings as the file and the environment have them.
  ///
  /// - Returns: what of them cannot be used; the rest is in force.
  func read(_ environment: [String: String]) -> (settings: Settings, faults: [FileFault]) {
    var settings = Settings()
    var faults: [FileFault] = []
    if let path {
      do throws(FileFault) {
        if let text = try SettingsFiles.text(path) {
          faults += SettingsFile.read(text, file: path, into: &settings)
        }
      } catch {
        faults.append(error)
      }
    }
    faults += SettingsFile.read(environment: environment, into: &settings)
    return (settings, faults)
  }

  var themes: ThemeShelf {
    ThemeShelf { [folder] name throws(FileFault) in
      guard let folder else { return nil }
      let path = "\(folder)/themes/\(name).toml"
      return try SettingsFiles.text(path).map { (path, $0) }
    } ownNames: { [folder] in
      guard let folder else { return [] }
      return SettingsFiles.names(in: "\(folder)/themes").filter { $0.hasSuffix(".toml") }
        .map { String($0.dropLast(5)) }.filter(Themes.isName)
    }
  }

  /// The theme that the settings name.
  ///
  /// - Throws: what is wrong with it; a name that is no theme's, with the place where it was chosen.
  func theme(
    of settings: Settings, _ environment: [String: String]
  ) throws(ThemeFaults) -> Theme {
    do throws(ThemeFaults) {
      return try themes.theme(settings.theme)
    } catch {
      let (file, line) = place(of: .theme, environment)
      throw ThemeFaults(
        error.faults.map {
          $0.file.isEmpty ? FileFault(file: file, line: line, words: $0.words) : $0
        })
    }
  }

  /// Where a setting is chosen: the variable, or the file and its line.
  private func place(
    of setting: Setting, _ environment: [String: String]
  ) -> (file: String, line: Int?) {
    if environment[setting.variable]?.isEmpty == false { return (setting.variable, nil) }
    guard let path else { return ("", nil) }
    do throws(FileFault) {
      guard let text = try SettingsFiles.text(path) else { return ("", nil) }
      return (path, try TOMLPage(text, file: path).line(of: [setting.key]))
    } catch {
      return (path, nil)
    }
  }

  var desk: SettingsDesk {
    SettingsDesk(themes: themes) { [self] setting, value throws(StoreError) in
      try keep(setting, value)
    }
  }

  /// Writes one setting into the file, which is made where there is none.
  private func keep(_ setting: Setting, _ value: SettingValue) throws(StoreError) -> String {
    guard let folder, let path else {
      throw .unavailable("There is no home folder to keep settings in")
    }
    let changed: String
    do throws(FileFault) {
      let old =
        try SettingsFiles.text(path) ?? "# kith's settings; kith config check reads them.\n"
      changed = try SettingsFile.changing(old, file: path, setting, to: value)
    } catch {
      throw .refused(error.sentence)
    }
    try makeFolder(folder)
    try SettingsFiles.replace(path, with: changed)
    return path
  }

  // MARK: Files

  /// The text of a file; nil when it is not there.
  private static func text(_ path: String) throws(FileFault) -> String? {
    // A pipe in its place must not hold the program up.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    if file < 0, errno == ENOENT || errno == ENOTDIR { return nil }
    func refusal(_ words: String) -> FileFault { FileFault(file: path, line: nil, words: words) }
    guard file >= 0 else {
      throw refusal("It cannot be read: \(reason()).")
    }
    defer { close(file) }
    var about = stat()
    guard fstat(file, &about) == 0, about.st_mode & S_IFMT == S_IFREG, about.st_size < 1 << 20
    else { throw refusal("This is not a file of settings: it is too large, or not a file.") }
    var bytes = [UInt8](repeating: 0, count: Int(about.st_size))
    let count = Glibc.read(file, &bytes, bytes.count)
    guard count >= 0 else {
      throw refusal("It cannot be read: \(reason()).")
    }
    guard let text = String(validating: bytes[..<count], as: UTF8.self) else {
      throw refusal("This is not a text file in UTF-8.")
    }
    return text
  }

  /// The names in a folder, by the alphabet; none when it is not there.
  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names.sorted()
  }

}

/// Makes a folder for its owner only, and those above it.
private func makeFolder(_ folder: String) throws(StoreError) {
  if mkdir(folder, 0o700) == 0 || errno == EEXIST { return }
  if errno == ENOENT, let slash = folder.lastIndex(of: "/"), slash > folder.startIndex {
    try makeFolder(String(folder[..<slash]))
    if mkdir(folder, 0o700) == 0 || errno == EEXIST { return }
  }
  throw .unavailable("\(folder): \(reason()).")
}

extension SettingsFiles {
  /// Puts a text in a file's place, whole or not at all, for its owner only.
  private static func replace(_ path: String, with text: String) throws(StoreError) {
    // The file behind a link is the one that somebody keeps.
    var target = path
    if let real = realpath(path, nil) {
      target = String(cString: real)
      free(real)
    }
    do throws(Failure) {
      try OutputFile.put(Array(text.utf8), target, replaces: true)
    } catch {
      throw .unavailable(error.sentence)
    }
  }
}
