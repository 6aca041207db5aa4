import Glibc
import TextUI

/// Characters on whose width terminals are known to differ, and those that screens are drawn with.
struct WidthSample {
  var name: String
  var text: String
  /// Whether it is one of those that are drawn narrow here and wide elsewhere.
  var isAmbiguous = false

  static let all = [
    WidthSample(name: "é", text: "é"), WidthSample(name: "e with a mark", text: "e\u{301}"),
    WidthSample(name: "中", text: "中"), WidthSample(name: "한", text: "\u{1112}\u{1161}\u{11AB}"),
    WidthSample(name: "👩", text: "👩"), WidthSample(name: "U+1FAE8", text: "\u{1FAE8}"),
    WidthSample(name: "▌", text: "▌", isAmbiguous: true),
    WidthSample(name: "·", text: "·", isAmbiguous: true),
    WidthSample(name: "…", text: "…", isAmbiguous: true),
    WidthSample(name: "“", text: "“", isAmbiguous: true),
    WidthSample(name: "→", text: "→", isAmbiguous: true),
    WidthSample(name: "●", text: "●", isAmbiguous: true),
    WidthSample(name: "★", text: "★", isAmbiguous: true),
    WidthSample(name: "✓", text: "✓"), WidthSample(name: "─", text: "─", isAmbiguous: true),
    WidthSample(name: "▃", text: "▃", isAmbiguous: true), WidthSample(name: "⣀", text: "⣀"),
  ]
}

/// Draws each sample and asks the terminal where its cursor is then.
///
/// Only here is a terminal ever asked for something: one that does not answer is not waited for long, and
/// an answer that comes late is thrown away.
enum WidthProbe {
  static func finding() -> Finding {
    var modes = termios()
    guard tcgetattr(STDIN_FILENO, &modes) == 0 else { return silent }
    var drawing = modes
    cfmakeraw(&drawing)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &drawing)
    defer { tcsetattr(STDIN_FILENO, TCSAFLUSH, &modes) }
    var different: [WidthSample] = []
    for sample in WidthSample.all {
      guard let width = width(of: sample.text) else { return silent }
      if width != TextLayout.width(sample.text) { different.append(sample) }
    }
    return verdict(different)
  }

  private static let silent = Finding.note(
    .characters, "The terminal does not say where its cursor is; its widths are not known.")

  static func verdict(_ different: [WidthSample]) -> Finding {
    guard !different.isEmpty else {
      return .good(.characters, "The terminal gives each of them the room that kith expects.")
    }
    let names = different.map(\.name).joined(separator: " ")
    let words = "The terminal gives these another room than kith expects: \(names)."
    return different.contains(where: \.isAmbiguous)
      ? .fault(
        .characters, words,
        "Tell it to draw “ambiguous” characters narrow, or let kith draw with plain signs.")
      : .note(.characters, words + " Lines with them may not end where they should.")
  }

  /// The columns that the terminal moves on for a text; nil when it does not answer.
  private static func width(of text: String) -> Int? {
    write("\r\(TextLayout.sanitised(text))\u{1B}[6n")
    defer { write("\r\u{1B}[K") }
    var answer: [UInt8] = []
    let deadline = ContinuousClock.now + .milliseconds(500)
    while answer.last != UInt8(ascii: "R"), answer.count < 64 {
      var entry = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      guard poll(&entry, 1, pollMilliseconds(until: deadline)) > 0 else { return nil }
      var byte: UInt8 = 0
      guard read(STDIN_FILENO, &byte, 1) == 1 else { return nil }
      answer.append(byte)
    }
    return column(in: answer).map { $0 - 1 }
  }

  /// The column in `ESC [ row ; column R`, from 1; keys that were typed before it do not matter.
  static func column(in answer: [UInt8]) -> Int? {
    let text = String(decoding: answer, as: UTF8.self)
    guard text.last == "R", let last = text.dropLast().split(separator: ";").last else {
      return nil
    }
    return Int(last)
  }

  private static func write(_ text: String) {
    Output.write(text)
  }
}
