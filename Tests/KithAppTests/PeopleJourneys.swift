import Casework
import Testing
import TextUI

@testable import KithApp

/// What a caseworker does with the people of a family, its record and its reviews.
@MainActor
@Suite(.serialized)
struct PeopleJourneys {
  @Test func `I add a family and stand in it at once`() async throws {
    let desk = try await Desk.demo()
    desk.press("2", "a")

    desk.fill("Okonkwo")

    #expect(desk.shows("Families › Okonkwo"))
    #expect(desk.shows("No child is recorded yet. n adds a person."))
    #expect(try await desk.file("Okonkwo").family.leadProfessional == desk.app.context.me.id)
  }

  @Test func `I add an aunt and find her in the family network`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .team)

    desk.press("a")
    desk.fill("Siobhan Reilly", "Auntie Shiv", "n", nil, "aunt")

    #expect(desk.line.contains("Siobhan Reilly"))
    #expect(desk.line.contains("aunt"))
  }

  @Test func `the questions about a person follow from whether they are a child`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .team)
    desk.press("a", .tab, .tab)
    #expect(desk.shows("To Kayla"))

    desk.press("y")

    #expect(desk.shows("School"))
    #expect(!desk.shows("To Kayla"))
  }

  @Test func `I undo the removal of a person, and do it again`() async throws {
    let desk = try await Desk.demo()
    let before = try await desk.file("Duffy").people.count
    desk.open("Duffy", .team)
    desk.select("Joe Duffy")

    // Joe does things in the plan: nobody may be removed from under it.
    desk.press("a")
    desk.fill("Siobhan Reilly", nil, "n")
    desk.press("x")
    #expect(!desk.line(with: "Removed").isEmpty)
    #expect(try await desk.file("Duffy").people.count == before)

    desk.press("u")
    #expect(desk.shows("Taken back: Removed Siobhan Reilly"))
    #expect(try await desk.file("Duffy").people.count == before + 1)

    desk.press(.control("r"))
    #expect(desk.shows("Done again: Removed Siobhan Reilly"))
    #expect(try await desk.file("Duffy").people.count == before)
  }

  @Test func `somebody whom the plan needs is not removed, and I am told why`() async throws {
    let desk = try await Desk.demo()
    let before = try await desk.file("Duffy")
    desk.open("Duffy", .team)
    desk.select("Joe Duffy")

    desk.press("x")

    #expect(desk.shows("an action"))
    #expect(try await desk.file("Duffy") == before)
  }

  @Test func `a new lead professional takes the place of the old one`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .team)

    desk.press("A")
    desk.fill("Ms Achebe", "youth worker", "Kentish Town Youth", nil, "y")

    let leads = try await desk.file("Duffy").team.filter(\.isLeadProfessional)
    #expect(leads.map(\.name) == ["Ms Achebe"])
    #expect(desk.line.contains("Ms Achebe"))
  }

  @Test func `I record that Nan Rose lets the school know`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .team)

    desk.press("y")
    desk.fill("rose", "Carlton School", "attendance only")

    let consents = try await desk.file("Duffy").consents
    #expect(consents.contains { $0.agency == "Carlton School" && $0.purpose == "attendance only" })
  }

  @Test func `the person a child trusts has a star`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .team)
    #expect(!desk.line(with: "Rose Duffy").contains("★"))

    desk.press("*")
    desk.fill("lee", "rose")

    #expect(desk.line(with: "Rose Duffy").contains("★"))
    #expect(desk.line(with: "Ms Grant").contains("★"))
  }

  @Test func `what I wrote down today comes first in the record`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .record)

    desk.press("a")
    desk.fill("Saw Kayla at the library; she was reading to Sam.")

    #expect(desk.line.contains("Sat 21"))
    #expect(desk.shows("Saw Kayla at the library"))
  }

  @Test func `a child's words are on the overview at once`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy")

    desk.press("A")
    desk.fill("I want to swim on Fridays.", nil, "grant")

    #expect(desk.line(with: "The child").contains("“I want to swim on Fridays.”"))
  }

  @Test func `long notes are wrapped once for a width, not at every key`() async throws {
    let desk = try await Desk.demo()
    var file = try await desk.file("Duffy")
    let note = try #require(file.notes.first)
    file.notes = (1...5).map { number in
      var long = note
      long.id = desk.world.newID()
      long.words = String(repeating: "Nan Rose, rang \(number). ", count: 1500)
      return long
    }
    let record = FamilyRecord()
    func time(_ width: Int) -> Duration {
      ContinuousClock().measure { _ = record.lines(file, width: width, desk.app.context) }
    }

    let (first, second) = (time(80), time(80))
    let atFirst = record.lines(file, width: 80, desk.app.context)
    file.notes[0].words = "Short now."
    let changed = record.lines(file, width: 80, desk.app.context)

    #expect(second * 4 < first)
    #expect(time(60) > second)
    #expect(changed != atFirst)
    #expect(changed == FamilyRecord().lines(file, width: 80, desk.app.context))
  }

  @Test func `f in the record shows the children's words alone`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .record)

    desk.press("f", "f")

    #expect(desk.shows("I want mornings to be quiet."))
    #expect(!desk.shows("science trip"))
  }

  @Test func `I find a word in a family's record`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .record)

    desk.press("/")
    desk.type("shoes")

    #expect(desk.shows("1 found"))
    #expect(desk.shows("Sam's shoes"))
    desk.press(.escape)
    #expect(desk.shows("science trip"))
  }

  @Test func `a review I plan is on the reviews tab`() async throws {
    let desk = try await Desk.demo()
    desk.press("3")
    desk.select("Brannigan")
    #expect(desk.line.contains("overdue"))

    desk.press("e", .tab)
    desk.fill("wed", "4pm")

    #expect(desk.line(with: "Brannigan").contains("Wed 25 Nov"))
    #expect(desk.line(with: "Brannigan").contains("planned"))
  }

  @Test func `page down reads on in what a long review said`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .reviews)
    desk.press(.down)
    #expect(!desk.shows("Attendance 93 %"))

    desk.press(.pageDown)

    #expect(desk.shows("Attendance 93 %"))
    #expect(desk.line.contains("Fri 6 Nov"))
  }

  @Test func `Enter on the reviews tab opens the very review`() async throws {
    let desk = try await Desk.demo(as: "Ruth Bell")
    desk.press("3", .tab, .tab, .tab)
    desk.select("Duffy")

    desk.press(.enter)

    #expect(desk.shows("Reviews › Duffy"))
    #expect(desk.shows("Fri 6 Nov at 15:45, Carlton School"))
  }

  @Test func `I add a colleague and go on as them`() async throws {
    let desk = try await Desk.demo()
    desk.press("5", "a")
    desk.fill("Anna Marsh", "coordinator")
    desk.select("Anna Marsh")

    desk.press(.enter)

    #expect(desk.shows("You are Anna Marsh now."))
    #expect(desk.line(with: "TRAINING").contains("Anna Marsh"))
  }

  @Test func `a second review of a kind on the same day is not planned`() async throws {
    let desk = try await Desk.demo()
    let before = try await desk.file("Duffy").reviews.count
    desk.open("Duffy", .reviews)

    desk.press("a", .control("s"))

    #expect(desk.shows("A CIN review is planned for that day already."))
    #expect(try await desk.file("Duffy").reviews.count == before)
    desk.tab(to: "Kind")
    desk.type("core")
    desk.press(.control("s"))
    #expect(try await desk.file("Duffy").reviews.count == before + 1)
  }

  @Test func `the title says what alone is shown of the record`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .record)

    desk.press("f")
    #expect(desk.screen.lines[0].contains("Duffy › notes only"))
    desk.press("f", "f")

    #expect(!desk.screen.lines[0].contains("only"))
  }

  @Test func `removing a child's words says whose they were`() async throws {
    let desk = try await Desk.demo()
    desk.open("Duffy", .record)
    desk.select("I want mornings to be quiet.")

    desk.press("x")

    #expect(desk.shows("Removed Kayla’s words of Tue 10 Nov"))
  }

  @Test func `a name with a line break is one line wherever it stands`() async throws {
    let desk = try await Desk.demo()
    try await desk.meanwhile(in: "Duffy") { file in
      var kayla = try #require(file.children.first { $0.name == "Kayla Duffy" })
      let before = kayla
      kayla.knownAs = "Kay\nla"
      return [Change(before: .person(before), after: .person(kayla))]
    }

    desk.open("Duffy")

    #expect(desk.shows("Kay␊la, 12, year 8"))
  }
}
