/// Turns the bytes that a terminal sends into keys, pastes and mouse reports; pure, and any bytes are safe.
///
/// Sequences may arrive in pieces: `feed` what came, and call `timeOut` when `deadline` passes. A lone ESC
/// is the Escape key after 40 ms, an unfinished sequence is given up after 500 ms, an unfinished paste is
/// delivered after 2 s without a byte. ESC and a character in one read are that character with Alt,
/// whether or not anything is done by it; in two reads they are Escape and the character.
public struct InputDecoder: Sendable {
  public typealias Instant = ContinuousClock.Instant

  /// Whether many letters that come at once are a paste: for terminals that do not mark one, where
  /// a paste would be commands to a list.
  public var takesBurstsForPastes = false

  private enum State: Equatable {
    case ground
    /// So many ESCs and nothing after them yet.
    case escape
    case escapeTwice
    /// After `ESC [`, with or without another ESC before it.
    case csi(alt: Bool)
    case ss3(alt: Bool)
    /// After `ESC [ [`: a function key of the Linux console.
    case linuxFunction
    /// After `ESC [ M`: three bytes of an old mouse report.
    case oldMouse
    /// After `ESC ]`, `ESC P` or `ESC _`: is it a terminal's answer or were these keys?
    case answerStart(UInt8)
    case answer(escaped: Bool)
    case paste
  }

  private var state = State.ground
  private var buffer: [UInt8] = []
  private var paste = PasteBuffer()
  private var partial = PartialCharacter()
  private var typed = String.UnicodeScalarView()
  private var events: [Event] = []
  private var lastByte: Instant?
  /// The byte before, of the same read.
  private var previous: UInt8?
  /// Whether what follows an ESC came in the same read.
  private var isJoined = false
  /// Whether the next character is one with Alt.
  private var isAlt = false
  /// Until then what follows a lone ESC may still be the rest of a slow sequence.
  private var lateUntil: Instant?

  /// The last press of a button, for telling a double click.
  private var lastPress: (mouse: Mouse, at: Instant)?

  private static let doubleClickTime = Duration.milliseconds(400)
  private static let escapeDelay = Duration.milliseconds(40)
  private static let sequenceDelay = Duration.milliseconds(500)
  private static let pasteDelay = Duration.seconds(2)
  private static let sequenceLimit = 64
  private static let answerLimit = 256

  public init() {}

  /// When `timeOut` should be called; nil while nothing is unfinished.
  public var deadline: Instant? {
    guard let lastByte else { return nil }
    switch state {
    case .ground: return partial.isEmpty ? nil : lastByte + Self.sequenceDelay
    case .escape, .escapeTwice, .answerStart: return lastByte + Self.escapeDelay
    case .csi, .ss3, .linuxFunction, .oldMouse, .answer: return lastByte + Self.sequenceDelay
    case .paste: return lastByte + Self.pasteDelay
    }
  }

  /// Decodes bytes; what they complete comes back in order.
  public mutating func feed(
    _ bytes: some Collection<UInt8>, now: Instant = .now
  ) -> [Event] {
    guard !bytes.isEmpty else { return [] }
    if let lateUntil {
      self.lateUntil = nil
      if now < lateUntil, KeySequences.isWholeTail(Array(bytes.prefix(8))) { state = .escape }
    }
    lastByte = now
    previous = nil
    if takesBurstsForPastes, state == .ground, let burst = Burst(Array(bytes), after: partial) {
      for byte in burst.before { take(byte) }
      deliver(TypedText.cleaned(burst.text, lineEnd: "\n"))
      for byte in burst.rest { take(byte) }
    } else {
      for byte in bytes { take(byte) }
    }
    flushTyped()
    return takeEvents()
  }

  /// Gives up waiting for the rest of what is unfinished, if its time has passed.
  public mutating func timeOut(now: Instant = .now) -> [Event] {
    guard let deadline, now >= deadline else { return [] }
    switch state {
    case .ground: break
    case .escape:
      press(.escape)
      lateUntil = now + Self.sequenceDelay
    case .escapeTwice:
      press(.escape)
      press(.escape)
    case .csi(let alt) where buffer.isEmpty: pressEscape(then: UInt8(ascii: "["), again: alt)
    case .ss3(let alt): pressEscape(then: UInt8(ascii: "O"), again: alt)
    case .answerStart(let byte): pressEscape(then: byte, again: false)
    case .csi, .linuxFunction, .oldMouse, .answer: break
    case .paste: deliver(paste.giveUp())
    }
    enter(.ground)
    if let scalar = partial.giveUp() { typed.append(scalar) }
    flushTyped()
    return takeEvents()
  }
}

// MARK: - One byte

extension InputDecoder {
  private mutating func take(_ byte: UInt8) {
    defer { previous = byte }
    switch state {
    case .ground: takeGround(byte)
    case .escape: takeEscape(byte)
    case .escapeTwice: takeEscapeTwice(byte)
    case .csi(let alt): takeCSI(byte, alt: alt)
    case .ss3(let alt): takeSS3(byte, alt: alt)
    case .linuxFunction:
      enter(.ground)
      if (0x41...0x45).contains(byte) { press(Key(.function(Int(byte) - 0x40))) }
    case .oldMouse: takeOldMouse(byte)
    case .answerStart(let start): takeAnswerStart(byte, start: start)
    case .answer(let escaped): takeAnswer(byte, escaped: escaped)
    case .paste: takePaste(byte)
    }
  }

  private mutating func takeGround(_ byte: UInt8) {
    if byte == 0x1B {
      if let scalar = partial.giveUp() { typed.append(scalar) }
      return enter(.escape)
    }
    for scalar in partial.take(byte) {
      let alt: Key.Modifiers = isAlt ? .alt : []
      isAlt = false
      if let key = KeySequences.control(scalar) {
        press(Key(key.code, key.modifiers.union(alt)))
      } else if alt == .alt, !(0x80..<0xA0).contains(scalar.value) {
        press(Key(.character(Character(scalar)), alt))
      } else if !(0x80..<0xA0).contains(scalar.value) {
        typed.append(scalar)
      }
    }
  }

  private mutating func takeEscape(_ byte: UInt8) {
    isJoined = previous == 0x1B
    switch byte {
    case 0x1B: enter(.escapeTwice)
    case UInt8(ascii: "["): enter(.csi(alt: false))
    case UInt8(ascii: "O"): enter(.ss3(alt: false))
    // Shift-Tab on the Linux console.
    case 0x09:
      enter(.ground)
      press(.backTab)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"): enter(.answerStart(byte))
    default:
      enter(.ground)
      if !isJoined { press(.escape) }
      isAlt = isJoined
      takeGround(byte)
    }
  }

  private mutating func takeEscapeTwice(_ byte: UInt8) {
    isJoined = previous == 0x1B
    switch byte {
    case 0x1B: press(.escape)
    case UInt8(ascii: "["): enter(.csi(alt: true))
    case UInt8(ascii: "O"): enter(.ss3(alt: true))
    default:
      press(.escape)
      enter(.escape)
      takeEscape(byte)
    }
  }

  private mutating func takeCSI(_ byte: UInt8, alt: Bool) {
    switch byte {
    case UInt8(ascii: "[") where buffer.isEmpty: enter(.linuxFunction)
    case UInt8(ascii: "M") where buffer.isEmpty: enter(.oldMouse)
    case UInt8(ascii: "$") where KeySequences.isNumber(buffer): finishCSI(byte, alt: alt)
    case 0x20..<0x40:
      if buffer.count < Self.sequenceLimit { buffer.append(byte) }
    case 0x40..<0x7F: finishCSI(byte, alt: alt)
    default:
      enter(.ground)
      takeGround(byte)
    }
  }

  private mutating func finishCSI(_ final: UInt8, alt: Bool) {
    let parameters = buffer
    enter(.ground)
    if final == UInt8(ascii: "~"), parameters == Array("200".utf8) { return enter(.paste) }
    if parameters.first == UInt8(ascii: "<") {
      if let mouse = KeySequences.mouse(parameters.dropFirst(), final: final) { take(mouse) }
    } else if parameters.count < Self.sequenceLimit,
      let key = KeySequences.csi(parameters, final: final)
    {
      press(alt ? Key(key.code, key.modifiers.union(.alt)) : key)
    }
  }

  private mutating func takeSS3(_ byte: UInt8, alt: Bool) {
    // Some terminals put the modifier between: ESC O 5 A.
    if (0x31...0x38).contains(byte), buffer.isEmpty { return buffer.append(byte) }
    let modifier = buffer
    enter(.ground)
    if let key = KeySequences.ss3(byte, modifier: modifier.first) {
      press(alt ? Key(key.code, key.modifiers.union(.alt)) : key)
    } else if byte < 0x20 || byte >= 0x7F {
      takeGround(byte)
    }
  }

  private mutating func takeOldMouse(_ byte: UInt8) {
    buffer.append(byte)
    guard buffer.count == 3 else { return }
    let report = buffer.map { Int($0) - 0x20 }
    enter(.ground)
    let final = report[0] & 3 == 3 && report[0] & 64 == 0 ? "m" : "M"
    let text = "\(report[0]);\(report[1]);\(report[2])"
    if let mouse = KeySequences.mouse(Array(text.utf8)[...], final: Array(final.utf8)[0]) {
      take(mouse)
    }
  }

  /// A second press on the same cell soon after the first is a double click; a third begins anew.
  private mutating func take(_ mouse: Mouse) {
    flushTyped()
    var mouse = mouse
    if mouse.kind == .press, let now = lastByte {
      if let last = lastPress, last.mouse == mouse, now - last.at < Self.doubleClickTime {
        mouse.clicks = 2
      }
      lastPress = (mouse, now)
    }
    events.append(.mouse(mouse))
  }
}

// MARK: - Answers and pastes

extension InputDecoder {
  /// Answers to questions that some other program asked: swallowed, never typed.
  private mutating func takeAnswerStart(_ byte: UInt8, start: UInt8) {
    let isAnswer =
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): true
      case UInt8(ascii: "!"), UInt8(ascii: ">"), UInt8(ascii: "$"): start == UInt8(ascii: "P")
      case UInt8(ascii: "G"): start == UInt8(ascii: "_")
      default: false
      }
    if isAnswer { return enter(.answer(escaped: false)) }
    enter(.ground)
    pressEscape(then: start, again: false)
    take(byte)
  }

  private mutating func takeAnswer(_ byte: UInt8, escaped: Bool) {
    buffer.append(byte)
    if byte == 0x07 || (escaped && byte == UInt8(ascii: "\\")) || buffer.count > Self.answerLimit {
      return enter(.ground)
    }
    state = .answer(escaped: byte == 0x1B)
  }

  private mutating func takePaste(_ byte: UInt8) {
    switch paste.take(byte) {
    case .unfinished: break
    case .piece(let text): deliver(text)
    case .end(let text):
      deliver(text)
      enter(.ground)
    }
  }

  private mutating func deliver(_ pasted: String) {
    flushTyped()
    if !pasted.isEmpty { events.append(.paste(pasted)) }
  }
}

// MARK: - Results

extension InputDecoder {
  private mutating func enter(_ state: State) {
    self.state = state
    isAlt = false
    buffer.removeAll(keepingCapacity: buffer.count < 1024)
  }

  private mutating func press(_ key: Key) {
    flushTyped()
    events.append(.key(key))
  }

  private mutating func pressEscape(then byte: UInt8, again: Bool) {
    if again { press(.escape) }
    if !isJoined { press(.escape) }
    press(Key(.character(Character(Unicode.Scalar(byte))), isJoined ? .alt : []))
    for byte in buffer { press(Key(Character(Unicode.Scalar(byte)))) }
  }

  /// Text that arrived together is cut into what a person calls characters.
  private mutating func flushTyped() {
    guard !typed.isEmpty else { return }
    for character in String(typed) { events.append(.key(Key(character))) }
    typed = String.UnicodeScalarView()
  }

  private mutating func takeEvents() -> [Event] {
    defer { events = [] }
    return events
  }
}
