import TextUI

/// The person's own editor, for a long text: it gets the text and the terminal, and gives both back.
public struct OwnEditor: Sendable {
  /// What became of a text.
  public enum Outcome: Equatable, Sendable {
    /// As it was left, and what there is to know about it; empty when all went well.
    case text(String, said: String = "")
    /// It stays as it was; why.
    case stays(String)
  }

  /// Runs the editor on a text to its end.
  public var edit: @MainActor @Sendable (String, any Terminal) -> Outcome

  public init(edit: @escaping @MainActor @Sendable (String, any Terminal) -> Outcome) {
    self.edit = edit
  }

  /// For where there is none.
  public static let none = OwnEditor { _, _ in .stays("There is no editor here.") }
}

/// Ctrl-X Ctrl-E: a text of a form in one's own editor.
extension App {
  /// Takes the two keys; false when the event is neither of them.
  func isForEditor(_ event: Event) -> Bool {
    let wasBegun = editorIsNext
    editorIsNext = false
    if event == .key(.control("x")) {
      editorIsNext = true
      say("Ctrl-E now opens this text in your own editor.")
      return true
    }
    guard wasBegun, event == .key(.control("e")) else { return false }
    if top.typesWhileSaving || top.lockedReason != nil {
      say("Not in the room: your editor would stand on the wall, with what it shows.")
    } else if sheet?.ownText == nil {
      say("Your editor opens only where words are written.")
    } else {
      keepDraft()
      wantsEditor = true
    }
    return true
  }

  /// Once the draft is on disk: what happens to the editor costs no word.
  func openEditor() {
    wantsEditor = false
    guard let text = sheet?.ownText else { return }
    switch editor.edit(text, terminal) {
    case .stays(let why): sayProblem(why)
    case .text(let edited, let said):
      if edited != text {
        sheet?.take(edited: edited)
        keepDraft()
      }
      if !said.isEmpty {
        sayProblem(said)
      } else if edited == text {
        say("Back from your editor; the text is as it was.")
      } else {
        sayDone("Back from your editor.", hint: "Ctrl-_ takes its changes back")
      }
    }
    refresh()
  }
}
