import TextUI

/// What typing means to the program as a whole: when the keys have rested.
extension App {
  /// After a second without a key, what is typed next can be taken back by itself.
  func noteRest() {
    let now = ContinuousClock.now
    if let lastTyped, now - lastTyped > .seconds(1) { sheet?.rest() }
    lastTyped = now
  }
}
