import Casework

/// Jaden and Mia Reeve, 12 and 7: their mother and her former partner may not be in one room.
extension DemoCaseload {
  static func reeve(_ world: World, _ crew: Crew) -> FamilyFile {
    var family = FamilyBuilder(
      world, crew, "Reeve", "F-1012", lead: crew.maya,
      status: [(-120, .referred), (-118, .open)], support: [(-118, .childProtection)],
      locality: "South",
      flags: [
        Flag(kind: .domesticAbuse, note: "Craig Dutton to Leanne. Never ring the landline."),
        Flag(
          kind: .keepApart,
          note: "Leanne and Craig. A court order keeps him from the street; ask Leanne first."),
      ])
    reevePeople(&family)
    reeveSafety(&family)
    reevePlan(&family)
    reeveEarlierReviews(&family)
    reeveReviews(&family)
    reeveRecord(&family)
    return family.finished()
  }

  private static func reevePeople(_ f: inout FamilyBuilder) {
    f.child("Jaden Reeve", 12, 10, school: "Southbrook School", sibling: "half-brother")
    f.child("Mia Dutton", 7, 7, school: "Mill Street Primary", sibling: "half-sister")
    f.adult(
      "Leanne Reeve", knownAs: "Mum", "mother", home: true, parental: true,
      contact: "07700 900610, text only, before three")
    f.adult(
      "Craig Dutton", knownAs: "Craig", "father", to: ["Mia"], parental: true,
      contact: "Through his probation officer")
    f.adult(
      "Val Reeve", knownAs: "Nanny Val", "grandmother", contact: "07700 900634",
      help: "The spare room, always made up.")
    f.adult(
      "Sue Dutton", knownAs: "Granny Sue", "grandmother", to: ["Mia"], contact: "07700 900641",
      help: "Takes Mia to see Craig, and brings her back when Mia says so.")
    f.professional("Bola James", "domestic abuse adviser", "Safe Start", joined: -117)
    f.professional("Neil Harding", "probation officer", "Probation service", joined: -110)
    f.professional("Mr Costa", "head of year", "Southbrook School", joined: -105)
    f.trusts("Jaden", "Nanny Val", since: -100)
    f.trusts("Mia", "Mum", since: -100)
    f.consent("Mum", "Safe Start", "everything", from: -117)
    f.consent("Mum", "Probation service", "times and places of meetings", .limited, from: -110)
    f.consent("Craig", "Southbrook School", "anything about him", .refused, from: -105)
    f.consent("Granny Sue", "Children's services", "her part of the plan", from: -63)
  }

  private static func reeveSafety(_ f: inout FamilyBuilder) {
    f.file.family.safety = Safety(
      harmed: [f.person("Mum")], harmedBy: [f.person("Craig")],
      conditions: [
        LegalCondition(
          kind: .order, keeps: f.person("Craig"), from: [f.person("Mum"), f.person("Jaden")],
          place: "Hawthorn Street", begins: f.day(-82), ends: f.world.today + 100,
          note: "Made on Leanne's application; Bola has a copy.")
      ],
      keptFrom: [
        KeptFrom(
          of: f.person("Mum"), from: f.person("Craig"),
          why: "Where Leanne is, and when, is not for Craig.")
      ])
  }

  /// Leanne agreed to each of them; Craig's words were read out, the half she chose.
  private static func reeveInvitations(_ f: inout FamilyBuilder) {
    f.prepare(
      yes: "Mum", from: "Safe Start",
      asking: [
        "What does each of you need to feel safe, by day and by night?",
        "How can Mia see her father in a way that costs nobody anything?",
      ],
      lines: [
        "Craig does not come to the street or the schools.",
        "Mia sees Craig only with Granny Sue or Neil Harding there.",
      ], resources: "An adviser, a camera for the door, a group on Wednesdays.")
    f.invite(
      ["Mum", "Nanny Val", "Granny Sue", "Jaden", "Bola James"], consent: "Mum")
    f.invite(
      ["Craig"], part: .words, reply: .sendingWords,
      statement: "I frightened you. I am on the programme and I will finish it. I stay away.",
      readBy: "Bola James", consent: "Mum")
    let last = f.latest.invitations.count - 1
    f.latest.invitations[last].presence = PresenceConditions(
      acknowledgesAbuse: true, isWillingToAddressIt: true)
  }

  private static func reevePlan(_ f: inout FamilyBuilder) {
    f.conference(
      referred: -112, held: -63, at: "11:00", place: "Safe Start, upstairs room",
      agreedBy: ["Mum", "Nanny Val", "Granny Sue", "Jaden", "Bola James"])
    reeveInvitations(&f)
    f.plan(
      opening: "Safe first. Everything else is after that, but there is an everything else.",
      ifNotWorking: "Leanne rings Bola. If it is now, 999, and Nanny Val comes for the children.",
      keptGoingBy: "Nanny Val")
    f.goal(
      "I want to know who it is before the door opens", whose: "Jaden", about: "Jaden",
      .wellbeing, from: 2, to: 9, set: -63, look: 9)
    f.action(
      "Bola James", "gets a camera for the door and shows Jaden how it works", .done, since: -49)
    f.action("Nanny Val", "knocks three times and says “it's only me”", .done, since: -62)
    f.rate("Jaden", (-63, 2), (-47, 4))
    f.rate("Jaden", -19, 5, says: "The camera's good. I look even when I know.")
    f.rate("Mum", (-63, 3), (-47, 5), (-19, 6))
    f.goal(
      "A whole week without checking my phone for his name", whose: "Mum", about: nil, .other,
      from: 1, to: 8, set: -63, look: 9)
    f.action("Mum", "the group on Wednesdays, eight weeks", by: 18)
    f.rate("Mum", (-63, 1), (-47, 3))
    f.rate("Mum", -19, 4, says: "Three days. I counted, which I know is checking.")
    f.goal(
      "Me and Mummy swimming and then chips", whose: "Mia", about: "Mia", .activities, from: 5,
      to: 10, set: -63, look: 9)
    f.action("Nanny Val", "pays for the lessons", .done, since: -56)
    f.rate("Mia", (-63, 5), (-19, 7))
    f.agree(
      -63, at: "the family group conference",
      by: ["Mum", "Nanny Val", "Granny Sue", "Jaden", "Bola James"])
  }

  private static func reeveEarlierReviews(_ f: inout FamilyBuilder) {
    f.review(
      .coreGroup, -104, at: "13:00", place: "Nanny Val's",
      came: ["Mum", "Nanny Val", "Bola James", "Maya Osei"], apologies: ["Mr Costa"],
      well: "Leanne and the children are at Val's. Nobody has given the address away.",
      worries: "Craig knows where Val lives.",
      needs: "The order, first. Then home, with new locks.",
      scales: [("Mum", 2), ("Bola James", 2), ("Maya Osei", 2)],
      education: "Both went to school every day that week.", next: -75, signed: -102)
    f.voice(.child, "Jaden", "I've got my bag by the bed.", heardBy: "Nanny Val")
    f.review(
      .coreGroup, -75, at: "13:00", place: "Safe Start, upstairs room",
      came: ["Mum", "Nanny Val", "Bola James", "Neil Harding", "Mr Costa", "Maya Osei"],
      well: "The order is made. Home since Friday, new locks, the neighbours know.",
      worries: "Mia asks for her father; Jaden leaves the room when she does.",
      needs: "A way for Mia to see him that costs Leanne nothing.",
      scales: [("Mum", 3), ("Bola James", 4), ("Maya Osei", 3)],
      education: "Jaden 85 %, Mia 97 %.", next: -47, signed: -72)
    f.voice(.child, "Mia", "My room is the same as before but with a new key.", heardBy: "Mum")
  }

  private static func reeveReviews(_ f: inout FamilyBuilder) {
    f.review(
      .coreGroup, -47, at: "13:00", place: "Safe Start, upstairs room",
      came: ["Mum", "Nanny Val", "Bola James", "Mr Costa", "Maya Osei"],
      well: "The camera, the knock. Both children slept through last week.",
      worries: "A message came through a cousin. Mia asks when Daddy is allowed.",
      needs:
        "Neil tells Craig what counts as a message. Granny Sue's visits have a start and an end.",
      scales: [("Mum", 4), ("Bola James", 4), ("Maya Osei", 4)],
      education: "Jaden 89 %, out of lessons twice. Mia 98 %.", next: -19, signed: -44)
    f.voice(.child, "Jaden", "I don't want a letter read out for me. I'll say it.")
    f.voice(
      .child, "Mia", "I miss Daddy when he's nice. Can I have just that one?", heardBy: "Nanny Val")
    f.review(
      .childProtection, -34, at: "10:00", place: "Council offices",
      came: ["Mum", "Nanny Val", "Bola James", "Neil Harding", "Mr Costa", "Maya Osei"],
      well: "The order has held. The family's own plan is being done, line by line.",
      worries: "Craig's programme is not half way, and the order has an end.",
      needs: "The plan goes on as it is. Mia's visits stay with Granny Sue.",
      scales: [("Mum", 5), ("Bola James", 4), ("Neil Harding", 4), ("Maya Osei", 4)],
      education: "Jaden 91 %, Mia 98 %.", next: 140, signed: -31)
    f.voice(.child, "Jaden", "Tell them I want to stay home and keep the camera.", heardBy: "Mum")
    f.voice(.child, "Mia", "Can the next one be shorter?", heardBy: "Nanny Val")
    f.review(
      .coreGroup, -19, at: "13:00", place: "Safe Start, upstairs room",
      came: ["Mum", "Nanny Val", "Granny Sue", "Bola James", "Neil Harding", "Maya Osei"],
      apologies: ["Mr Costa"],
      well: "Sue and Val in one room for the first time, with biscuits. Five weeks, no message.",
      worries: "Craig's order ends in four months and Leanne has begun to count.",
      needs: "Bola and Leanne apply in good time. Craig stays on his programme.",
      scales: [("Mum", 6), ("Nanny Val", 6), ("Bola James", 5), ("Maya Osei", 5)],
      education: "Jaden 93 %, back in all lessons.", next: 9)
    f.voice(.child, "Jaden", "I sleep on the window side again.", heardBy: "Nanny Val")
    f.voice(.child, "Mia", "Granny Sue does the seat belt properly.", heardBy: "Mum")
    f.voice(.agencies, "Neil Harding", "He has been to nine sessions of nine, and spoke at one.")
    f.exactDays.insert(0)
    f.planReview(
      .familyGroupConference, 0, at: "11:00", place: "Safe Start, upstairs room",
      invited: ["Jaden", "Mum", "Nanny Val", "Granny Sue", "Bola James", "Maya Osei"])
    f.planReview(
      .coreGroup, 9, at: "13:00", place: "Safe Start, upstairs room",
      invited: [
        "Mum", "Nanny Val", "Granny Sue", "Bola James", "Neil Harding", "Mr Costa", "Maya Osei",
      ])
  }

  private static func reeveRecord(_ f: inout FamilyBuilder) {
    f.note(.visit, -117, at: "10:00", "Seen at Val's. Leanne had a bag packed under the stairs.")
    f.note(
      .meeting, -95, by: f.crew.priya,
      "Leanne says: without him there, and she wants his mother to hear it. Saw Craig on his own.")
    f.note(
      .meeting, -84, by: f.crew.priya,
      "Craig wrote one page. Leanne read it first and chose which half would be read out.")
    f.says("Jaden", -61, to: "Nanny Val", "It was weird that nobody shouted. Good weird.")
    f.note(.visit, -30, at: "12:30", "Leanne showed me the camera. Jaden had named it Gary.")
  }
}
