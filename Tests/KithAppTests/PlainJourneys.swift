import Casework
import Testing
import TextUI

@testable import KithApp

/// The work of the three people, heard and typed line by line.
@MainActor
@Suite(.serialized)
struct PlainJourneys {
  @Test func `I hear what needs me today, one fact a line`() async throws {
    let said = try await PlainTalking.hear("quit")

    #expect(said.contains("kith, Sat 21 Nov 2026. You are Maya Osei.\n"))
    #expect(said.contains("This is a training store, not for real records.\n"))
    #expect(said.contains("1. Brannigan, review overdue by 6 days, was due Sun 15 Nov\n"))
    #expect(said.contains("2. Adeyemi, action overdue: ring CAMHS, Uncle Femi, Wed 18 Nov\n"))
    #expect(said.contains("Number, word or ?: quit\n"))
  }

  @Test func `I open a family by a few letters and hear its plan`() async throws {
    let said = try await PlainTalking.hear("duff", "1", "plan", "quit")

    #expect(said.contains("Families, Duffy, Overview\n"))
    #expect(said.contains("Families, Duffy, Plan\n"))
    #expect(
      said.contains(
        "Goal 1: Getting to school on time, whose: Kayla, at the start 2, now 6, hoped for 8\n"))
    #expect(said.contains("done, Uncle Joe: walks with her, Mon to Wed, since Mon 14 Sep\n"))
    #expect(said.contains("Every week but one. They stop for a hot chocolate on Wednesdays.\n"))
  }
}
