import TerminalHarness

/// The ways through the screens that many tests take.
extension TerminalHarness {
  static let save = "\u{13}"
  static let escape = "\u{1B}"

  /// Goes to the caseload and opens a family of it.
  func openFamily(_ name: String) throws {
    send("2")
    try wait(forText: "[2 Families]")
    try wait(forText: "Next review")
    // Where pastes are not marked, what comes with a burst of letters is part of it.
    send("/")
    try wait(forText: "show all again")
    send(name)
    try wait(forText: "/ \(name)")
    try wait(for: "\(name) selected") {
      lines.contains { ($0.hasPrefix("▌") || $0.hasPrefix(">")) && $0.contains(name) }
    }
    send("\r\r")
    try wait(forText: "[Overview]")
    try settle()
  }

  func openPlan(of name: String) throws {
    try openFamily(name)
    send("\t")
    try wait(forText: "[Plan]")
    try settle()
  }

  func openNewGoal() throws {
    send("a")
    try wait(forText: "New goal")
  }

  /// Opens the form of a new goal of a family, and types into it.
  func beginGoal(_ words: String, of family: String) throws {
    try openPlan(of: family)
    try openNewGoal()
    send(words)
    try wait(forText: words)
  }

  /// Adds a goal to the plan that is shown, and waits until it is said to be saved.
  func addGoal(_ words: String) throws {
    try openNewGoal()
    send(words + Self.save)
    try wait(forText: "✓ New goal “\(words)”")
  }

  /// Goes to the reviews that wait for a supervisor, and presses the key that signs one off.
  func askToSignOff(_ family: String) throws {
    send("3")
    try wait(forText: "[3 Reviews]")
    for _ in 0..<5 where !text.contains("[to sign off") {
      let before = text
      send("\t")
      try wait(for: "the next part") { text != before }
    }
    try settle()
    try select(family)
    send("s")
    try wait(forText: "Cancel")
  }

  /// Moves to the line that holds a text.
  func select(_ text: String) throws {
    for _ in 0..<60 {
      if lines.contains(where: { $0.hasPrefix("▌") && $0.contains(text) }) { return }
      send("j")
      try settle(.milliseconds(30))
    }
    throw HarnessFault.notReached("“\(text)” selected", screen: self.text)
  }

  /// Presses a button of the dialog that is shown.
  func press(_ button: String) throws {
    for _ in 0..<4 {
      if lines[cursor.y].contains(button), focused(button) { break }
      send("\t")
      try settle(.milliseconds(40))
    }
    send("\r")
  }

  /// Whether the cursor stands on a button.
  private func focused(_ button: String) -> Bool {
    let cells = (0..<lines[cursor.y].count).map { cell(x: $0, y: cursor.y).text }
    let from = max(0, cursor.x - 2)
    return cells[min(from, cells.count)...].joined().prefix(button.count + 3).contains(button)
  }
}
