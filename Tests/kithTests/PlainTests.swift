import Glibc
import TerminalHarness
import Testing

/// Whether these bytes are lines of text and nothing a terminal acts on.
private func areLines(_ bytes: [UInt8]) -> Bool {
  guard let text = String(validating: bytes, as: UTF8.self) else { return false }
  return text.unicodeScalars.allSatisfy { scalar in
    scalar == "\n" || scalar == "\r" || scalar.properties.generalCategory != .control
  }
}

/// A day's work line by line: a rating, a note, undo, a print, a list and leaving.
private let day = [
  "duffy", "1", "plan", "2 rate", "7", "mum", "“Quite”", ":save", "undo?", "undo", "redo", "?",
  "note", "Ça va – “fine” 👍", "", "", "31 nov", "", "", "save", "team", "progress", "record",
  "again",
  "reviews", "print", "back", "today", "families", "/ duff", "back", "back", "progress", "more",
  "today", "quit",
]

extension ProgramTests.Commands {
  /// Plain mode between pipes.
  @Suite struct Plain {
    @Test func `through a pipe a day's work is lines and nothing else`() throws {
      let scratch = try Scratch()

      let outcome = try scratch.kith(
        "--plain", "--demo", input: day.joined(separator: "\n") + "\n")

      #expect(outcome.ending == .exit(0))
      #expect(outcome.errors == "")
      #expect(areLines(outcome.output))
      #expect(outcome.text.contains("Mum rated \"Getting to school on time\" 7, was 3\n"))
      #expect(outcome.text.hasSuffix("Number, word or ?: quit\n"))
    }

    @Test func `input that ends in a form fails, and says where it went`() throws {
      let scratch = try Scratch()

      let outcome = try scratch.kith(
        "--plain", "--demo", input: "duffy\n1\nnote\nKayla was up.\nShe was glad.\n")

      #expect(outcome.ending == .exit(1))
      #expect(outcome.text.hasSuffix("The input ended. What was typed is kept as a draft.\n"))
      #expect(outcome.errors.contains("it is kept as a draft"))
    }
  }
}

extension ProgramTests.Screens {
  /// Plain mode in a terminal that can do nothing but print.
  @Suite struct Plain {
    /// Somebody at the keyboard, who answers once they are asked.
    private struct Talk {
      let terminal: TerminalHarness

      init(_ scratch: Scratch, _ arguments: String...) throws {
        let own = scratch.environment.merging(["TERM": "dumb"]) { $1 }
        terminal = try TerminalHarness(
          scratch.program, ["--plain"] + arguments, environment: own)
      }

      var text: String { String(decoding: terminal.bytes, as: UTF8.self) }

      /// Waits until the program has said it and waits for a line.
      func hears(_ words: String) throws {
        try terminal.wait(for: words, within: .seconds(20)) { text.contains(words) }
      }

      /// Types a line once the program asks for one.
      func types(_ line: String) throws {
        try terminal.wait(for: "a question", within: .seconds(20)) { text.hasSuffix(": ") }
        let before = text.count
        terminal.send(line + "\n")
        // What is typed comes back from the terminal before what is said to it.
        try terminal.wait(for: line, within: .seconds(20)) { text.count > before + line.count }
      }
    }

    @Test func `in a dumb terminal a day's work is lines and nothing else`() throws {
      let scratch = try Scratch()
      let talk = try Talk(scratch, "--demo")

      for line in day { try talk.types(line) }

      #expect(try talk.terminal.waitForEnd() == .exit(0))
      #expect(talk.text.contains("Mum rated \"Getting to school on time\" 7, was 3\r\n"))
      #expect(areLines(talk.terminal.bytes))
    }

    @Test func `a text of paragraphs that is pasted stays one text`() throws {
      let scratch = try Scratch()
      let talk = try Talk(scratch, "--demo")
      for line in ["duffy", "1", "note"] { try talk.types(line) }
      try talk.hears("1 of 4. What happened: ")

      talk.terminal.send("Kayla was up.\n\nShe was glad.\nWe talked.\n")
      try talk.hears("We talked.\r\nMore, or Enter to go on: ")
      for line in ["", "save", "record", "quit"] { try talk.types(line) }

      #expect(try talk.terminal.waitForEnd() == .exit(0))
      #expect(talk.text.contains("Maya Osei, Kayla was up.\r\n   She was glad.\r\n   We talked."))
    }

    @Test func `a hang-up between two lines of a note keeps both, and Today offers them`() throws {
      let scratch = try Scratch()
      try scratch.imports(
        practitioners: [CaseloadFile.practitioner(CaseloadFile.maya, "Maya Osei")],
        [CaseloadFile.family(10, "Duffy")])
      let talk = try Talk(scratch)
      for line in ["duffy", "1", "note", "Kayla was up.", "She was glad."] { try talk.types(line) }
      try talk.hears("glad.\r\nMore, or Enter to go on: ")

      talk.terminal.hangUp()

      // The signal, or the end of the input where that is seen first.
      #expect([.signal(SIGHUP), .exit(0)].contains(try talk.terminal.waitForEnd()))
      let again = try scratch.kith("--plain", input: "1\n:again\nquit\n")
      #expect(again.text.contains("Not saved yet\n1. New note, Duffy, \"Kayla was up."))
      #expect(again.text.contains("What happened now: Kayla was up.\nShe was glad.\n"))
    }
  }
}
