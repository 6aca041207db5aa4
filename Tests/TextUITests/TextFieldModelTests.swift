import Testing

@testable import TextUI

/// A text field against the plainest model of one: a string and a place in it.
@Suite struct TextFieldModelTests {
  static let pieces: [String] = [
    "a", "b ", "word", " ", "王", "三岁", "\u{301}", "\u{200D}", "👩", "🇬", "🇧", "🇫", "👍", "🏽", "ا",
    "عائلة",
    "่", "नमस्ते", "क्", "ष", "ᄀ", "ᅡ", "ᆨ", "’", "\n", "\u{FE0F}", "❤", "e\u{301}", "\u{600}", "x",
  ]

  static let keys: [Key] =
    TextField.keys.flatMap(\.keys).filter { $0 != .control("_") && $0 != .control("r") }
    + [.up, .down, .left, .right]

  /// What has to be true of any field at any time.
  static func check(_ field: TextField, _ what: @autoclosure () -> String) {
    #expect((0...field.characters.count).contains(field.caret), "\(what())")
    #expect(
      Array(String(field.characters)).map(\.scalars) == field.characters.map(\.scalars), "\(what())"
    )
    #expect(field.text.unicodeScalars.elementsEqual(String(field.characters).unicodeScalars))
    if let selection = field.selection {
      #expect(selection.lowerBound >= 0 && selection.upperBound <= field.characters.count)
      #expect(selection.lowerBound == field.caret || selection.upperBound == field.caret)
    }
    let width = field.layout.lastWidth
    let known = field.rows(width: width)
    if field.multiline {
      #expect(
        known == TextLayout.lineRanges(of: field.characters[...], width: width), "\(what())")
    }
    #expect(known.flatMap { Array(field.characters[$0]) } == field.characters)
    #expect(!field.multiline ? !field.text.contains("\n") : true)
  }

  @Test(arguments: [UInt64(1), 2, 3, 4])
  func `thousands of random edits keep text, caret, selection and rows together`(_ seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    let multiline = seed % 2 == 0
    var field = TextField(multiline: multiline)
    for step in 0..<4000 {
      var what = ""
      switch random.next(below: 10) {
      case 0..<4:
        let piece = Self.pieces[random.next(below: Self.pieces.count)]
        what = "step \(step): typed \(piece)"
        for character in piece { _ = field.handle(.key(Key(character))) }
      case 4:
        let paste = (0..<random.next(below: 9)).map { _ in
          Self.pieces[random.next(below: Self.pieces.count)]
        }.joined()
        what = "step \(step): pasted \(paste)"
        _ = field.handle(.paste(paste))
      case 5:
        what = "step \(step): undo or redo"
        _ = field.handle(.key(random.next(below: 3) > 0 ? .control("_") : .control("r")))
      case 6:
        field.caret = random.next(below: field.characters.count + 1)
      default:
        let key = Self.keys[random.next(below: Self.keys.count)]
        what = "step \(step): \(key.label)"
        _ = field.handle(.key(key))
      }
      Self.check(field, what)
      if field.characters.count > 200 { field = TextField(multiline: multiline) }
      if step % 50 == 0 { _ = field.rows(width: 1 + random.next(below: 20)) }
    }
  }

  @Test(arguments: [UInt64(11), 12, 13])
  func `undo to the beginning and redo to the end come back to the same text`(_ seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    for _ in 0..<40 {
      var field = TextField("Zoë 👨‍👩‍👧 first", multiline: true)
      let first = field.text
      for _ in 0..<60 {
        let roll = random.next(below: 3)
        if roll > 0 {
          for character in Self.pieces[random.next(below: Self.pieces.count)] {
            _ = field.handle(.key(Key(character)))
          }
        } else {
          _ = field.handle(.key(Self.keys[random.next(below: Self.keys.count)]))
        }
      }
      let last = field.text.scalars
      var steps = 0
      while field.canUndo {
        _ = field.handle(.key(.control("_")))
        Self.check(field, "undo \(steps)")
        steps += 1
      }
      #expect(field.text == first)

      for _ in 0..<steps { _ = field.handle(.key(.control("r"))) }

      #expect(field.text.scalars == last)
      #expect(!field.canRedo)
    }
  }

  /// The model: what a plain string would be after typing, deleting and moving by characters.
  @Test(arguments: [UInt64(21), 22, 23])
  func `typing and deleting do what they do to a plain string`(_ seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    let letters: [Character] = ["a", " ", "王", "é", "👍🏽", "🇬🇧", "ا", "ष"]
    var field = TextField(multiline: true)
    var model = ""
    var caret = 0
    for _ in 0..<3000 {
      let place = model.index(model.startIndex, offsetBy: caret)
      switch random.next(below: 6) {
      case 0, 1, 2:
        let letter = letters[random.next(below: letters.count)]
        _ = field.handle(.key(Key(letter)))
        model.insert(letter, at: place)
        caret += 1
      case 3:
        _ = field.handle(.key(.backspace))
        guard caret > 0 else { continue }
        model.remove(at: model.index(before: place))
        caret -= 1
      case 4:
        _ = field.handle(.key(.left))
        caret = max(0, caret - 1)
      default:
        _ = field.handle(.key(.right))
        caret = min(model.count, caret + 1)
      }
      #expect(field.text == model)
      #expect(field.caret == caret)
    }
  }

  @Test func `a key in a long text wraps its own paragraph and no other`() {
    let paragraph = String(repeating: "Kayla said mornings are calmer. ", count: 20) + "\n"
    var field = TextField(String(repeating: paragraph, count: 200), multiline: true)
    let before = field.rows(width: 40)
    field.caret = field.characters.count / 2

    _ = field.handle(.key(Key("x")))
    let after = field.rows(width: 40)

    let row = field.row(in: after)
    let same = zip(before, after).prefix { $0 == $1 }.count
    #expect(same > row - 20, "rows before the paragraph are kept")
    #expect(after.count - before.count <= 1)
    Self.check(field, "after one letter")
  }
}

extension StringProtocol {
  var scalars: [Unicode.Scalar] { Array(unicodeScalars) }
}

extension Character {
  var scalars: [Unicode.Scalar] { Array(unicodeScalars) }
}
