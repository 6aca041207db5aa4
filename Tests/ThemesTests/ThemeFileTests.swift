import Foundation
import Testing
import TextUI

@testable import Themes

/// What a theme's file may say, and what is said of one that is broken.
struct ThemeFileTests {
  /// A shelf with themes of somebody's own, by name.
  private func shelf(_ own: [String: String]) -> ThemeShelf {
    ThemeShelf(
      own: { name in own[name].map { ("\(name).toml", $0) } }, ownNames: { own.keys.sorted() })
  }

  private func faults(_ text: String) -> [String] {
    do throws(ThemeFaults) {
      _ = try shelf(["mine": text]).theme("mine")
      return []
    } catch {
      return error.faults.map(\.sentence)
    }
  }

  @Test(arguments: Themes.names)
  func `a theme of kith says something of every role at every depth`(_ name: String) throws {
    let page = try TOMLPage(try #require(Themes.text(of: name)), file: name)
    let said = Set(page.entries.map { $0.path.joined(separator: " ") })

    let depths = name == "terminal" || name == "monochrome" ? 4 : 3
    for table in ["256", "16", "8", "none"].prefix(depths) {
      for role in Style.allCases {
        #expect(said.contains("\(table) \(role.name)"), "\(table) \(role.name)")
      }
    }
    #expect(said.contains("summary"))
  }

  @Test func `the default's file says what the program starts with unread`() throws {
    let text = try #require(Themes.text(of: "terminal"))

    let file = try ThemeFile(text, file: "terminal") { _ throws(ThemeFaults) in Theme() }

    for role in Style.allCases {
      for depth in ColourDepth.allCases {
        #expect(file.theme[role, depth] == Theme.standard[role, depth], "\(role) \(depth)")
      }
    }
  }

  @Test func `a theme of one's own takes the rest from the one it inherits`() throws {
    let shelf = shelf([
      "mine": "inherits = \"night\"\n[256]\nbackground = 16\ngood = \"82 on 22 underline\""
    ])
    let night = try shelf.theme("night")

    let mine = try shelf.theme("mine")

    #expect(mine[.good, .many] == Look(82, on: 22, .underline))
    #expect(mine[.text, .many] == Look(252, on: 16))
    #expect(mine[.field, .many] == night[.field, .many])
    #expect(mine[.good, .eight] == night[.good, .eight])
    #expect(shelf.names == Themes.names + ["mine"])
  }

  @Test func `a theme of one's own wins over kith's, and may inherit it`() throws {
    let shelf = shelf(["night": "inherits = \"night\"\n[256]\ntext = \"250\""])

    let night = try shelf.theme("night")

    #expect(night[.text, .many] == Look(250, on: 234))
    #expect(night[.good, .many] == Look(114, on: 234))
    #expect(shelf.names == Themes.names)
  }

  @Test func `themes that inherit each other are refused`() {
    let shelf = shelf(["a": "inherits = \"b\"", "b": "inherits = \"a\""])

    #expect(throws: ThemeFaults.self) { try shelf.theme("a") }
  }

  @Test func `what is wrong in a theme is said with its line`() {
    #expect(
      faults("[256]\nbackground = 300\nlabel = \"3\"\n\ntext = \"purple\"\n[24]\ntext = \"1\"").map
      {
        $0.prefix(32)
      } == [
        "mine.toml:2: “background” takes ", "mine.toml:3: “label” is not a ro",
        "mine.toml:5: “purple” is not a l", "mine.toml:7: “24.text” is nothin",
      ])
    #expect(
      faults("[256]\ntext = \"1\"\ntext = \"2\"").first?.hasPrefix("mine.toml:3: This is") == true)
    #expect(
      faults("inherits = \"nigth\"").first?.contains("mine.toml:1: There is no theme “nigth”")
        == true)
    #expect(faults("summary = 3").first?.hasPrefix("mine.toml:1: “summary” takes a text") == true)
    #expect(faults("[8]\ntext = \"9\"").first?.contains("0 to 7") == true)
    #expect(faults("[none]\ntext = \"1\"").first?.contains("no colours here") == true)
    #expect(
      faults("a = \u{0}").first?.contains("mine.toml:1: This is not TOML: it has a sign") == true)
  }

  @Test(arguments: ["", "../night", "a/b", "ni ght", "🌙", ".", String(repeating: "x", count: 65)])
  func `a theme's name never leads to another folder`(_ name: String) {
    #expect(throws: ThemeFaults.self) { try ThemeShelf.builtIn.theme(name) }
  }

  @Test func `every role is documented once, in its order`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(contentsOf: root.appending(path: "docs/themes.md"), encoding: .utf8)

    let rows = page.split(separator: "\n").compactMap { line -> String? in
      guard line.hasPrefix("| `") else { return nil }
      return line.split(separator: "`").dropFirst().first.map(String.init)
    }

    #expect(rows == Themes.names + Style.allCases.map(\.name))
  }
}

/// Lines of values, which the parser does not keep.
struct TOMLPageTests {
  @Test func `every value has its line`() throws {
    let page = try TOMLPage(
      """
      # a comment = 1
      theme = "night" # and "= another"
      "quoted key" = 'x'

      list = [ # over
        "a]", 'b#',
      ]
      long = \"\"\"
      [not.a.table]
      theme = "paper"
      \"\"\"
      [keys.families]
      add = "n"
      [keys."a b".c]
      d.e = 1
      """, file: "f")

    let places = page.entries.map { "\($0.path.joined(separator: "/")) \($0.line)" }

    #expect(
      places == [
        "theme 2", "quoted key 3", "list 5", "long 8", "keys/families/add 13", "keys/a b/c/d/e 15",
      ])
    #expect(page.span(of: ["list"]) == 4...6)
    #expect(page.firstTable == 11)
    #expect(page.entries[2].value == .list([.text("a]"), .text("b#")]))
  }

  @Test(arguments: [
    "theme = ", "[a\nb = 1", "a = 1\na = 2", "x", "[=", "a = 1\n [[.b]]", "[", "\u{FEFF}[é]",
    "a = [}",
    "a = [1, # }\n }", "a = #", "a = \u{0B}1", "a = \"\"\"\"\"\"\"\"[}",
  ])
  func `what is not TOML is said with its line`(_ text: String) {
    do throws(FileFault) {
      _ = try TOMLPage(text, file: "f")
      Issue.record("that was read")
    } catch {
      #expect(error.line != nil)
      #expect(error.sentence.hasPrefix("f:"))
    }
  }

  @Test func `no text makes it stop`() {
    var generator = SystemRandomNumberGenerator()
    let pieces = [
      "[", "]", "\"", "'", "\"\"\"", "'''", "=", "\n", "#", "a", ".", "\\", "{", "}", "1", " ", ",",
      "é", "\r\n", "\r", "\t", "0x", "1979-05-27", "[[", "]]", "true", "\u{FEFF}", "\u{A0}", "+",
      "-", "e", "_", "\\u00",
    ]
    for _ in 0..<3000 {
      let text = (0..<Int.random(in: 0..<30, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
      do throws(FileFault) {
        _ = try TOMLPage(text, file: "f")
      } catch {
        #expect(!error.words.isEmpty)
      }
    }
  }
}
