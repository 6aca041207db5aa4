import Casework
import TextUI

/// Finding an action or a record: help, and the command palette.
extension App {
  /// What an item of the palette stands for.
  enum Offer: Equatable {
    case row(KeyRow, HelpPage.Does)
    case found(Found)
    /// A section of a family that was found.
    case section(Found, FamilySection)

    var id: String {
      switch self {
      case .row(let row, let does): "\(does.place):\(row.title)"
      case .found(let found): "found:\(found.familyID):\(found.target)"
      case .section(let found, let section): "found:\(found.familyID):\(section)"
      }
    }
  }

  /// How many choices are remembered.
  private static let remembered = 6

  /// Whether the names of other families may show over the screen.
  var mayShowOthers: Bool { top.lockedReason == nil && top.onlyFamily == nil }

  /// A row of everywhere's table as it stands now, with the reason when it is off.
  func asItStands(_ binding: KeyBinding<Everywhere>) -> KeyBinding<Everywhere> {
    var binding = binding
    if top.onlyFamily != nil, binding.action.showsOthers {
      binding.offReason = "Esc leaves conference mode first"
    } else if let reason = top.lockedReason, binding.action != .redraw, binding.action != .help {
      binding.offReason = reason
    } else if binding.action.needsHistory {
      return withHistory(binding)
    }
    return binding
  }

  private var everywhereRows: [KeyBinding<Everywhere>] {
    Everywhere.keyBindings(
      atRoot: isAtRoot, undoSentence: context.undoSentence, changes: context.settings.keys
    ).map(asItStands)
  }

  /// Everything that can be done from here, the screen's own first.
  private var rows: [(row: KeyRow, does: HelpPage.Does)] {
    top.keyRows(context).map { ($0, .screen) }
      + everywhereRows.map { (KeyRow($0), .everywhere($0.action)) }
  }

  /// Does what a row of help or of the palette stands for.
  private func choose(_ row: KeyRow, _ does: HelpPage.Does) {
    switch does {
    case .screen:
      let place = top.keyRows(context).firstIndex { $0.title == row.title && $0.keys == row.keys }
      guard let place else { return say("\(row.title): it cannot be done here any more.") }
      perform(top.run(row: place, context))
    case .everywhere(let action):
      everywhereRows.first { $0.action == action }.map(everywhere)
    case .form(let key): applyToSheet(.key(key))
    }
  }

  // MARK: Help

  func openHelp() {
    help = HelpPage(
      title: top.title(context).last ?? "",
      entries: rows.filter { !$0.row.keys.isEmpty }.map { HelpPage.Entry($0.row, $0.does) })
  }

  func applyToHelp(_ event: Event) {
    let rect = helpRect(of: terminal.size)
    switch help?.handle(event, in: rect) {
    case .close: help = nil
    case .chosen(let entry):
      help = nil
      choose(entry.row, entry.does)
    case .refused(let entry):
      say("\(entry.row.title): \(entry.row.offReason ?? "")")
    case .moved, .ignored, nil: break
    }
  }

  private func helpRect(of size: Size) -> Rect {
    Rect(x: 0, y: 2, width: min(size.width, Chrome.widest), height: max(1, size.height - 4))
  }

  func drawHelp(_ help: HelpPage, on canvas: inout Canvas, titleRoom: Int) {
    let (size, last) = (canvas.size, canvas.size.height - 1)
    let rect = helpRect(of: size)
    canvas.fill(Rect(x: 0, y: 0, width: size.width, height: size.height))
    for y in [1, last - 1] {
      canvas.fill(Rect(x: 0, y: y, width: rect.width, height: 1), with: "─", style: .rule)
    }
    HintLine.draw(on: &canvas, y: last, hints: help.hints)
    help.draw(on: &canvas, in: rect, titleRoom: titleRoom)
  }

  // MARK: Palette

  func openPalette() {
    palette = Palette(title: "Commands and names", items: paletteItems([]))
  }

  /// Takes what was found for a text, where it is still the text.
  ///
  /// - Parameter families: those that the text before the name of a section finds.
  func showFound(_ text: String, _ found: [Found], families: [Found]) {
    guard palette?.query == text else { return }
    let sections = FamilySection.named(last: text).map { section in
      families.map { Offer.section($0, section.section) }
    }
    let items = paletteItems(found.map(Offer.found) + (sections ?? []))
    palette?.setItems(items)
  }

  /// What was chosen last where nothing is typed, then actions, then what was found.
  private func paletteItems(_ found: [Offer]) -> [PaletteItem] {
    var all = rows.filter { !$0.row.isScrolling }.map { Offer.row($0.row, $0.does) }
    all += mayShowOthers ? found : []
    if palette?.query.isEmpty ?? true {
      let now = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      let first = recent.compactMap { offer -> Offer? in
        if case .row = offer { return now[offer.id] }
        return mayShowOthers ? offer : nil
      }
      all = first + all.filter { offer in !first.contains { $0.id == offer.id } }
    }
    offers = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return all.map(item)
  }

  private func item(_ offer: Offer) -> PaletteItem {
    switch offer {
    case .row(let row, let does):
      var (names, isByNameOnly) = ([row.hint].compactMap(\.self), false)
      if case .everywhere(let action) = does {
        names += action.names
        isByNameOnly = action.needsHistory
      }
      return PaletteItem(
        id: offer.id, title: row.title, names: names, isFoundByNameOnly: isByNameOnly,
        key: row.keys.first?.label ?? "", offReason: row.offReason)
    case .found(let found):
      let words = found.words(on: context.today)
      return PaletteItem(
        id: offer.id, title: words.title, detail: words.detail, kind: words.kind, isFound: true)
    case .section(let found, let section):
      let words = found.words(on: context.today)
      return PaletteItem(
        id: offer.id, title: "\(words.title) › \(section.title)",
        detail: words.detail, kind: "Family", isFound: true)
    }
  }

  func applyToPalette(_ event: Event) {
    switch palette?.handle(event) {
    case .changed: find(palette?.query ?? "")
    case .close: palette = nil
    case .refused(let item): say("\(item.title): \(item.offReason ?? "")")
    case .chosen(let item):
      palette = nil
      guard let offer = offers[item.id] else { return }
      recent = Array(([offer] + recent.filter { $0.id != offer.id }).prefix(App.remembered))
      switch offer {
      case .row(let row, let does): choose(row, does)
      case .found(let found): go(to: found)
      case .section(let found, let section):
        show(.families)
        go(.family(found.familyID, section, among: []), replacing: !isAtRoot)
      }
    case .moved, .ignored, nil: break
    }
  }

  /// Goes to the thing itself, in the tab of the families.
  private func go(to found: Found) {
    let family = found.familyID
    show(.families)
    let route: Route =
      switch found.target {
      case .family: .family(family, .overview, among: [])
      case .person(let person): .person(family, person)
      case .goal(let goal): .goal(family, goal, among: [])
      case .review(let review, _, _):
        .reviewPage(ReviewPlace(familyID: family, reviewID: review), among: [])
      }
    go(route, replacing: !isAtRoot)
  }
}

extension FamilySection {
  /// The section whose name the last word of a text begins, with three letters or more, and the
  /// words before it; nil where there is none or nothing before it.
  static func named(last text: String) -> (section: FamilySection, rest: String)? {
    let words = text.split(separator: " ")
    guard words.count > 1, let last = words.last?.lowercased(), last.count > 2,
      let section = allCases.first(where: { $0.title.lowercased().hasPrefix(last) })
    else { return nil }
    return (section, words.dropLast().joined(separator: " "))
  }
}

extension Found {
  /// How the palette says it.
  fileprivate func words(on today: Day) -> (title: String, detail: String, kind: String) {
    switch target {
    case .family: (name, children.joined(separator: ", "), "Family")
    case .person: (name, familyName, "Person")
    case .goal: (name, familyName, "Goal")
    case .review(_, let kind, let when):
      (familyName, "\(kind.short), \(when.day.words(on: today))", "Review")
    }
  }
}
