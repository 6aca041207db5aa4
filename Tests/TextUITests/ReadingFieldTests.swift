import Testing

@testable import TextUI

/// A field of sentences to read.
@Suite struct ReadingFieldTests {
  private static func form(_ sentences: [String]) -> Form {
    Form(
      title: "Print",
      fields: [
        FormField(id: "folder", label: "Folder", kind: .line),
        FormField(
          id: "out", label: "Left out", kind: .reading, raw: sentences.joined(separator: "\n"),
          hint: "Nothing is left out."),
      ])
  }

  @Test func `Enter on the last field that takes something saves`() {
    var form = Self.form(["One."])

    #expect(form.handle(.key(.enter)) == .save)
    form.focus(on: "out")
    #expect(form.handle(.key(.enter)) == .save)
    #expect(form.handle(.key(Key("x"))) == .ignored)
    #expect(form["out"] == "One.")
  }

  @Test func `arrows go from sentence to sentence and leave at the top`() {
    var form = Self.form(["One.", "Two.", "Three."])
    form.focus(on: "out")

    for _ in 0..<5 { _ = form.handle(.key(.down)) }

    #expect(form.fields[1].cursor == 2)
    for _ in 0..<3 { _ = form.handle(.key(.up)) }
    #expect(form.focus == 0)
  }

  @Test func `every sentence comes into sight, whole, in a small window`() {
    let sentences = (1...30).map { "Sentence \($0) is long enough to take more than one row here." }
    var form = Self.form(sentences)
    form.focus(on: "out")

    for number in 1...30 {
      var canvas = Canvas(size: Size(width: 44, height: 12))
      form.draw(over: &canvas)
      let text = canvas.lines.joined(separator: " ")
      #expect(text.contains("Sentence \(number) is"))
      #expect(canvas.cursor != nil)
      _ = form.handle(.key(.down))
    }
  }

  @Test func `without a sentence its hint stands there`() {
    var form = Self.form([])
    form.focus(on: "out")
    var canvas = Canvas(size: Size(width: 80, height: 24))

    form.draw(over: &canvas)

    #expect(canvas.lines.contains { $0.contains("Nothing is left out.") })
  }
}
