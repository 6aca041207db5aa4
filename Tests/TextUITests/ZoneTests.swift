import Testing
import TextUI

/// What a click on a cell means.
struct ZoneTests {
  @Test func `what was drawn last is hit`() {
    var canvas = Canvas(size: Size(width: 10, height: 3))
    canvas.mark(Rect(x: 0, y: 0, width: 10, height: 3), .item(1))
    canvas.mark(Rect(x: 2, y: 1, width: 3, height: 1), .item(2))

    #expect(canvas.zone(at: Point(x: 2, y: 1))?.target == .item(2))
    #expect(canvas.zone(at: Point(x: 5, y: 1))?.target == .item(1))
    #expect(canvas.zone(at: Point(x: 10, y: 1)) == nil)
  }

  @Test func `what is painted over cannot be hit any more`() {
    var canvas = Canvas(size: Size(width: 10, height: 3))
    canvas.mark(Rect(x: 2, y: 1, width: 3, height: 1), .item(1))

    canvas.fill(Rect(x: 0, y: 1, width: 10, height: 1))

    #expect(canvas.zones.isEmpty)
  }

  @Test func `a canvas drawn on another brings its zones, those outside stay away`() {
    var small = Canvas(size: Size(width: 5, height: 4))
    for row in 0..<4 { small.mark(Rect(x: 0, y: row, width: 5, height: 1), .item(row)) }
    var large = Canvas(size: Size(width: 8, height: 3))

    large.draw(small, x: 6, y: -2)

    #expect(large.zone(at: Point(x: 7, y: 0))?.target == .item(2))
    #expect(large.zone(at: Point(x: 7, y: 1))?.target == .item(3))
    #expect(large.zones.count == 2)
  }

  @Test func `a dialog lets nothing beneath it be hit`() {
    var canvas = Canvas(size: Size(width: 60, height: 20))
    HintLine.draw(on: &canvas, y: 19, hints: [(key: "a", label: "goal")])
    #expect(canvas.zone(at: Point(x: 1, y: 19))?.target == .key(Key("a")))

    Dialog(title: "Remove", message: "It goes.", buttons: ["Cancel", "Remove"]).draw(over: &canvas)

    #expect(canvas.zone(at: Point(x: 1, y: 19)) == nil)
    #expect(canvas.zones.map(\.target) == [.button(0), .button(1)])
  }

  @Test(arguments: ["0–9", "← →", "to 9", "", "Ctrl-", "Fn"])
  func `hints that name no single key are no button`(_ key: String) {
    var canvas = Canvas(size: Size(width: 40, height: 1))

    HintLine.draw(on: &canvas, y: 0, hints: [(key: key, label: "choose")])

    #expect(canvas.zones.isEmpty)
  }
}

/// When two presses are one double click.
struct DoubleClickTests {
  private let start = ContinuousClock.now
  private let press = Array("\u{1B}[<0;5;7M\u{1B}[<0;5;7m".utf8)

  private func clicks(after delays: [Int], at second: [UInt8]? = nil) -> [Int] {
    var decoder = InputDecoder()
    var events = decoder.feed(press, now: start)
    var now = start
    for delay in delays {
      now += .milliseconds(delay)
      events += decoder.feed(second ?? press, now: now)
    }
    return events.compactMap { event in
      guard case .mouse(let mouse) = event, mouse.kind == .press else { return nil }
      return mouse.clicks
    }
  }

  @Test func `two presses soon after each other are a double click, a third begins anew`() {
    #expect(clicks(after: [150, 150]) == [1, 2, 1])
  }

  @Test func `two slow presses are two clicks`() {
    #expect(clicks(after: [400]) == [1, 1])
  }

  @Test func `two presses on two places are two clicks`() {
    #expect(clicks(after: [100], at: Array("\u{1B}[<0;6;7M".utf8)) == [1, 1])
  }
}
