/// For whoever drives the program by a script.
extension App {
  /// Whether anything is on its way that a key has set off.
  var isBusy: Bool {
    !isWarm || pendingLoads > 0 || opening > 0 || isSaving || isPrinting || pendingDrafts > 0
      || !held.isEmpty
      || soon != nil || closingSince != nil
  }

  /// As if so much time went by without a key, by the clock that the script moves.
  func passTime(milliseconds: Int64) {
    let time = Duration.milliseconds(milliseconds)
    if time >= App.draftDelay { keepDraft() }
    if time >= App.toastTime, toast?.until != nil { toast = nil }
    refresh()
  }
}
