import Dispatch
import Testing

@testable import TextUI

@MainActor @Suite struct ScriptedTerminalTests {
  @Test func `events arrive as they were fed, and then the time runs out`() {
    let terminal = ScriptedTerminal(size: Size(width: 10, height: 2))
    terminal.press(.up, .down)
    terminal.feed([.paste("a"), .key(.enter)])

    #expect(terminal.events(until: nil) == [.key(.up)])
    #expect(terminal.events(until: nil) == [.key(.down)])
    #expect(terminal.events(until: nil) == [.paste("a"), .key(.enter)])
    #expect(terminal.events(until: nil) == [.timeout])
  }

  @Test func `many wakes are one`() {
    let terminal = ScriptedTerminal()
    let waker = terminal.waker
    waker.wake()
    waker.wake()

    #expect(terminal.events(until: nil) == [.woken])
    #expect(terminal.events(until: nil) == [.timeout])
  }

  @Test func `a wake from another thread ends the waiting`() {
    let terminal = ScriptedTerminal(patience: .seconds(5))
    let waker = terminal.waker
    DispatchQueue.global().async { waker.wake() }

    #expect(terminal.events(until: nil) == [.woken])
  }

  @Test func `a step waits for the screen it needs`() {
    let terminal = ScriptedTerminal(size: Size(width: 10, height: 1))
    terminal.feed([.key(.enter)]) { $0.lines[0].contains("ready") }
    var canvas = Canvas(size: terminal.size)
    terminal.draw(canvas)

    #expect(terminal.events(until: nil) == [.timeout])
    canvas.put("ready", x: 0, y: 0)
    terminal.draw(canvas)
    #expect(terminal.events(until: nil) == [.key(.enter)])
    #expect(terminal.frames.count == 2)
    #expect(terminal.remaining == 0)
  }

  @Test func `a deadline that has passed is told at once`() {
    let terminal = ScriptedTerminal(patience: .seconds(60))

    #expect(terminal.events(until: .now) == [.timeout])
  }

  @Test func `a resize changes the size and tells it`() {
    let terminal = ScriptedTerminal()
    terminal.resize(to: Size(width: 40, height: 10))

    #expect(terminal.size == Size(width: 40, height: 10))
    #expect(terminal.events(until: nil) == [.resized(Size(width: 40, height: 10))])
  }
}
