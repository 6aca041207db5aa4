import Casework
import Synchronization
import TextUI

/// What arrives from work that ran beside the loop.
enum Delivery: Sendable {
  case answer(Query, Answer, ticket: Int)
  case committed(Edit, Result<Void, StoreError>, said: String?)
  case printed(Result<String, StoreError>)
  /// Nil when there was nothing; a step with an obstacle was left as it is.
  case undone(Result<UndoStep?, StoreError>, isRedo: Bool)
  case undoable(UndoSteps)
  case practitioners([Practitioner])
  case found(String, [Found], families: [Found])
  case opened(FormPurpose, Result<FamilyFile?, StoreError>, Draft?, at: String?)
  case conflict(FamilyFile?)
  case draftKept(Result<Void, StoreError>)
  case visitRecorded
  /// A setting was kept in this file, or was not.
  case settingKept(Setting, SettingValue, Result<String, StoreError>)
  /// The family that had the room to itself when the program ended; nil for none.
  case located(Family.ID?)
  case savedElsewhere
}

/// Carries deliveries from any thread to the loop, which it wakes.
final class Inbox: Sendable {
  private let deliveries = Mutex<[Delivery]>([])
  private let waker: Waker

  init(waker: Waker) {
    self.waker = waker
  }

  func put(_ delivery: Delivery) {
    deliveries.withLock { $0.append(delivery) }
    waker.wake()
  }

  /// Everything that has arrived since, in order.
  func take() -> [Delivery] {
    deliveries.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
  }
}
