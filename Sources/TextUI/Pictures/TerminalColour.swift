/// The colours behind a terminal's palette numbers, as xterm has them.
public enum TerminalColour {
  /// Red, green and blue, each 0 to 255, of a number from 0 to 255.
  public static func rgb(_ number: Int) -> (red: Int, green: Int, blue: Int) {
    switch number {
    case ..<0: return (0, 0, 0)
    case 0..<16:
      let colour = first[number]
      return (colour >> 16 & 255, colour >> 8 & 255, colour & 255)
    case 16..<232:
      let place = number - 16
      return (step(place / 36), step(place / 6 % 6), step(place % 6))
    default:
      let grey = 8 + 10 * min(23, number - 232)
      return (grey, grey, grey)
    }
  }

  /// `#rrggbb`.
  static func hex(_ number: Int) -> String {
    let colour = rgb(number)
    return "#"
      + [colour.red, colour.green, colour.blue].map { part in
        let digits = String(part, radix: 16)
        return part < 16 ? "0" + digits : digits
      }.joined()
  }

  private static func step(_ level: Int) -> Int { level == 0 ? 0 : 55 + 40 * level }

  private static let first = [
    0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
    0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
  ]
}
