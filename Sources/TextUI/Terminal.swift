import Glibc

/// The terminal's port: what a program needs from a screen and a keyboard.
@MainActor public protocol Terminal: AnyObject {
  /// The screen's size in cells.
  var size: Size { get }

  /// Shows the canvas in one write and puts the hardware cursor where the canvas has it.
  func draw(_ canvas: Canvas)

  /// Waits until something happened or the deadline passed; everything that is there, in order.
  ///
  /// Never empty: `[.timeout]` when the deadline passed first. Without a deadline it may wait for ever.
  func events(until deadline: ContinuousClock.Instant?) -> [Event]

  /// Wakes the terminal from any thread.
  var waker: Waker { get }

  /// Gives the terminal back to the shell and stops the program; back in front it paints everything again.
  func suspend()

  /// Lends the terminal to another program until that ends, then paints everything again.
  ///
  /// - Parameter command: a path and what follows it.
  func lend(to command: [String]) -> ProgramEnd

  /// Paints everything again, for a screen that another program has written over.
  func redraw()

  /// Shows everything in another theme, at once.
  func use(theme: Theme)

  /// Shows everything with other glyphs, at once.
  func use(glyphs: GlyphChoice)

  /// Whether clicks and the wheel are reported from now on.
  func setMouse(_ isOn: Bool)

  /// Restores the terminal. Later calls do nothing.
  func close()
}

/// Which glyphs a screen is drawn with: what the terminal is thought to have, all, or ASCII alone.
public enum GlyphChoice: String, CaseIterable, Sendable {
  case auto, unicode, ascii
}

/// Whether a screen has colours: `auto` asks NO_COLOR, the others do not.
public enum ColourChoice: String, CaseIterable, Sendable {
  case auto, always, never
}

extension Terminal {
  /// A terminal that has nothing to lend.
  public func lend(to command: [String]) -> ProgramEnd { .notStarted(ENOTTY) }
}

/// How a program ended that the terminal was lent to.
public enum ProgramEnd: Hashable, Sendable {
  case exited(status: Int32)
  case killed(signal: Int32)
  /// With the system's error number.
  case notStarted(Int32)
}

/// Wakes a waiting terminal, from any thread; many calls before it looks are one `.woken`.
public struct Waker: Sendable {
  private let call: @Sendable () -> Void

  public init(_ wake: @escaping @Sendable () -> Void) {
    call = wake
  }

  public func wake() {
    call()
  }
}
