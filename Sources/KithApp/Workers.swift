import Dispatch
import Synchronization

/// The threads for what happens beside the loop, and for the store.
///
/// The runtime's own pool wakes once a second to look after its threads, for as long as the program
/// lives. These sleep until there is something to do.
public final class Workers: TaskExecutor {
  public static let shared = Workers()

  private let lines = (0..<4).map { DispatchQueue(label: "kith.work.\($0)") }
  private let turn = Atomic<UInt>(0)

  private init() {}

  public func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let turn = turn.wrappingAdd(1, ordering: .relaxed).oldValue
    lines[Int(turn % UInt(lines.count))].async {
      job.runSynchronously(on: self.asUnownedTaskExecutor())
    }
  }
}
