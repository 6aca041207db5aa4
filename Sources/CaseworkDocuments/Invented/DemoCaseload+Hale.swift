import Casework

/// Tamsin Hale, 13, whom nobody notices.
extension DemoCaseload {
  static func hale(_ world: World, _ crew: Crew) -> FamilyFile {
    var family = FamilyBuilder(
      world, crew, "Hale", "F-1009", lead: crew.maya,
      status: [(-205, .referred), (-196, .open)], support: [(-196, .childInNeed)],
      locality: "South",
      flags: [
        Flag(
          kind: .domesticAbuse,
          note: "Her father, until she was five. He has not had the address since.")
      ])
    halePeople(&family)
    halePlan(&family)
    haleReviews(&family)
    haleRecord(&family)
    return family.finished()
  }

  private static func halePeople(_ f: inout FamilyBuilder) {
    f.child(
      "Tamsin Hale", 13, 6, school: "Southbrook School",
      needs: "Two years behind in maths. Sits at the back, by the coats.")
    f.adult(
      "Gail Hale", knownAs: "Mum", "mother", home: true, parental: true, contact: "07700 900411",
      needs: "Bipolar disorder; good weeks and bad weeks, and she knows which is which.")
    f.adult(
      "Carol Hale", knownAs: "Auntie Carol", "aunt", contact: "07700 900429",
      help: "Lives two hours away. A phone call on Sundays; half term if asked early.")
    f.adult("Aaron Hale", "brother", contact: "Moved out last year; number not known")
    f.professional("Miss Rowe", "librarian", "Southbrook School", joined: -150)
    f.professional("Joy Mensah", "community nurse", "Adult mental health team", joined: -190)
    f.professional("Mr Sandford", "form tutor", "Southbrook School", joined: -190, left: -124)
    f.trusts("Tamsin", "Miss Rowe", since: -150)
    f.consent("Mum", "Southbrook School", "plan and reviews", from: -190)
    f.consent("Mum", "Adult mental health team", "whether she is well", .limited, from: -190)
    f.consent("Tamsin", "Southbrook School", "what she tells Miss Rowe", .refused, from: -150)
  }

  private static func halePlan(_ f: inout FamilyBuilder) {
    f.conference(
      referred: -196, held: -148, at: "13:00", place: "The library at Southbrook School",
      agreedBy: ["Tamsin", "Mum", "Auntie Carol", "Miss Rowe"])
    f.prepare(
      yes: "Mum", from: "Adult mental health team",
      asking: ["Who is there in a bad week, and how do they hear of it?"],
      lines: ["Tamsin knows whom to ring, by day and by night."],
      resources: "The library after school, a nurse every fortnight.")
    f.invite(["Tamsin", "Mum", "Auntie Carol", "Miss Rowe"])
    f.plan(
      opening: "There are only three of us, so each of us has to count.",
      ifNotWorking: "Tamsin tells Miss Rowe. Miss Rowe tells Maya that day.",
      keptGoingBy: "Auntie Carol")
    f.goal(
      "Somebody asks how my day was", whose: "Tamsin", about: "Tamsin", .trustedRelationship,
      from: 3, to: 8, set: -148)
    f.action("Mum", "asks at tea, and waits for the answer", .partly, since: -78)
    f.action("Auntie Carol", "rings on Sundays at six", .done, since: -141)
    f.rate("Tamsin", (-148, 3), (-113, 2), (-78, 3))
    f.rate("Tamsin", -50, 2, says: "They ask when there's a meeting coming up.")
    f.rate("Mum", (-113, 4), (-78, 4))
    f.goal(
      "Catching up in maths so I'm not bottom set for everything", whose: "Tamsin",
      about: "Tamsin", .learning, from: 3, to: 7, set: -148)
    f.action("Miss Rowe", "keeps the corner table free at lunch on Tuesdays", .done, since: -140)
    f.rate("Tamsin", (-148, 3), (-113, 4), (-78, 4))
    f.rate("Tamsin", -50, 4, says: "I get it when it's just me and the book.")
    f.goal(
      "Saying sorry quicker after a bad week", whose: "Mum", about: nil, .parentChild, from: 3,
      to: 8, set: -148)
    f.action("Joy Mensah", "writes down with Gail what a bad week looks like from outside", .done)
    f.rate("Mum", (-148, 3), (-113, 4))
    f.rate("Mum", -43, 5, says: "I said it on the Thursday. It used to be a fortnight.")
    f.agree(
      -148, at: "the family group conference",
      by: ["Tamsin", "Mum", "Auntie Carol", "Miss Rowe"])
  }

  private static func haleReviews(_ f: inout FamilyBuilder) {
    f.review(
      .childInNeed, -113, at: "14:30", place: "Southbrook School",
      came: ["Tamsin", "Mum", "Miss Rowe", "Joy Mensah", "Maya Osei"],
      well: "The corner table. Auntie Carol has not missed a Sunday.",
      worries: "Tamsin says little, and what she says is about other people.",
      needs: "Meetings with fewer people in them.", scales: [("Mum", 5), ("Maya Osei", 4)],
      education: "Attendance 90 %.", next: -78, signed: -110)
    f.voice(.child, "Tamsin", "You all talk to Mum and then you smile at me.")
    f.review(
      .childInNeed, -78, at: "14:30", place: "Southbrook School",
      came: ["Tamsin", "Mum", "Miss Rowe", "Maya Osei"], apologies: ["Joy Mensah"],
      well: "Sundays at six. Tamsin has read eleven books since the conference and kept a list.",
      worries: "A bad week last month that nobody told us about.",
      needs: "A way for Tamsin to say “it is one of those weeks” without having to explain.",
      scales: [("Tamsin", 4), ("Mum", 5), ("Maya Osei", 5)],
      education: "Attendance 88 %. Behind in maths; ahead in English and nobody had said so.",
      next: -43, signed: -74)
    f.voice(.child, "Tamsin", "I come in and nobody looks up. I could be a coat.")
    f.voice(.family, "Mum", "I do see her. I don't always have anything left to show it with.")
    f.review(
      .familyGroupConference, -71, at: "13:00", place: "The library at Southbrook School",
      came: ["Tamsin", "Mum", "Auntie Carol", "Miss Rowe"],
      well: "All three of them in one room, and nobody else for the first hour.",
      worries: "Tamsin wrote hers down and did not want it read.",
      needs: "Ask her again, on a day without a meeting.",
      scales: [("Tamsin", 4), ("Mum", 5), ("Auntie Carol", 5)],
      education: "The corner table is still hers.", next: -43, signed: -68)
    f.voice(.child, "Tamsin", "I'll say it when it's true.")
    f.voice(.family, "Auntie Carol", "I should have come up sooner.")
    f.review(
      .childInNeed, -43, at: "14:30", place: "At home",
      came: ["Mum", "Joy Mensah", "Maya Osei"], apologies: ["Tamsin", "Miss Rowe"],
      well: "Gail said sorry on the Thursday. The list of books is at nineteen.",
      worries: "Tamsin did not come. She has missed three Tuesdays at the corner table.",
      needs: "Somebody to see Tamsin on her own, and not about a meeting.",
      scales: [("Mum", 5), ("Maya Osei", 4), ("Joy Mensah", 5)],
      education: "Attendance 83 %, lower than ever.", signed: -40,
      supervisor: "Please see Tamsin herself before the next one.")
    f.voice(.family, "Mum", "She says she's fine. I said that at her age.")
    f.voice(.agencies, "Joy Mensah", "Gail is as well as I have known her.")
  }

  private static func haleRecord(_ f: inout FamilyBuilder) {
    f.note(.visit, -195, at: "16:00", "Tamsin let me in, made the tea and left the room.")
    f.says(
      "Tamsin", -150, to: "Miss Rowe",
      "I keep the good bits for when somebody asks. I've got loads by now.")
    f.says("Tamsin", -64, to: "Miss Rowe", "I won the reading thing. It's in my bag.")
    f.note(
      .call, -55, at: "18:05",
      "Carol rang and rang; Tamsin had the phone off. She picked up on Monday.")
    f.note(
      .visit, -16, at: "16:10", "Tamsin was out. Gail thought at the library. It shuts at four.")
  }
}
