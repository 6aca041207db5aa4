import Casework

/// Kayla Duffy, 12: mornings, a mentor at the gate, and a grandmother who keeps the plan going.
extension DemoCaseload {
  static func duffy(_ world: World, _ crew: Crew) -> FamilyFile {
    var family = FamilyBuilder(
      world, crew, "Duffy", "F-1031", lead: crew.maya, status: [(-116, .referred), (-109, .open)],
      support: [(-109, .childInNeed)], locality: "North")
    duffyPeople(&family)
    duffyConsents(&family)
    duffyPlan(&family)
    duffyFurtherGoals(&family)
    duffyReviews(&family)
    duffyRecord(&family)
    return family.finished()
  }

  private static func duffyPeople(_ f: inout FamilyBuilder) {
    f.child(
      "Kayla Duffy", 12, 8, school: "Carlton School", sibling: "sister",
      needs: "Asthma; keeps a spare inhaler with Ms Grant.")
    f.child("Lee Duffy", 9, 3, school: "Fleet Lane Primary", sibling: "brother")
    f.child("Sam Duffy", 6, 5, school: "Fleet Lane Primary", sibling: "brother")
    f.adult(
      "Dawn Duffy", knownAs: "Mum", "mother", home: true, parental: true,
      contact: "07700 900114, after two when she is up from the night shift",
      needs: "Works nights at the bakery, four a week.")
    f.adult(
      "Rose Duffy", knownAs: "Nan Rose", "grandmother", contact: "020 7946 0131",
      help: "Sunday dinner, school nights, ringing round.")
    f.adult(
      "Joe Duffy", knownAs: "Uncle Joe", "uncle", contact: "07700 900162",
      help: "The walk to school, football on Saturdays, lifts.")
    f.professional(
      "Ms Grant", "mentor", "Carlton School", contact: "020 7946 0118, ask for the hub",
      joined: -96)
    f.professional("Dr Shah", "clinical psychologist", "CAMHS", joined: -51)
    f.professional("Mr Webb", "head of year 8", "Carlton School", joined: -96, left: -22)
    f.trusts("Kayla", "Ms Grant", since: -70)
  }

  private static func duffyConsents(_ f: inout FamilyBuilder) {
    f.consent("Mum", "Carlton School", "plan and reviews", from: -96)
    f.consent("Mum", "CAMHS", "health only", .limited, from: -51)
    f.consent("Mum", "Mr Webb, head of year", "plan and reviews", from: -96, withdrawn: -19)
    f.consent("Nan Rose", "Children's services", "her part of the plan", from: -70)
    f.consent("Uncle Joe", "Children's services", "his part of the plan", from: -70)
    f.consent("Mum", "Bakery, her employer", "that there is a plan", .refused, from: -70)
  }

  private static func duffyPlan(_ f: inout FamilyBuilder) {
    f.conference(
      referred: -107, held: -70, at: "11:00", place: "Kentish Town Library",
      agreedBy: ["Kayla", "Lee", "Mum", "Nan Rose", "Uncle Joe", "Ms Grant", "Mr Webb"],
      review: 75)
    f.prepare(
      yes: "Mum", from: "Maya Osei",
      asking: [
        "What does a good school morning need, and who can be part of it?",
        "Who does Kayla talk to when she is worried?",
      ], lines: ["Somebody Kayla knows is with her on the way to school."],
      resources: "A mentor at school, breakfast club, four sessions at CAMHS.")
    f.invite(["Kayla", "Lee", "Mum", "Nan Rose", "Uncle Joe", "Ms Grant", "Mr Webb"])
    f.plan(
      opening: "We want Kayla to be happy at school and mornings to be calmer.",
      ifNotWorking: "Nan Rose calls everyone together; Maya arranges a review.",
      keptGoingBy: "Nan Rose")
    f.goal(
      "Getting to school on time", whose: "Kayla", about: "Kayla", .engagement, from: 2, to: 8,
      set: -70, look: 27)
    f.action(
      "Uncle Joe", "walks with her, Mon to Wed", from: -68, .done, since: -68,
      howItWent: "Every week but one. They stop for a hot chocolate on Wednesdays.")
    f.action("Ms Grant", "meets her at the gate", by: 6)
    f.rate("Kayla", (-70, 2), (-50, 3), (-43, 3), (-29, 5))
    f.rate("Kayla", -15, 6, says: "I was only late once and that was the bus.")
    f.rate("Mum", (-70, 2), (-43, 3))
    f.rate("Mum", -15, 3, says: "I still wake up and think, has she gone?")
    f.rate("Nan Rose", (-43, 3), (-15, 4))
  }

  private static func duffyFurtherGoals(_ f: inout FamilyBuilder) {
    f.goal(
      "Less shouting in the mornings", whose: "Mum", about: "Kayla", .parentChild, from: 3, to: 7,
      set: -70, look: 27)
    f.action("Nan Rose", "has Lee and Sam to sleep over on a school night", by: 7)
    f.action(
      "Mum", "puts everybody's bags by the door before she goes to work", .done, since: -43,
      howItWent: "Four nights out of five. Sam does his own now.")
    f.rate("Mum", (-70, 3), (-43, 3))
    f.rate("Mum", -15, 4, says: "It's not silent but it's not World War Three.")
    f.rate("Kayla", (-43, 3), (-15, 5))
    f.goal(
      "Time with Mum that is just Mum and me", whose: "Kayla", about: "Kayla", .parentChild,
      from: nil, to: 8, set: -70, look: 27)
    f.action("Mum", "swaps one Friday a month so they can go swimming", .partly, since: -15)
    f.agree(
      -70, at: "the family group conference",
      by: ["Kayla", "Lee", "Mum", "Nan Rose", "Uncle Joe", "Ms Grant", "Mr Webb"])
  }

  private static func duffyReviews(_ f: inout FamilyBuilder) {
    f.review(
      .childInNeed, -43, at: "15:45", place: "Carlton School",
      came: ["Kayla", "Mum", "Nan Rose", "Ms Grant", "Mr Webb", "Maya Osei"],
      apologies: ["Uncle Joe"],
      well: "Uncle Joe's walk to school. Kayla has not missed a Wednesday.",
      worries: "Thursdays and Fridays, when nobody walks with her. Dawn is worn out.",
      needs: "Somebody for Thursday and Friday. Dawn to sleep before the school run, not after.",
      scales: [("Kayla", 5), ("Mum", 4), ("Maya Osei", 5)],
      education: "Late 9 times in six weeks, 21 times in the six before. Maths going up.",
      next: -15, signed: -40)
    f.voice(.child, "Kayla", "I like it when Joe walks with me because he doesn't ask things.")
    f.voice(.family, "Mum", "I didn't know she was getting the boys dressed. Nobody said.")
    f.voice(.school, "Mr Webb", "She comes in with her head up on the days she is on time.")
    f.review(
      .childInNeed, -15, at: "15:45", place: "Carlton School",
      came: ["Kayla", "Mum", "Nan Rose", "Uncle Joe", "Ms Grant", "Maya Osei"],
      apologies: ["Dr Shah"], well: "Uncle Joe's school run; maths club.",
      worries: "Kayla and Dawn see the mornings very differently. No time yet for just the two.",
      needs: "Ms Grant at the gate on Thursdays and Fridays. One Friday off for Dawn.",
      scales: [("Kayla", 7), ("Mum", 5), ("Nan Rose", 6), ("Maya Osei", 6)],
      education: "Attendance 93 %, was 84 % when we began. Late 4 times in four weeks.",
      next: 27)
    f.voice(.child, "Kayla", "Maths club is the best bit. I got moved up a table.")
    f.voice(
      .child, nil, "Lee and Sam drew the kitchen with everybody sitting down.",
      heardBy: "Nan Rose")
    f.voice(.family, "Nan Rose", "They're good kids and she's a good mum. She's tired, that's all.")
    f.voice(.school, "Ms Grant", "She comes to find me now. In the beginning I went to find her.")
    f.planReview(.childInNeed, 27, at: "15:45", place: "Carlton School")
    duffySecondConference(&f)
  }

  /// Prepared to the last chair: it can be held.
  private static func duffySecondConference(_ f: inout FamilyBuilder) {
    f.conference(referred: -14, booked: 5, at: "16:00", place: "Kentish Town Library")
    f.prepare(
      yes: "Mum", from: "Maya Osei",
      asking: [
        "What in the plan works, and what does not any more?",
        "How do Kayla and Mum get time for just the two of them?",
        "What do the boys need now?",
      ],
      lines: [
        "Somebody Kayla knows is with her on the way to school.",
        "An adult is at home with the boys whenever Mum works nights.",
      ], resources: "A mentor at school, two more sessions at CAMHS, a place at after-school club.")
    f.invite(
      ["Kayla"], needs: [.advocate], note: "Ms Grant sits beside her.",
      statement: "I want mornings to be quiet. I want one thing that is only me and Mum.",
      readBy: "Ms Grant")
    f.invite(["Mum"], needs: [.childcare], note: "Sam is minded next door.")
    f.invite(["Lee", "Uncle Joe", "Ms Grant"])
    f.invite(["Nan Rose"], needs: [.transport, .access], note: "Joe drives; no stairs.")
    f.invite(["Dr Shah"], part: .words, reply: .sendingWords)
  }

  private static func duffyRecord(_ f: inout FamilyBuilder) {
    f.note(.visit, -108, at: "16:30", "Met Kayla, Dawn and the boys at home. Toast for everybody.")
    f.says("Kayla", -96, to: "Maya Osei", "I do the boys first and then it's too late for me.")
    f.note(
      .meeting, -88, by: f.crew.priya,
      "Asked Dawn who should be there. She said her mother, her brother, and nobody with a form.")
    f.note(
      .call, -32, at: "12:10",
      "Mr Webb leaves at the end of the month. Ms Grant takes over from him.")
    f.note(
      .directWork, -25, "Kayla and I drew a clock of her morning. Twenty minutes are Sam's shoes.")
    f.says("Kayla", -11, to: "Ms Grant", "I want mornings to be quiet.")
    f.note(
      .visit, -4, at: "07:50",
      "Kayla up and dressed when I came. Talked about the science trip; she wants to go.")
  }
}
