import Casework

/// What others did in Maya's families in the last two days, the earliest first.
struct LaterEdits {
  let world: World
  let crew: Crew
  let families: [FamilyFile]

  var all: [Edit] {
    [askedForHerWords, aunt, conferenceMoved, swimmingSwapped, nanRated]
  }

  /// Ruth sends the Brannigans' review back with a question.
  private var askedForHerWords: Edit {
    let file = family("Brannigan")
    guard let review = file.reviews.last(where: { $0.state == .held }) else {
      preconditionFailure("the Brannigans' last review waits for its sign-off")
    }
    var asked = review
    asked.returns.append(
      SentBack(
        by: crew.ruth.id, on: world.today - 2,
        note: "What did Kayleigh say to you on her own? And when is the next one?"))
    return edit(
      file, by: crew.ruth, hoursAgo: 45,
      "Ruth sent a review back: what did Kayleigh say on her own?",
      [Change(before: .review(review), after: .review(asked))])
  }

  /// Priya writes down a call.
  private var aunt: Edit {
    let file = family("Chowdhury")
    let note = CaseNote(
      id: world.newID(), familyID: file.family.id, kind: .call, day: world.today - 1,
      author: crew.priya.id,
      words: "Rafiq has asked the cousins himself. They can come on any Friday after prayers.")
    return edit(
      file, by: crew.priya, hoursAgo: 27, "Call: the cousins from Luton will come, on a Friday",
      [Change(before: nil, after: .note(note))])
  }

  /// Priya moves the Duffys' conference by half an hour.
  private var conferenceMoved: Edit {
    let file = family("Duffy")
    guard let conference = file.conferences.last(where: { $0.heldOn == nil }),
      let planned = conference.planned
    else { preconditionFailure("the Duffys' second conference is booked") }
    var moved = conference
    moved.planned?.time = TimeOfDay(typed: "16:30")
    return edit(
      file, by: crew.priya, hoursAgo: 26,
      "Family group conference on \(planned.day.short) moved to 16:30, was 16:00",
      [Change(before: .conference(conference), after: .conference(moved))])
  }

  /// Dan, on duty, hears that an action is done.
  private var swimmingSwapped: Edit {
    let file = family("Duffy")
    guard let action = file.actions.first(where: { $0.status == .partly }) else {
      preconditionFailure("the Duffys have an action partly done")
    }
    var done = action
    done.status = .done
    done.statusSince = world.today - 1
    done.howItWent = "First swim booked; Kayla has bought goggles."
    return edit(
      file, by: crew.dan, hoursAgo: 23, "Done: Mum swaps one Friday a month for swimming",
      [Change(before: .action(action), after: .action(done))])
  }

  /// Nan Rose, on the telephone to Dan, gives a 7.
  private var nanRated: Edit {
    let file = family("Duffy")
    guard let goal = file.goals.first,
      let nan = file.people.first(where: { $0.shortName == "Nan Rose" })
    else { preconditionFailure("Nan Rose rates the Duffys' first goal") }
    let rating = Rating(
      id: world.newID(), familyID: file.family.id, goalID: goal.id, day: world.today - 1, score: 7,
      by: .person(nan.id), words: "I stood at the window. Ten past eight, coat on and all.")
    return edit(
      file, by: crew.dan, hoursAgo: 22, "Nan Rose rated “\(goal.words)” 7, was 4",
      [Change(before: nil, after: .rating(rating))])
  }

  private func family(_ name: String) -> FamilyFile {
    guard let file = families.first(where: { $0.family.name == name }) else {
      preconditionFailure("there is no family called \(name)")
    }
    return file
  }

  private func edit(
    _ file: FamilyFile, by practitioner: Practitioner, hoursAgo: Int64, _ sentence: String,
    _ changes: [Change]
  ) -> Edit {
    Edit(
      id: world.newID(), by: practitioner.id,
      at: Moment(milliseconds: world.now().milliseconds - hoursAgo * 3_600_000),
      sentence: sentence, familyID: file.family.id, changes: changes)
  }
}
