import Casework
import FoundationEssentials
import GRDB

/// The lists of everyone's goals in memory, each in its order: what find narrows.
///
/// Filled when something is first sought, and again once something was saved. About 40 bytes for
/// each place of a goal in a list.
struct GoalIndex {
  private struct Entry {
    let list: List
    let isClosed: Bool
    let item: UUID
    let family: UUID
  }

  private var entries: [Entry] = []
  /// The number of the last edit that is in it; nil while it is empty.
  private var lastNumber: Int64?

  static let fillSQL = """
    SELECT list, rank, item, family_id FROM listed WHERE viewer = ? AND list >= ? AND list <= ?
    ORDER BY list, rank, item
    """

  mutating func refresh(_ db: Database, _ vault: Vault) throws {
    let number = try History(db, vault).lastNumber()
    if let lastNumber, lastNumber >= number { return }
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: GoalIndex.fillSQL),
      arguments: [
        viewerColumn(nil), List.goals.rawValue, List.neverRated.rawValue,
      ])
    var entries: [Entry] = []
    while let row = try rows.next() {
      guard let list = List(rawValue: row[0]) else { throw StoreError.damaged }
      let rank: Int = row[1]
      entries.append(
        Entry(list: list, isClosed: rank >= Rank.closed, item: row[2], family: row[3]))
    }
    self.entries = entries
    lastNumber = number
  }

  /// The goals of a part that belong to certain families, in the list's order, and how many such
  /// goals each part holds.
  func answer(
    _ part: GoalQuery.Part, within: Set<UUID>
  ) -> (items: [ListReader.Item], counts: [GoalQuery.Part: Int]) {
    var items: [ListReader.Item] = []
    var counts = Dictionary(uniqueKeysWithValues: GoalQuery.Part.allCases.map { ($0, 0) })
    for entry in entries where within.contains(entry.family) {
      for other in GoalQuery.Part.allCases
      where other.list == entry.list && (other == .all || !entry.isClosed) {
        counts[other, default: 0] += 1
        if other == part { items.append(ListReader.Item(id: entry.item, family: entry.family)) }
      }
    }
    return (items, counts)
  }
}
