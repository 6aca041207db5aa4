import Casework

/// Kayleigh Brannigan, 12: the evenings, and a review that drifted.
extension DemoCaseload {
  static func brannigan(_ world: World, _ crew: Crew) -> FamilyFile {
    var family = FamilyBuilder(
      world, crew, "Brannigan", "F-1018", lead: crew.maya, leadRole: "early help practitioner",
      status: [(-178, .referred), (-171, .open)], support: [(-171, .earlyHelp)],
      locality: "North")
    // The review was due six days ago, whichever weekday today is.
    family.exactDays.insert(-48)
    branniganPeople(&family)
    branniganPlan(&family)
    branniganFurtherGoals(&family)
    branniganReviews(&family)
    branniganRecord(&family)
    return family.finished()
  }

  private static func branniganPeople(_ f: inout FamilyBuilder) {
    f.child("Kayleigh Brannigan", 12, 2, school: "Highfield Academy")
    f.adult(
      "Sinead Brannigan", knownAs: "Mum", "mother", home: true, parental: true,
      contact: "07700 900205", needs: "Text first; she cannot pick up at the tills.")
    f.adult(
      "Pete Dwyer", knownAs: "Pete", "stepfather", home: true, contact: "07700 900233",
      help: "Drives her to the skate park and back.")
    f.adult(
      "Mick Brannigan", knownAs: "Grandad Mick", "grandfather", contact: "020 7946 0244",
      help: "A bed on Fridays, no questions asked.")
    f.professional("Mrs Okafor", "head of year", "Highfield Academy", joined: -165)
    f.professional("Dean Walsh", "youth worker", "The Yard", joined: -120)
    f.trusts("Kayleigh", "Grandad Mick", since: -121)
    f.consent("Mum", "Highfield Academy", "plan and reviews", from: -165)
    f.consent("Mum", "The Yard", "times and days only", .limited, from: -120)
    f.consent("Pete", "Highfield Academy", "anything about him", .refused, from: -120)
  }

  private static func branniganPlan(_ f: inout FamilyBuilder) {
    f.conference(
      referred: -165, held: -121, at: "17:30", place: "St Anne's parish room",
      agreedBy: ["Kayleigh", "Mum", "Pete", "Grandad Mick"])
    f.prepare(
      yes: "Mum", from: "Highfield Academy",
      asking: ["What helps before it kicks off?", "Where is Kayleigh welcome, at any hour?"],
      lines: ["Somebody knows where Kayleigh is after dark."],
      resources: "Youth work at The Yard, a quiet room at school.")
    f.invite(["Kayleigh", "Mum", "Pete", "Grandad Mick"])
    f.plan(
      opening: "We are all stubborn. We'd like to be stubborn on the same side.",
      ifNotWorking: "Grandad Mick has us round for tea and we say so.",
      keptGoingBy: "Grandad Mick")
    f.goal(
      "Getting on with Mum without it kicking off", whose: "Kayleigh", about: "Kayleigh",
      .parentChild, from: 2, to: 7, set: -121)
    f.action(
      "Mum", "waits until Kayleigh has eaten before asking about her day", .done, since: -83)
    f.action(
      "Pete", "says “you two, kettle” when it gets loud", .partly, since: -48,
      howItWent: "It works when he is in.")
    f.rate("Kayleigh", (-121, 2), (-110, 3), (-83, 3))
    f.rate("Kayleigh", -48, 3, says: "Same as before. It's me and her, innit.")
    f.rate("Mum", (-83, 3), (-48, 4))
  }

  private static func branniganFurtherGoals(_ f: inout FamilyBuilder) {
    f.goal(
      "I want to know where she is after dark", whose: "Mum", about: "Kayleigh", .behaviour,
      from: 3, to: 8, set: -121)
    f.action("Kayleigh", "sends a thumbs-up when she gets there", .done, since: -83)
    f.action(
      "Grandad Mick", "keeps the key under the pot so she can always go to his", .done,
      since: -118)
    f.rate("Mum", (-121, 3), (-83, 4))
    f.rate("Mum", -48, 4, says: "I get the thumb. I don't always get the truth.")
    f.goal(
      "Going back to skate club on Thursdays", whose: "Kayleigh", about: "Kayleigh", .activities,
      from: 1, to: 10, set: -121)
    f.action("Dean Walsh", "holds a place for her", .done, since: -110)
    f.rate("Kayleigh", (-121, 1), (-83, 8))
    f.rate("Kayleigh", -48, 10, says: "I've got my own locker.")
    f.agree(
      -121, at: "the family group conference", by: ["Kayleigh", "Mum", "Pete", "Grandad Mick"])
    f.endGoal("Going back to skate club on Thursdays", .reached, -48)
  }

  private static func branniganReviews(_ f: inout FamilyBuilder) {
    f.review(
      .teamAroundFamily, -83, at: "16:00", place: "Highfield Academy",
      came: ["Kayleigh", "Mum", "Mrs Okafor", "Maya Osei"], apologies: ["Dean Walsh", "Pete"],
      well: "Skate club every Thursday. The thumbs-up texts.",
      worries: "Sundays. Two big rows, one of them in the street.",
      needs: "Pete at home on Sunday evenings, or Kayleigh at her grandad's.",
      scales: [("Kayleigh", 5), ("Mum", 5), ("Maya Osei", 6)],
      education: "Attendance 91 %. Fourteen behaviour points, nine of them in French.",
      next: -48, signed: -80)
    f.voice(.child, "Kayleigh", "Everyone asks what I did. Ask what I was trying to do.")
    f.voice(.school, "Mrs Okafor", "She is quick and funny and she hates to lose face.")
    f.review(
      .familyGroupConference, -62, at: "17:30", place: "St Anne's parish room",
      came: ["Kayleigh", "Mum", "Pete", "Grandad Mick"],
      well: "Everybody came again. The key under the pot has been used twice, and told about.",
      worries: "Kayleigh and Sinead talk through the others.",
      needs: "Tea at Grandad Mick's, the four of them, before the clocks change.",
      scales: [("Kayleigh", 5), ("Mum", 5), ("Grandad Mick", 6)],
      education: "Nothing new since the last review.", next: -48, signed: -59)
    f.voice(.child, "Kayleigh", "It's easier when Grandad does the asking.")
    f.voice(.family, "Grandad Mick", "They are the same person twice.")
    f.review(
      .teamAroundFamily, -48, at: "16:00", place: "The Yard",
      came: ["Kayleigh", "Mum", "Dean Walsh", "Maya Osei"], apologies: ["Mrs Okafor"],
      well: "Her own locker at the skate park. Fridays at Grandad Mick's.",
      worries: "Nothing has moved between Kayleigh and Sinead since the conference.",
      needs: "A conversation with the two of them and somebody they both like.",
      scales: [("Kayleigh", 5), ("Mum", 5), ("Maya Osei", 5)],
      education: "No report came from school.")
    f.voice(.family, "Mum", "I was just like her. That's what frightens me.")
    f.voice(.child, "Kayleigh", "She never says it in front of me when I've done something good.")
  }

  private static func branniganRecord(_ f: inout FamilyBuilder) {
    f.note(.visit, -170, at: "18:00", "Sinead and Kayleigh both talked to me, one in each room.")
    f.note(.call, -70, at: "13:20", "Mrs Okafor: French is sorted, she has moved to Mr Lyle's set.")
    f.note(
      .visit, -27, at: "18:15", "Nobody in. Left a card with my number and a skateboard on it.")
    f.says(
      "Kayleigh", -20, to: "Dean Walsh", "Grandad's is the only place nobody's cross by teatime.")
    f.note(.message, -13, "Texted Sinead three dates for the review. No answer yet.")
  }
}
