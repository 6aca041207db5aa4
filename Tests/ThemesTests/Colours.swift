import Foundation
import TextUI

/// Colours of the usual palettes as they reach the eye.
enum Colours {
  /// Red, green and blue, 0–255.
  struct RGB {
    var red: Double
    var green: Double
    var blue: Double

    init(_ red: Int, _ green: Int, _ blue: Int) {
      (self.red, self.green, self.blue) = (Double(red), Double(green), Double(blue))
    }

    /// As light, 0–1.
    var light: [Double] {
      [red, green, blue].map { level in
        let share = level / 255
        return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
      }
    }
  }

  /// A colour of xterm's 256.
  static func xterm(_ number: Int) -> RGB {
    let colour = TerminalColour.rgb(number)
    return RGB(colour.red, colour.green, colour.blue)
  }

  /// The 16 of the Linux console.
  static let console = [
    (0, 0, 0), (170, 0, 0), (0, 170, 0), (170, 85, 0), (0, 0, 170), (170, 0, 170), (0, 170, 170),
    (170, 170, 170), (85, 85, 85), (255, 85, 85), (85, 255, 85), (255, 255, 85), (85, 85, 255),
    (255, 85, 255), (85, 255, 255), (255, 255, 255),
  ].map { RGB($0.0, $0.1, $0.2) }

  /// The contrast of two colours, 1–21: WCAG 2.2, relative luminance.
  static func contrast(_ one: RGB, _ other: RGB) -> Double {
    func luminance(_ colour: RGB) -> Double {
      zip([0.2126, 0.7152, 0.0722], colour.light).map(*).reduce(0, +)
    }
    let (first, second) = (luminance(one), luminance(other))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  enum Sight {
    case deuteranopia, tritanopia

    /// How light of red, green and blue is seen without one kind of cone: Machado, Oliveira and
    /// Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency",
    /// IEEE Transactions on Visualization and Computer Graphics 15 (6), 2009, severity 1.0.
    var matrix: [[Double]] {
      switch self {
      case .deuteranopia:
        [
          [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
          [-0.011820, 0.042940, 0.968881],
        ]
      case .tritanopia:
        [
          [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
          [0.004733, 0.691367, 0.303900],
        ]
      }
    }

    /// How far apart two colours are for these eyes: CIE 1976, where about 2 can just be seen.
    func distance(_ one: RGB, _ other: RGB) -> Double {
      let (first, second) = (lab(one), lab(other))
      return zip(first, second).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
    }

    private func lab(_ colour: RGB) -> [Double] {
      let seen = matrix.map { row in
        min(1, max(0, zip(row, colour.light).map(*).reduce(0, +)))
      }
      func sum(_ red: Double, _ green: Double, _ blue: Double, white: Double) -> Double {
        let share = (red * seen[0] + green * seen[1] + blue * seen[2]) / white
        return share > 0.008856 ? cbrt(share) : 7.787 * share + 16 / 116
      }
      let x = sum(0.4124, 0.3576, 0.1805, white: 0.9505)
      let y = sum(0.2126, 0.7152, 0.0722, white: 1)
      let z = sum(0.0193, 0.1192, 0.9505, white: 1.089)
      return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
    }
  }
}
