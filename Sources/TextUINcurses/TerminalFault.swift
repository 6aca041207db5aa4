import TextUI

/// Why a terminal cannot be opened, in a sentence for the person at it.
public enum TerminalFault: Error, Equatable, Sendable, CustomStringConvertible {
  /// Standard input or output is a file, a pipe, or closed.
  case notATerminal(Stream)
  /// TERM is not set, or empty.
  case typeNotSet
  /// No description of this type is installed.
  case unknownType(String)
  /// The terminal cannot place its cursor.
  case cannotPlaceCursor(String)

  public enum Stream: String, Sendable {
    case input, output
  }

  public var description: String {
    switch self {
    case .notATerminal(let stream):
      "This needs a terminal, and standard \(stream.rawValue) is not one."
    case .typeNotSet:
      "TERM is not set, so what this terminal can do is not known. Try: TERM=xterm-256color"
    case .unknownType(let type):
      "TERM is “\(TextLayout.sanitised(type))”, which this machine does not know. "
        + "Try: TERM=xterm-256color"
    case .cannotPlaceCursor(let type):
      "TERM is “\(TextLayout.sanitised(type))”, a terminal that cannot place its cursor. "
        + "Try: TERM=xterm-256color"
    }
  }
}
