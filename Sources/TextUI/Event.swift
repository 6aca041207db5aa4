import Glibc

/// Something that happened: a key, a paste, a new size, a wake-up, a signal.
public enum Event: Hashable, Sendable {
  case key(Key)
  /// Text pasted in one piece; line ends are `\n`, control characters are gone.
  case paste(String)
  case mouse(Mouse)
  case resized(Size)
  /// Somebody called the terminal's waker.
  case woken
  /// The program was told to stop, or its terminal is gone; what is unsaved should be kept now.
  case interrupted(StopSignal)
  /// The program runs again after it was stopped by job control.
  case continued
  /// The deadline passed and nothing happened.
  case timeout
}

/// Why a program must stop.
public enum StopSignal: Hashable, Sendable {
  case interrupt, terminate, hangUp, terminalGone

  /// The signal's number, to be raised again once the terminal is restored; nil when no signal came.
  public var number: Int32? {
    switch self {
    case .interrupt: SIGINT
    case .terminate: SIGTERM
    case .hangUp: SIGHUP
    case .terminalGone: nil
    }
  }
}

/// What the mouse did, and over which cell.
public struct Mouse: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case press, release, wheelUp, wheelDown }

  public var kind: Kind
  /// 0 is the left button, 1 the middle one, 2 the right one.
  public var button: Int
  public var position: Point
  /// 2 for the second press of a double click, else 1.
  public var clicks: Int
  /// What stood there on the frame that was seen; nil until somebody looks it up.
  public var aim: Zone?

  public init(kind: Kind, button: Int, position: Point, clicks: Int = 1) {
    self.kind = kind
    self.button = button
    self.position = position
    self.clicks = clicks
  }
}
