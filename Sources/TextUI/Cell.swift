/// One cell of a canvas: plain bytes, so that a frame is copied and compared like memory.
public struct Cell: Equatable, Sendable {
  /// The cluster's UTF-8, the first byte lowest; zero behind its end.
  private var low: UInt64
  private var high: UInt64
  private var columns: UInt8
  public var style: Style

  /// - Parameters:
  ///   - text: one displayable cluster; empty in the right half of a wide one. Marks beyond 16
  ///     bytes of UTF-8 are left off.
  ///   - width: columns, 0–2.
  public init(text: String = " ", width: Int = 1, style: Style = .text) {
    (low, high) = Cell.packed(text)
    columns = UInt8(clamping: width)
    self.style = style
  }

  /// A printable ASCII character.
  init(ascii byte: UInt8, style: Style) {
    (low, high, columns, self.style) = (UInt64(byte), 0, 1, style)
  }

  static let blank = Cell()

  /// What the cell shows, one displayable cluster; empty in the right half of a wide one.
  public var text: String {
    if high == 0, low < 0x80 {
      return low == 0 ? "" : String(UnicodeScalar(UInt8(truncatingIfNeeded: low)))
    }
    return String(unsafeUninitializedCapacity: 16) { buffer in
      var count = 0
      for word in [low, high] {
        var rest = word
        while rest != 0 {
          buffer[count] = UInt8(truncatingIfNeeded: rest)
          rest >>= 8
          count += 1
        }
      }
      return count
    }
  }

  /// 1, 2 for the left half of a wide cluster, 0 for its right half.
  public var width: Int { Int(columns) }

  /// Whether nothing is seen in it but its background.
  public var isBlank: Bool { low == 0x20 && high == 0 }

  private static func packed(_ text: String) -> (UInt64, UInt64) {
    if text.utf8.count <= 16 { return packed(text.utf8) }
    var kept = ""
    for scalar in text.unicodeScalars where kept.utf8.count + UTF8.width(scalar) <= 16 {
      kept.unicodeScalars.append(scalar)
    }
    return packed(kept.utf8)
  }

  private static func packed(_ bytes: String.UTF8View) -> (UInt64, UInt64) {
    var (low, high): (UInt64, UInt64) = (0, 0)
    for (index, byte) in bytes.enumerated() {
      if index < 8 {
        low |= UInt64(byte) << (8 * index)
      } else {
        high |= UInt64(byte) << (8 * (index - 8))
      }
    }
    return (low, high)
  }
}
