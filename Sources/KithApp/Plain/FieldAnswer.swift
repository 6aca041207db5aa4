import TextUI

/// What somebody's answer to a field means.
enum FieldAnswer: Equatable {
  /// The field's new raw value.
  case value(String)
  /// A sentence that says what can be answered.
  case unclear(String)

  /// Reads a line that was typed as the answer to a field; `-` alone empties any field.
  init(_ typed: String, for field: FormField) {
    let text = typed.trimmed
    if text == "-" {
      self = .value("")
      return
    }
    switch field.kind {
    case .line, .paragraph, .area: self = .value(text)
    case .choice: self = FieldAnswer.one(text, of: field.options)
    case .choices: self = FieldAnswer.several(text, of: field.options, now: field.raw)
    case .scale:
      guard let number = Int(text), (0...10).contains(number) else {
        self = .unclear("A number from 0 to 10, please; - for none.")
        return
      }
      self = .value("\(number)")
    case .toggle: self = FieldAnswer.yesOrNo(text)
    case .reading: self = .value(field.raw)
    }
  }

  private static func yesOrNo(_ text: String) -> FieldAnswer {
    switch text.lowercased() {
    case "y", "yes": .value("yes")
    case "n", "no": .value("no")
    default: .unclear("Yes or no, please; - for neither.")
    }
  }

  private static func one(_ text: String, of options: [Choice]) -> FieldAnswer {
    switch place(of: text, in: options) {
    case .success(let index): .value(options[index].id)
    case .failure(let doubt): .unclear(doubt.sentence)
    }
  }

  /// Those that are named; where the first has `+` or `-` before it, those of `now` with and without.
  private static func several(
    _ text: String, of options: [Choice], now: String
  ) -> FieldAnswer {
    let isNumbers = text.allSatisfy { $0.isNumber || " ,+-".contains($0) }
    let parts = text.split { $0 == "," || isNumbers && $0 == " " }.map { String($0).trimmed }
    let chosenNow = Set(now.split(separator: ",").map(String.init))
    var chosen: Set<Int> = []
    if let first = parts.first?.first, "+-".contains(first) {
      chosen = Set(options.indices.filter { chosenNow.contains(options[$0].id) })
    }
    for part in parts {
      let isTaken = part.hasPrefix("-")
      let name = isTaken || part.hasPrefix("+") ? String(part.dropFirst()).trimmed : part
      switch place(of: name, in: options) {
      case .success(let index) where isTaken: chosen.remove(index)
      case .success(let index): chosen.insert(index)
      case .failure(let doubt): return .unclear(doubt.sentence)
      }
    }
    return .value(chosen.sorted().map { options[$0].id }.joined(separator: ","))
  }

  private struct Doubt: Error {
    var sentence: String
  }

  /// The option that a number or a few letters mean.
  private static func place(of text: String, in options: [Choice]) -> Result<Int, Doubt> {
    if let number = Int(text) {
      guard options.indices.contains(number - 1) else {
        return .failure(Doubt(sentence: "There is no \(number): 1 to \(options.count), please."))
      }
      return .success(number - 1)
    }
    let found = places(of: text, in: options)
    if found.count == 1 { return .success(found[0]) }
    guard !found.isEmpty else {
      return .failure(Doubt(sentence: "\"\(text)\" is none of them. A number, please."))
    }
    let names = found.map { "\($0 + 1) \(options[$0].label)" }.joined(separator: "; ")
    return .failure(Doubt(sentence: "Several are meant by \"\(text)\": \(names)."))
  }

  /// Those with exactly this name, else whose name begins so, else a word of it does.
  private static func places(of text: String, in options: [Choice]) -> [Int] {
    let letters = Fuzzy.folded(text)
    let labels = options.map { Fuzzy.folded($0.label) }
    let ways: [([Character]) -> Bool] = [
      { $0 == letters }, { $0.starts(with: letters) },
      { label in label.split(separator: " ").contains { $0.starts(with: letters) } },
    ]
    for isMeant in ways {
      let found = labels.indices.filter { isMeant(labels[$0]) }
      if !found.isEmpty { return found }
    }
    return []
  }
}

extension FormField {
  /// The events that put a raw value into the field when it has the focus.
  func events(entering value: String) -> [Event] {
    switch kind {
    case .choice(let options):
      guard let index = options.firstIndex(where: { $0.id == value }) else {
        return [.key(.backspace)]
      }
      return [.key(.home)] + Array(repeating: .key(.right), count: index)
    case .scale:
      if value.isEmpty { return [.key(.backspace)] }
      return [.key(value == "10" ? Key("+") : Key(Character(value)))]
    case .toggle: return [.key(value == "yes" ? Key("y") : value == "no" ? Key("n") : .backspace)]
    case .line, .area, .paragraph:
      return [.key(.end), .key(.control("u")), .key(.control("k")), .paste(value)]
    case .choices, .reading: return []
    }
  }
}
