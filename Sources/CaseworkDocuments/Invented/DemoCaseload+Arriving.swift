import Casework

/// Two families at the beginning: Samir Chowdhury, 10, who waits for a conference, and Daryna
/// Bondar, 11, referred this week.
extension DemoCaseload {
  static func chowdhury(_ world: World, _ crew: Crew) -> FamilyFile {
    var f = FamilyBuilder(
      world, crew, "Chowdhury", "F-1046", lead: crew.maya, leadRole: "early help practitioner",
      status: [(-46, .referred)], support: [(-46, .earlyHelp)], locality: "North",
      languages: ["Sylheti", "English"], interpreter: "Sylheti")
    f.child(
      "Samir Chowdhury", 10, 5, school: "Fleet Lane Primary",
      needs: "Does his homework on the stairs: five people, two rooms.")
    f.adult(
      "Nasreen Chowdhury", knownAs: "Amma", "mother", home: true, parental: true,
      contact: "07700 900706, with the interpreter")
    f.adult(
      "Rafiq Chowdhury", knownAs: "Abba", "father", home: true, parental: true,
      contact: "07700 900713",
      needs: "Heart operation four months ago; tired, and ashamed of being tired.")
    f.adult(
      "Runa Begum", knownAs: "Runa Khala", "aunt", contact: "07700 900729",
      help: "A table to work at. Interprets, but would rather be an aunt.")
    f.professional("Mrs Ellis", "class teacher", "Fleet Lane Primary", joined: -46)
    f.professional("Salma Akhtar", "interpreter", "Language service", joined: -39)
    f.consent("Amma", "Fleet Lane Primary", "that there is a referral", .limited, from: -44)
    f.consent("Abba", "Hospital", "appointments only", .limited, from: -30)
    f.conference(referred: -44)
    f.prepare(
      yes: "Amma", from: "Fleet Lane Primary",
      asking: ["Where can Samir do his homework?", "Who can Abba ask, and for what?"],
      lines: ["Samir has a table and an hour every school day."],
      resources: "Homework club, a housing adviser, an interpreter.")
    f.speak(with: ["Amma", "Abba"], needs: [.interpreter], note: "Sylheti; not Runa.")
    f.speak(with: ["Runa Khala"])
    f.note(
      .visit, -40, at: "17:30",
      "Sat with Nasreen and Salma. Nasreen asked what a conference would cost. Nothing, we said.")
    f.says("Samir", -40, to: "Maya Osei", "The stairs are all right if nobody needs the toilet.")
    f.note(.call, -21, at: "09:20", "Rafiq would like it after Friday prayers, not on a Saturday.")
    f.note(
      .call, -9, at: "15:00", by: crew.priya,
      "Runa thinks the cousins from Luton will come if they are asked by Rafiq himself.")
    f.note(.message, -6, "Mrs Ellis: Samir has offered to stay and tidy every day this week.")
    return f.finished()
  }

  static func bondar(_ world: World, _ crew: Crew) -> FamilyFile {
    var f = FamilyBuilder(
      world, crew, "Bondar", "F-1049", lead: crew.dan, leadRole: "early help practitioner",
      status: [(-7, .referred)], support: [(-7, .earlyHelp)], locality: "North",
      languages: ["Ukrainian"], interpreter: "Ukrainian")
    f.child(
      "Дарина Бондар", knownAs: "Daryna", 11, 3, school: "Highfield Academy",
      needs: "Reads English well and speaks it when nobody is listening.")
    f.adult(
      "Олена Бондар", knownAs: "Olena", "mother", home: true, parental: true,
      contact: "07700 900804")
    f.adult(
      "Margaret Tate", knownAs: "Mrs Tate", "host", contact: "020 7946 0812",
      help: "The room is theirs for half a year more; after that she does not know.")
    f.professional("Mr Lyle", "form tutor", "Highfield Academy", joined: -7)
    f.consent("Olena", "Highfield Academy", "that there is a referral", from: -4)
    f.note(
      .call, -4, at: "10:30",
      "Mr Lyle: Daryna has eaten lunch alone since she came, by choice he thinks. He is not sure.")
    f.note(.message, -3, "Interpreter asked for. Olena can do any evening but Wednesday.")
    return f.finished()
  }
}
