import Casework
import FoundationEssentials
import Synchronization

/// A clock that stands still until it is moved, and ids that count up: the same script makes the same
/// frames, on any day.
public final class ReplayClock: Sendable {
  private struct State {
    var now: Moment
    var lastID: UInt32 = 0
  }

  private let state: Mutex<State>

  public init(now: Moment) {
    state = Mutex(State(now: now))
  }

  public var now: Moment { state.withLock { $0.now } }

  /// Lets time go by.
  public func advance(milliseconds: Int64) {
    state.withLock { $0.now = Moment(milliseconds: $0.now.milliseconds + milliseconds) }
  }

  /// The world by this clock; days and times of day are those of UTC.
  public var world: World {
    World(
      day: { [self] in Day(number: Int((now.milliseconds) / 86_400_000)) },
      now: { [self] in now }, newUUID: { [self] in nextID() })
  }

  /// A time-ordered id (UUID version 7) whose last four bytes count.
  private func nextID() -> UUID {
    let (now, count) = state.withLock { state in
      state.lastID += 1
      return (state.now, state.lastID)
    }
    func time(_ shift: Int64) -> UInt8 { UInt8(truncatingIfNeeded: now.milliseconds >> shift) }
    func part(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: count >> shift) }
    return UUID(
      uuid: (
        time(40), time(32), time(24), time(16), time(8), time(0), 0x70, 0, 0x80, 0, 0, 0,
        part(24), part(16), part(8), part(0)
      ))
  }
}
