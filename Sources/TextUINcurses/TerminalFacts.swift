import CNcurses
import Glibc
import TextUI

/// What can be known of the terminal without asking it anything.
public struct TerminalFacts: Sendable {
  /// TERM; empty when it is not set.
  public var type: String
  /// Why kith cannot draw in a terminal of this type; nil when it can.
  public var fault: TerminalFault?
  /// Nil when standard input or output is no terminal.
  public var size: Size?
  public var colours: Int
  /// Whether what was on the screen before comes back afterwards.
  public var hasOtherScreen: Bool
  public var hidesCursor: Bool
  /// Whether the type's description knows of a mouse.
  public var hasMouse: Bool
  /// The character set that the environment asks for; empty when its locale is not installed.
  public var characters: String
  /// Whether kith can use UTF-8, by the environment or by C.UTF-8.
  public var hasUTF8: Bool

  /// - Parameter environment: TERM is read.
  public static func read(environment: [String: String]) -> TerminalFacts {
    let type = environment["TERM"] ?? ""
    var described = curses_type()
    let verdict = type.isEmpty ? -1 : Int(curses_describe(type, &described))
    var width: Int32 = 0
    var height: Int32 = 0
    let isTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    let size = isTerminal && curses_kernel_size(&width, &height)
    return TerminalFacts(
      type: type, fault: fault(verdict, type),
      size: size ? Size(width: Int(width), height: Int(height)) : nil,
      colours: max(0, Int(described.colours)), hasOtherScreen: described.has_other_screen,
      hidesCursor: described.hides_cursor, hasMouse: described.has_mouse,
      characters: String(cString: curses_codeset()), hasUTF8: curses_choose_utf8())
  }

  /// `ncurses 6.4.20221231`.
  public static var library: String { String(cString: curses_version()) }

  private static func fault(_ verdict: Int, _ type: String) -> TerminalFault? {
    switch verdict {
    case -1: .typeNotSet
    case type_is_unknown: .unknownType(type)
    case type_has_no_cursor: .cannotPlaceCursor(type)
    default: nil
    }
  }
}
