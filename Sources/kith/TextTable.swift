import CaseworkDocuments
import Glibc
import TextUI

/// Rows under headings for people: columns as wide as their texts, cut only for a terminal.
struct TextTable {
  private let headings: [String]
  private var rows: [[String]] = []

  init(headings: [String]) {
    self.headings = headings
  }

  /// A listing for people: without the ids that only programs need.
  init(_ listing: Listing) {
    let shown = listing.columns.indices.filter {
      !["id", "familyID"].contains(listing.columns[$0].key)
    }
    headings = shown.map { listing.columns[$0].heading }
    rows = listing.rows.map { row in shown.map { TextLayout.sanitised(row[$0]) } }
  }

  mutating func add(_ row: [String]) {
    rows.append(row.map(TextLayout.sanitised))
  }

  /// The width of the terminal that is written to; nil when it goes elsewhere.
  static var outputWidth: Int? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// - Parameter width: columns to stay within; nil cuts nothing.
  func text(width: Int?) -> String {
    let all = [headings] + rows
    var widths = headings.indices.map { column in
      all.map { TextLayout.width($0[column]) }.max() ?? 0
    }
    if let width { narrow(&widths, to: width) }
    return all.map { row in
      let cells = zip(row, widths).filter { $0.1 > 0 }.map {
        TextLayout.padded(TextLayout.truncated($0, to: $1), to: $1)
      }
      var line = cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  /// Takes from the widest columns until the row fits.
  private func narrow(_ widths: inout [Int], to total: Int) {
    func sum() -> Int { widths.reduce(0, +) + 2 * (widths.count - 1) }
    while sum() > total, let widest = widths.max(), widest > 6 {
      guard let column = widths.firstIndex(of: widest) else { return }
      widths[column] -= 1
    }
  }
}
