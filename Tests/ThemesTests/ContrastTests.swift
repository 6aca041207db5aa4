import Testing
import TextUI

@testable import Themes

/// What is written can be read, in every theme that has a background of its own.
struct ContrastTests {
  static let own = Themes.names.filter { $0 != Themes.standard }

  /// The least contrast of a theme's roles at a depth, and whose it is.
  private func weakest(
    _ name: String, _ depth: ColourDepth, _ palette: (Int) -> Colours.RGB
  ) throws -> (contrast: Double, role: Style) {
    let theme = try ThemeShelf.builtIn.theme(name)
    let all = try Style.allCases.map { role in
      let look = theme[role, depth]
      // A role's blanks are its own: it stands on no background but the one it brings.
      let ink = try #require(look.foreground, "\(name): \(role.name) has no colour")
      let behind = try #require(look.background, "\(name): \(role.name) has no background")
      return (contrast: Colours.contrast(palette(ink), palette(behind)), role: role)
    }
    return try #require(all.min { $0.contrast < $1.contrast })
  }

  @Test(arguments: own)
  func `every role of 256 colours has 4.5 to 1, in high contrast 7 to 1`(_ name: String) throws {
    let (contrast, role) = try weakest(name, .many, Colours.xterm)

    let wanted = name == "high-contrast" ? 7 : 4.5
    #expect(contrast >= wanted, "\(name): \(role.name) has \(contrast)")
  }

  @Test(arguments: own, [ColourDepth.sixteen, .eight])
  func `with few colours every role can be read in the usual palettes`(
    _ name: String, _ depth: ColourDepth
  ) throws {
    let wanted = name == "high-contrast" ? 7 : 3.9
    for palette in [Colours.xterm, { Colours.console[$0] }] {
      let (contrast, role) = try weakest(name, depth, palette)
      #expect(contrast >= wanted, "\(name): \(role.name) has \(contrast)")
    }
  }

  @Test(arguments: own)
  func `a theme has one background for the whole screen, without colours none`(
    _ name: String
  ) throws {
    let theme = try ThemeShelf.builtIn.theme(name)

    for depth in [ColourDepth.many, .sixteen, .eight] {
      let ground = try #require(theme.ground(depth))
      let others = Style.allCases.filter { theme[$0, depth].background != ground }
      #expect(
        Set(others).isSubset(of: [
          .field, .fieldFocused, .placeholder, .selection, .selected, .overdue, .problem,
        ]), "\(others)")
    }
    for role in Style.allCases {
      #expect(theme[role, .none].foreground == nil && theme[role, .none].background == nil)
    }
  }

  @Test func `the standard theme can be read on black and on white`() {
    for style in Style.allCases {
      for depth in ColourDepth.allCases {
        let look = Theme.standard[style, depth]
        guard let colour = look.foreground else {
          #expect(look.background == nil)
          continue
        }
        #expect(depth != .none)
        if let behind = look.background {
          #expect([1, 4].contains(behind) && [7, 15].contains(colour), "\(style)")
          continue
        }
        if depth != .many {
          #expect([1, 5].contains(colour), "\(style) with few colours")
        } else {
          for ground in [Colours.RGB(0, 0, 0), Colours.RGB(255, 255, 255)] {
            let contrast = Colours.contrast(Colours.xterm(colour), ground)
            #expect(contrast >= 3.9, "\(style) has \(contrast)")
          }
        }
      }
    }
  }

  @Test(arguments: Themes.names, ColourDepth.allCases)
  func `a field that is typed in, and what is selected in it, are seen`(
    _ name: String, _ depth: ColourDepth
  ) throws {
    let theme = try ThemeShelf.builtIn.theme(name)
    var looks = [Style.field, .fieldFocused, .selection].map { theme[$0, depth] }
    // The Linux console, which has eight colours, shows no underline beside them.
    if depth == .eight { for index in looks.indices { looks[index].attributes.remove(.underline) } }

    #expect(Set(looks).count == 3)
  }

  @Test(arguments: own, ColourDepth.allCases)
  func `where one is looks like no other row, and not like what is late`(
    _ name: String, _ depth: ColourDepth
  ) throws {
    let theme = try ThemeShelf.builtIn.theme(name)

    let others = [Style.strong, .text, .muted, .overdue, .voice].map { theme[$0, depth] }

    #expect(!others.contains(theme[.selected, depth]))
  }

  /// Roles that would mislead if one were taken for the other. Each has a sign or a word beside its
  /// colour as well.
  private static let pairs: [(Style, Style)] = [
    (.overdue, .good), (.overdue, .text), (.good, .text), (.problem, .toast), (.problem, .text),
    (.chart, .chartTarget), (.training, .text), (.training, .good), (.voice, .text),
    (.voice, .overdue), (.accent, .text), (.tabActive, .text), (.selected, .text),
    (.match, .text),
  ]

  @Test(arguments: [
    ("deuteranopia", Colours.Sight.deuteranopia), ("tritanopia", .tritanopia),
  ])
  func `what must be told apart is told apart without one kind of cone`(
    _ name: String, _ sight: Colours.Sight
  ) throws {
    let theme = try ThemeShelf.builtIn.theme(name)

    for (one, other) in Self.pairs {
      let colours = try [one, other].map { role in
        Colours.xterm(try #require(theme[role, .many].foreground))
      }
      let distance = sight.distance(colours[0], colours[1])
      #expect(distance >= 20, "\(one.name) and \(other.name): \(distance)")
    }
  }
}
