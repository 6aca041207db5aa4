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
    desk.press("c")
    print(desk.text)
    desk.press(.pageDown)
    print(desk.text)
    desk.press(.pageDown)
    print(desk.text)
    desk.press(.pageDown)
    print(desk.text)
    desk.type("Getting to school on time")
    print(desk.text)
    desk.press(.enter)
    desk.type("> Uncle Joe walks with her, fri")
    print(desk.text)
    desk.press(.enter)
    desk.type("> Ms Grant meets her at the gate from mon")
    desk.press(.enter)
    desk.type("Less shouting in the mornings")
    desk.press(.tab)
    print(desk.text)
    desk.type("m")
    print(desk.text)
    desk.press(.enter)
    desk.type("\"We want Ella to be happy.")
    desk.press(.enter)
    desk.type("! Nan Rita calls everybody together.")
    desk.press(.tab)
    print(desk.text)
    desk.press(.enter)
    print(desk.text)
    desk.press(.up)
    print(desk.text)
    desk.press(.pageDown)
    print(desk.text)
    #expect(desk.shows("zzz"))
  }
}
