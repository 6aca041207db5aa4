import Casework
import Testing
import TextUI

@testable import KithApp

/// A coordinator typing a plan while a family talks.
@MainActor
@Suite(.serialized)
struct ConferenceJourneys {
  @Test func `look`() async throws {
    let room = try await ConferenceRoom.make()
    let desk = try room.desk()
    desk.open("Marlow")
    desk.press("C")
    print(desk.text)
    for key in ["o", "f", "i", "w", "a", "S", "H"] as [Key] {
      desk.press(key)
      print(desk.text)
      desk.press(.escape)
    }
    desk.press("c")
    print(desk.text)
    desk.press(Key(.character("4"), .alt))
    desk.type("Getting to school on time")
    desk.press(.enter, .pageDown, .enter)
    print(desk.text)
    desk.press(.down, .down, .down)
    desk.press(.up, .right, .right)
    print(desk.text)
    #expect(desk.shows("zzz"))
  }
}
