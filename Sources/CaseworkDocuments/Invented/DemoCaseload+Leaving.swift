import Casework

/// Two families at the end: the Ferrises, who step down, and Jun Lin, 10, who stayed with his
/// grandmother.
extension DemoCaseload {
  static func ferris(_ world: World, _ crew: Crew) -> FamilyFile {
    var f = FamilyBuilder(
      world, crew, "Ferris", "F-0994", lead: crew.dan,
      status: [(-214, .referred), (-210, .open), (-3, .steppingDown)],
      support: [(-210, .childInNeed)], locality: "Central")
    f.child("Grace Ferris", 11, 8, school: "Carlton School", sibling: "sister")
    f.child("Alfie Ferris", 9, 1, school: "Fleet Lane Primary", sibling: "brother")
    f.adult(
      "Donna Ferris", knownAs: "Mum", "mother", home: true, parental: true,
      contact: "07700 900931")
    f.adult(
      "Pat Ferris", knownAs: "Gran", "grandmother", contact: "020 7946 0942",
      help: "Tea on Tuesdays and Thursdays, for ever if need be.")
    f.professional("Karen Moss", "family support worker", "Fleet Lane Primary", joined: -200)
    f.trusts("Alfie", "Karen Moss", since: -150)
    f.trusts("Grace", "Gran", since: -150)
    f.consent("Mum", "Fleet Lane Primary", "plan and reviews", from: -200)
    f.consent("Mum", "Debt advice", "letters from the council", from: -160, until: -10)
    ferrisPlan(&f)
    ferrisReviews(&f)
    return f.finished()
  }

  private static func ferrisPlan(_ f: inout FamilyBuilder) {
    f.conference(
      referred: -208, held: -161, at: "12:00", place: "Gran's front room",
      agreedBy: ["Mum", "Gran", "Grace", "Alfie"])
    f.prepare(
      yes: "Mum", from: "Fleet Lane Primary",
      asking: ["What gets big when it is left, and who asks first?"],
      lines: ["No child opens the post."], resources: "Debt advice, breakfast club.")
    f.invite(["Mum", "Gran", "Grace", "Alfie"])
    f.plan(
      opening: "Open the post, eat together, ask before it gets big.",
      ifNotWorking: "Gran says the word and we all know what it means.", keptGoingBy: "Gran")
    f.goal(
      "Alfie going in without a fight", whose: "Mum", about: "Alfie", .engagement, from: 2, to: 8,
      set: -161)
    f.action("Karen Moss", "breakfast club at half past seven", .done, since: -150)
    f.rate("Mum", (-161, 2), (-87, 5), (-45, 8), (-3, 8))
    f.rate("Karen Moss", (-45, 8), (-3, 9))
    f.goal(
      "Not being the one who opens the letters", whose: "Grace", about: "Grace", .wellbeing,
      from: 1, to: 8, set: -161)
    f.action("Mum", "a box for the post and Gran on Thursdays to go through it", .done, since: -87)
    f.rate("Grace", (-161, 1), (-87, 5), (-45, 7))
    f.rate("Grace", -3, 9, says: "I don't even know what came last week.")
    f.agree(-161, at: "the family group conference", by: ["Mum", "Gran", "Grace", "Alfie"])
  }

  private static func ferrisReviews(_ f: inout FamilyBuilder) {
    f.review(
      .childInNeed, -87, at: "09:15", place: "Fleet Lane Primary",
      came: ["Mum", "Gran", "Karen Moss", "Dan Lane"],
      well: "The box for the post. Breakfast club, four days out of five.",
      worries: "Fridays.", needs: "Karen walks over to fetch Alfie on Fridays.",
      scales: [("Mum", 5), ("Gran", 6), ("Dan Lane", 5)], education: "Grace 95 %, Alfie 88 %.",
      next: -45, signed: -84)
    f.voice(.child, "Grace", "I don't know what to do with the time now.", heardBy: "Gran")
    f.review(
      .familyGroupConference, -80, at: "12:00", place: "Gran's front room",
      came: ["Mum", "Gran", "Grace", "Alfie"],
      well: "The post is opened on Thursdays. Nobody has had to say the word.",
      worries: "Fridays, when Alfie is tired of the week.",
      needs: "Gran's Thursdays go on until Easter.",
      scales: [("Mum", 6), ("Gran", 7), ("Grace", 6)],
      education: "Alfie's Fridays; Grace fine.", next: -45, signed: -77)
    f.voice(.child, "Grace", "Gran opens them out loud. It's funnier than you'd think.")
    f.review(
      .childInNeed, -45, at: "09:15", place: "Fleet Lane Primary",
      came: ["Mum", "Gran", "Karen Moss", "Dan Lane"],
      well: "Seven weeks without a morning fight. The rent is being paid.",
      worries: "What happens when we are not here.", needs: "Say who does what without us.",
      scales: [("Mum", 7), ("Gran", 8), ("Dan Lane", 7)], education: "Grace 97 %, Alfie 94 %.",
      next: -3, signed: -42)
    f.voice(.child, "Alfie", "Breakfast club has the good cereal.", heardBy: "Karen Moss")
    f.review(
      .childInNeed, -3, at: "09:15", place: "Fleet Lane Primary",
      came: ["Mum", "Gran", "Grace", "Alfie", "Karen Moss", "Dan Lane"],
      well: "Everything in the plan, and Donna has helped next door with their forms.",
      worries: "The long months, when the money runs out before they do.",
      needs: "Gran and Donna look at the next long month together, now.",
      scales: [("Mum", 9), ("Gran", 9), ("Grace", 8), ("Karen Moss", 9), ("Dan Lane", 8)],
      education: "Grace 98 %, Alfie 96 %.", outcome: .stepDown,
      lasting: "Breakfast club goes on, Gran's Thursdays go on, and Karen's door is open.",
      next: 39, signed: -2, supervisor: "A pleasure to read. Well done, all of you.")
    f.voice(.child, "Grace", "I want to still be able to ring Dan but not need to.")
    f.voice(.child, "Alfie", "Is this the last one? Can we have cake?")
    f.planReview(.teamAroundFamily, 39, at: "09:15", place: "Fleet Lane Primary")
    f.note(
      .visit, -209, at: "16:00", "A carrier bag of unopened post, and Grace knew what was in it.")
    f.note(.visit, -24, at: "16:00", "Donna had the box on the table. It was empty.")
  }

  static func lin(_ world: World, _ crew: Crew) -> FamilyFile {
    var f = FamilyBuilder(
      world, crew, "Lin", "F-0961", lead: crew.maya,
      status: [(-330, .referred), (-327, .open), (-110, .steppingDown), (-30, .closed)],
      support: [(-327, .childInNeed), (-110, .earlyHelp), (-30, .universal)], locality: "Central",
      languages: ["Cantonese", "English"], interpreter: "Cantonese",
      flags: [Flag(kind: .edgeOfCare, note: "Until the court made the order to his grandmother.")])
    f.child("Jun Lin", 10, 1, school: "Fleet Lane Primary")
    f.adult(
      "林秀英", knownAs: "Po Po", "grandmother", home: true, parental: true,
      contact: "020 7946 0961, in Cantonese", help: "Everything. Ask her to rest.")
    f.adult(
      "Mei Lin", knownAs: "Mum", "mother", parental: true, contact: "Through the ward",
      needs: "Long in hospital; comes on Sundays now.")
    f.professional("Mr Adler", "class teacher", "Fleet Lane Primary", joined: -320, left: -30)
    f.professional("Winnie Kwok", "interpreter", "Language service", joined: -325, left: -30)
    f.trusts("Jun", "Po Po", since: -300)
    f.consent("Po Po", "Fleet Lane Primary", "plan and reviews", from: -320, until: -30)
    linPlan(&f)
    return f.finished()
  }

  private static func linPlan(_ f: inout FamilyBuilder) {
    f.conference(
      referred: -322, held: -277, at: "10:00", place: "The Golden Lamp restaurant, closed for us",
      agreedBy: ["Jun", "Po Po", "Mum"])
    f.prepare(
      yes: "Mum", from: "The hospital",
      asking: ["Where does Jun live from here on, and who helps Po Po?"],
      lines: ["Jun has one door that is his."], resources: "An interpreter at every meeting.")
    f.invite(["Jun", "Mum"])
    f.invite(["Po Po"], needs: [.interpreter], note: "Cantonese.")
    f.plan(
      opening: "Jun stays with Po Po. Mum comes when she can, and is not asked to hurry.",
      ifNotWorking: "Po Po asks the cousins at the restaurant, then Maya.", keptGoingBy: "Po Po")
    f.goal(
      "Staying here", whose: "Jun", about: "Jun", .wellbeing, from: 4, to: 10, set: -277)
    f.action("Po Po", "goes to court with Winnie beside her", .done, since: -142)
    f.rate("Jun", (-277, 4), (-200, 7), (-142, 9))
    f.rate("Jun", -75, 10, says: "My name is on the door bell. In both ways of writing.")
    f.goal(
      "Mum on Sundays", whose: "Jun", about: "Jun", .parentChild, from: 3, to: 7, set: -277)
    f.action("Mum", "comes to dumplings at twelve", .done, since: -180)
    f.rate("Jun", (-277, 3), (-142, 6), (-75, 8))
    f.agree(-277, at: "the family group conference", by: ["Jun", "Po Po", "Mum"])
    f.endGoal("Staying here", .reached, -75)
    f.endGoal("Mum on Sundays", .reached, -75)
    linReviews(&f)
  }

  private static func linReviews(_ f: inout FamilyBuilder) {
    f.review(
      .childInNeed, -142, at: "16:00", place: "Po Po's kitchen",
      came: ["Jun", "Po Po", "Winnie Kwok", "Maya Osei"], apologies: ["Mum"],
      well: "Po Po went to court and was asked if she understood. She had a list.",
      worries: "The wait for the order.", needs: "Nothing but the letter.",
      scales: [("Jun", 8), ("Po Po", 8)], education: "Attendance 99 %.", signed: -139)
    f.voice(.child, "Jun", "Can I unpack the other box now?")
    f.review(
      .teamAroundFamily, -75, at: "16:00", place: "Po Po's kitchen",
      came: ["Jun", "Po Po", "Mum", "Mr Adler", "Winnie Kwok", "Maya Osei"],
      well: "The order is made. Jun has put his name on the bell.",
      worries: "Po Po's knees and the third floor.", needs: "A lift, or a lower flat, one day.",
      scales: [("Jun", 10), ("Po Po", 9), ("Maya Osei", 9)],
      education: "Attendance 100 % since the order.", outcome: .close,
      lasting: "The cousins, the school, and the carers' group on Fridays.", signed: -72)
    f.voice(.child, "Jun", "You can come for dumplings but you don't have to write it down.")
    f.note(.visit, -326, at: "15:00", "Jun carried his school bag from room to room all afternoon.")
    f.note(.visit, -31, at: "15:00", "Said goodbye. Was sent home with dumplings.")
  }
}
