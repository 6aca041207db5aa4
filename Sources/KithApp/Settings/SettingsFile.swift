import TextUI
import Themes

/// Reads the settings file, and changes single lines of it.
public enum SettingsFile {
  /// Takes in everything that a settings file says and that can be used.
  ///
  /// - Parameter file: how faults name it.
  /// - Returns: what cannot be used, in the order of the lines; the rest has been taken.
  public static func read(
    _ text: String, file: String, into settings: inout Settings
  ) -> [FileFault] {
    let page: TOMLPage
    do throws(FileFault) {
      page = try TOMLPage(text, file: file)
    } catch {
      return [error]
    }
    var faults: [FileFault] = []
    var keyEntries: [TOMLPage.Entry] = []
    for entry in page.entries {
      if entry.path[0] == "keys" {
        keyEntries.append(entry)
      } else if entry.path.count == 1, let setting = Setting(rawValue: entry.path[0]) {
        if let words = setting.take(SettingValue(entry.value), into: &settings) {
          faults.append(FileFault(file: file, line: entry.line, words: words))
        }
      } else {
        faults.append(FileFault(file: file, line: entry.line, words: unknown(entry.path)))
      }
    }
    if !keyEntries.isEmpty {
      let (changes, wrong) = KeyChanges.read(keyEntries, file: file)
      settings.keys = changes
      faults += wrong
    }
    return faults.sorted { ($0.line ?? 0) < ($1.line ?? 0) }
  }

  /// Takes in what the environment says; what it says wins over the file.
  ///
  /// - Returns: what cannot be used; an empty value says nothing.
  public static func read(
    environment: [String: String], into settings: inout Settings
  ) -> [FileFault] {
    Setting.allCases.compactMap { setting in
      guard let text = environment[setting.variable], !text.isEmpty,
        let words = setting.take(.text(text), into: &settings)
      else { return nil }
      return FileFault(file: setting.variable, line: nil, words: words)
    }
  }

  /// A settings file's text with one setting changed; comments and everything else stay as they are.
  ///
  /// - Throws: what is wrong with the text as it is; a file that cannot be read is not written.
  public static func changing(
    _ text: String, file: String, _ setting: Setting, to value: SettingValue
  ) throws(FileFault) -> String {
    let page = try TOMLPage(text, file: file)
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
    let line = "\(setting.key) = \(value.written)"
    if let span = page.span(of: [setting.key]) {
      let comment = span.count == 1 ? comment(behind: lines[span.lowerBound]) : ""
      lines.replaceSubrange(span, with: [line + comment])
    } else {
      // A key of no table stands before the first one, below what is said at the top.
      var place = page.firstTable ?? lines.count
      while place > 0, lines[place - 1].allSatisfy(\.isWhitespace) { place -= 1 }
      lines.insert(line, at: place)
      if page.firstTable == place { lines.insert("", at: place + 1) }
    }
    var changed = lines.joined(separator: "\n")
    if !changed.hasSuffix("\n") { changed += "\n" }
    var check = Settings()
    _ = read(changed, file: file, into: &check)
    guard setting.value(in: check) == value else {
      throw FileFault(
        file: file, line: page.line(of: [setting.key]),
        words: "“\(setting.key)” could not be changed here; change it by hand.")
    }
    return changed
  }

  /// The comment at a line's end, with the blanks before it.
  private static func comment(behind line: String) -> String {
    var quote: Character?
    for index in line.indices {
      let character = line[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "#" {
        let blanks = line[..<index].reversed().prefix { $0 == " " || $0 == "\t" }.count
        return String(repeating: " ", count: max(1, blanks)) + line[index...]
      }
    }
    return ""
  }

  private static func unknown(_ path: [String]) -> String {
    let names = Setting.allCases.map(\.key).joined(separator: ", ")
    return "“\(path.joined(separator: "."))” is no setting of kith. There are: \(names), and "
      + "tables like [keys.families]."
  }
}

extension SettingValue {
  init(_ value: TOMLPage.Value) {
    self =
      switch value {
      case .text(let text): .text(text)
      case .number(let number): .number(number)
      case .truth(let isOn): .truth(isOn)
      case .list: .other("a list")
      case .other(let words): .other(words)
      }
  }
}
