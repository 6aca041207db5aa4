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

  /// Paints everything again, for a screen that another program has written over.
  func redraw()

  /// Restores the terminal. Later calls do nothing.
  func close()
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
