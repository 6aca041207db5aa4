import TextUI

/// For programs that drive the screens round by round instead of with `run`, as a fuzzer does.
extension App {
  /// Whether nothing is on its way that could change the frame, but for what waits for the keys to
  /// rest: a preview, a draft, the end of a toast.
  package var isAtRest: Bool {
    isWarm && !isLocating && pendingLoads == 0 && opening == 0 && !isSaving && !isPrinting
      && pendingDrafts == 0 && held.isEmpty && closingSince == nil
  }

  /// What is shown, by the names of its types: the screen, its section, then what lies over it.
  package var layers: [String] {
    var names = ["\(type(of: top))"]
    if let sections = top.sections { names.append(sections.titles[sections.active]) }
    if let sheet { names.append("\(type(of: sheet.purpose.entryForm))") }
    if help != nil { names.append("help") }
    if palette != nil { names.append("palette") }
    if dialog != nil { names.append("dialog") }
    return names
  }
}
