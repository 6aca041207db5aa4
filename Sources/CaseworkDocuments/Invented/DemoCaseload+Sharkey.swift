import Casework

/// Callum and Rory Sharkey, 11 and 8: their father drinks, and measures himself.
extension DemoCaseload {
  static func sharkey(_ world: World, _ crew: Crew) -> FamilyFile {
    var family = FamilyBuilder(
      world, crew, "Sharkey", "F-0987", lead: crew.maya,
      status: [(-240, .referred), (-236, .open)],
      support: [(-236, .childProtection), (-100, .childInNeed)], locality: "South")
    sharkeyPeople(&family)
    sharkeyPlan(&family)
    sharkeyEarlierReviews(&family)
    sharkeyReviews(&family)
    sharkeyRecord(&family)
    return family.finished()
  }

  private static func sharkeyPeople(_ f: inout FamilyBuilder) {
    f.child("Callum Sharkey", 11, 9, school: "Southbrook School", sibling: "brother")
    f.child("Rory Sharkey", 8, 2, school: "Mill Street Primary", sibling: "brother")
    f.adult(
      "Martin Sharkey", knownAs: "Dad", "father", home: true, parental: true,
      contact: "07700 900518", needs: "Alcohol. Three tries at stopping before this one.")
    f.adult(
      "Joanne Sharkey", knownAs: "Mum", "mother", home: true, parental: true,
      contact: "07700 900527")
    f.adult(
      "Kevin Sharkey", knownAs: "Uncle Kev", "uncle", contact: "07700 900533",
      help: "Nine years sober. Will come out at two in the morning, and has.")
    f.professional("Leon Pryce", "alcohol worker", "Adult recovery service", joined: -220)
    f.professional("Mrs Whitely", "head teacher", "Mill Street Primary", joined: -230)
    f.professional("Coach Ade", "football coach", "Southbrook Juniors", joined: -150)
    f.trusts("Callum", "Coach Ade", since: -150)
    f.trusts("Rory", "Uncle Kev", since: -170)
    f.consent("Dad", "Adult recovery service", "tests and attendance", from: -220)
    f.consent("Dad", "Southbrook Juniors", "that he is welcome at matches", .limited, from: -150)
    f.consent("Mum", "Mill Street Primary", "plan and reviews", from: -230)
  }

  private static func sharkeyPlan(_ f: inout FamilyBuilder) {
    f.conference(
      referred: -222, held: -174, at: "10:30", place: "Mill Street Primary",
      agreedBy: ["Callum", "Rory", "Dad", "Mum", "Uncle Kev"])
    f.prepare(
      yes: "Mum", from: "Mill Street Primary",
      asking: ["How does everybody say it out loud, and what happens then?"],
      lines: ["No child is in a car with somebody who has had a drink."],
      resources: "An alcohol worker, football on Saturdays.")
    f.invite(["Callum", "Rory", "Dad", "Mum", "Uncle Kev"])
    f.plan(
      opening: "No more whispering. If Dad has had a drink we say so, and then we have tea.",
      ifNotWorking: "Kev comes and takes the boys to his, that night, and rings Maya.",
      keptGoingBy: "Uncle Kev")
    f.goal(
      "No more bottles behind the boiler", whose: "Dad", about: nil, .other, from: 3, to: 9,
      set: -174)
    f.action("Leon Pryce", "Mondays and Fridays, with a test", .done, since: -168)
    f.action(
      "Dad", "rings Kev before, not after", .done, since: -104,
      howItWent: "Eleven calls. Two of them after; he told us himself.")
    f.rate("Dad", (-174, 3), (-139, 3), (-104, 5), (-76, 6))
    f.rate("Dad", -44, 8, says: "Eight. Sundays with the boys I'd give it a nine.")
    f.rate("Mum", (-139, 3), (-76, 6), (-44, 7))
    f.goal(
      "Dad at my match and not shouting", whose: "Callum", about: "Callum", .parentChild, from: 2,
      to: 8, set: -174)
    f.action("Coach Ade", "gives Martin the water bottles to look after", .done, since: -139)
    f.rate("Callum", (-174, 2), (-104, 5))
    f.rate("Callum", -44, 7, says: "He clapped the other team. It was embarrassing but good.")
    f.goal(
      "The whole story, not just the start", whose: "Rory", about: "Rory", .parentChild, from: 4,
      to: 9, set: -174)
    f.action("Dad", "reads to the end of the chapter", .done, since: -120)
    f.rate("Rory", (-174, 4), (-104, 7))
    f.rate("Rory", -44, 9, says: "We finished the one with the badger.")
    f.agree(
      -174, at: "the family group conference", by: ["Callum", "Rory", "Dad", "Mum", "Uncle Kev"])
  }

  private static func sharkeyEarlierReviews(_ f: inout FamilyBuilder) {
    f.review(
      .coreGroup, -139, at: "09:30", place: "Mill Street Primary",
      came: ["Dad", "Mum", "Leon Pryce", "Mrs Whitely", "Maya Osei"], apologies: ["Uncle Kev"],
      well: "Martin comes to every meeting, and on time.",
      worries: "Two lapses. We heard about both of them from the boys.",
      needs: "Martin rings Kev before a drink, whatever the hour.",
      scales: [("Dad", 3), ("Mum", 3), ("Maya Osei", 3)],
      education: "Callum 90 %, Rory 98 %.", next: -104, signed: -136)
    f.voice(.child, "Callum", "I'd rather be told than guess.", heardBy: "Coach Ade")
  }

  private static func sharkeyReviews(_ f: inout FamilyBuilder) {
    f.review(
      .childProtection, -104, at: "09:30", place: "Council offices",
      came: ["Dad", "Mum", "Uncle Kev", "Leon Pryce", "Mrs Whitely", "Maya Osei"],
      well: "Eight clear tests in a row. The boys know who to ring and have rung.",
      worries: "The week of the anniversary of Martin's father's death.",
      needs: "A plan for that week, written by Martin, on the fridge.",
      scales: [("Dad", 5), ("Mum", 6), ("Leon Pryce", 6), ("Maya Osei", 6)],
      education: "Callum 95 %, Rory 99 %. Both on track.", outcome: .stepDown,
      lasting: "Kev is two streets away, the recovery group has no end date, the school knows.",
      next: -76, signed: -101)
    f.voice(.child, "Rory", "I rang Kev and he came in his slippers.", heardBy: "Mrs Whitely")
    f.voice(.child, "Callum", "It's quieter. I keep waiting but it stays quiet.")
    f.review(
      .familyGroupConference, -97, at: "10:30", place: "Mill Street Primary",
      came: ["Callum", "Rory", "Dad", "Mum", "Uncle Kev"],
      well: "Kev's sofa was needed once, and it worked.",
      worries: "Nobody has said what happens if Kev is on nights.",
      needs: "A second name on the fridge under Kev's.",
      scales: [("Callum", 5), ("Dad", 6), ("Mum", 5), ("Uncle Kev", 6)],
      education: "Both in every day.", next: -76, signed: -94)
    f.voice(.child, "Rory", "Can the second one be Coach Ade?")
    f.voice(.family, "Uncle Kev", "I'd want to be rung. I'd be cross not to be.")
    f.review(
      .childInNeed, -76, at: "16:15", place: "At home",
      came: ["Callum", "Dad", "Mum", "Leon Pryce", "Maya Osei"],
      well: "The sheet for the week is on the fridge, in Martin's writing.",
      worries: "Joanne still sleeps lightly.", needs: "A night off for her; Kev has the boys.",
      scales: [("Dad", 6), ("Mum", 6), ("Callum", 6)], education: "Callum 95 %, Rory 99 %.",
      next: -44, signed: -73)
    f.voice(.family, "Mum", "I want to stop listening for the key.")
    f.review(
      .childInNeed, -44, at: "16:15", place: "At home",
      came: ["Callum", "Rory", "Dad", "Mum", "Uncle Kev", "Leon Pryce", "Maya Osei"],
      apologies: ["Mrs Whitely"],
      well: "The anniversary came and went. Everybody talks about it with the door open.",
      worries: "Martin starts a new job, with a bar downstairs.",
      needs: "Leon moves to evenings so that the job does not mean fewer sessions.",
      scales: [("Dad", 8), ("Mum", 7), ("Callum", 7), ("Leon Pryce", 7), ("Maya Osei", 8)],
      education: "Callum 96 %, made captain of the B team. Rory 99 %.", next: -2, signed: -41)
    f.voice(
      .family, "Dad", "Nobody marched me anywhere. So I've only myself to blame, or to thank.")
    f.voice(.child, nil, "Callum and Rory: “We like Sundays now.”", heardBy: "Maya Osei")
    f.planReview(.childInNeed, -2, at: "16:15", place: "At home")
  }

  private static func sharkeyRecord(_ f: inout FamilyBuilder) {
    f.note(
      .visit, -235, at: "08:15", "Rory answered the door in his uniform with a slice of bread.")
    f.says("Callum", -200, to: "Maya Osei", "You learn to tell from how he puts his keys down.")
    f.note(.call, -118, at: "21:40", "Kev rang: the boys were with him, Martin had told them why.")
    f.note(.meeting, -57, "Leon, Martin and I wrote the week of the anniversary on one sheet.")
    f.says("Rory", -22, to: "Uncle Kev", "Dad does all the voices, even the hedgehog.")
    f.note(
      .message, -3, "Martin texted: first week of the job, can we move the review to an evening?")
    f.says("Callum", -9, to: "Coach Ade", "Is it all right if my dad does the bottles again?")
  }
}
