import Casework
import TextUI

/// Clicks and the wheel. Whatever they do a key does too: a click selects, two open, tabs, sections,
/// hints and answers are buttons.
extension App {
  /// The event with what it pointed at, looked up in the frame that was seen; nil for what nobody
  /// acts on, so that it cannot stand in the way of keys.
  func aimed(_ event: Event) -> Event? {
    guard case .mouse(var mouse) = event else { return event }
    guard context.settings.mouse, mouse.button == 0 else { return nil }
    mouse.aim = drawn.zone(at: mouse.position)
    defer { if mouse.kind == .press { pressed = mouse.position } }
    guard mouse.kind == .release else { return .mouse(mouse) }
    tellOfSelecting(mouse.position)
    return nil
  }

  /// Somebody drew the mouse along the text, to select it.
  private func tellOfSelecting(_ end: Point) {
    guard let start = pressed, start != end, !hasToldOfSelecting, !top.typesWhileSaving else {
      return
    }
    hasToldOfSelecting = true
    say("Shift and the mouse select text; F4 leaves the mouse to the terminal.")
  }

  /// Does what a click or the wheel means, where what was aimed at still stands there.
  func point(_ mouse: Mouse) {
    if isPointless { return }
    switch mouse.kind {
    case .press:
      if mouse.aim == nil { toast = nil }
      guard let zone = mouse.aim, window(of: terminal.size).zone(at: mouse.position) == zone
      else { return }
      let isDouble = mouse.clicks == 2 && lastZone == zone
      lastZone = zone
      click(zone, column: mouse.position.x - zone.rect.x, isDouble: isDouble)
    case .wheelUp: turnWheel(mouse.aim, .up)
    case .wheelDown: turnWheel(mouse.aim, .down)
    case .release: break
    }
  }

  /// Whether the mouse means nothing here: in a room where a plan is typed a brush of the hand over
  /// it must not move anything.
  private var isPointless: Bool {
    top.typesWhileSaving && dialog == nil && sheet == nil && palette == nil && help == nil
  }

  private func click(_ zone: Zone, column: Int, isDouble: Bool) {
    switch zone.target {
    case .key(let key): apply(.key(key))
    case .item(let index):
      apply(.key(Key(.item(index))))
      if isDouble || palette != nil { apply(.key(.enter)) }
    case .tab(let index):
      let binding = Everywhere.keyBindings(
        atRoot: isAtRoot, undoSentence: context.undoSentence, changes: context.settings.keys
      )
      .first { $0.action == Tab(rawValue: index).map(Everywhere.tab) }
      if let binding { everywhere(binding) }
    case .section(let index): show(section: index)
    case .button(let index): answer(index)
    case .field, .choice, .text: point(at: zone, column: column)
    case .pages: break
    }
  }

  /// To another section; a form that belongs to the screen is left as PgDn would leave it.
  private func show(section: Int) {
    toast = nil
    if isFormInPlace {
      if let step = top.turns(to: section) { turnSheet(by: step) }
    } else {
      perform(top.show(section: section, context))
    }
  }

  private func point(at zone: Zone, column: Int) {
    toast = nil
    guard sheet != nil else { return perform(top.point(at: zone, column: column, context)) }
    took(sheet?.point(at: zone, column: column))
  }

  /// Three lines; in a form only within the text that has the focus, in a text of its own a page.
  private func turnWheel(_ aim: Zone?, _ key: Key) {
    guard dialog == nil else { return }
    if sheet != nil, palette == nil, help == nil {
      for _ in 0..<3 { took(sheet?.turnWheel(key)) }
    } else if aim?.target == .pages, palette == nil, help == nil {
      apply(.key(key == .up ? .pageUp : .pageDown))
    } else if palette != nil || help != nil || top.takesWheel {
      for _ in 0..<3 { apply(.key(key)) }
    }
  }

  /// Switches the mouse for this run.
  func switchMouse() {
    context.settings.mouse.toggle()
    terminal.setMouse(context.settings.mouse)
    say(
      context.settings.mouse
        ? "The mouse clicks and scrolls; with Shift it selects text."
        : "The mouse is left to the terminal: it selects text.")
  }
}
