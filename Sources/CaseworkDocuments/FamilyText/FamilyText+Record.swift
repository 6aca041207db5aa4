import Casework

extension FamilyText {
  /// Reviews, the latest first.
  mutating func writeReviews() {
    page.heading("Reviews")
    if file.reviews.isEmpty { page.paragraph("None yet.") }
    let ordered = file.reviews.sorted { left, right in
      let (one, other) = (left.when?.day ?? today, right.when?.day ?? today)
      return one == other ? left.id > right.id : one > other
    }
    for (index, review) in ordered.enumerated() {
      if index > 0 { page.emptyLine() }
      write(review)
    }
  }

  private mutating func write(_ review: Review) {
    let day = review.when.map { $0.words(on: today) } ?? ""
    page.paragraph(
      joined([
        ("", "\(day) \(review.kind.rawValue), \(review.state.rawValue)"), ("", review.place),
      ]))
    page.entry("Invited", names(of: review.invited), indent: 4)
    page.entry("Came", names(of: review.attended), indent: 4)
    page.entry("Apologies", names(of: review.apologies), indent: 4)
    for voice in review.voices {
      let speaker = voice.speaker.map { ", \(file.name(of: $0))" } ?? ""
      let heardBy = voice.heardBy.map { " (to \(file.name(of: $0)))" } ?? ""
      page.entry(
        "Voice of the \(voice.source.rawValue)\(speaker)", "“\(voice.words)”\(heardBy)", indent: 4)
    }
    page.entry("Working well", review.workingWell, indent: 4)
    page.entry("Worries", review.worries, indent: 4)
    page.entry("Needs to happen", review.needsToHappen, indent: 4)
    let scales = review.scales.map { "\(file.name(of: $0.by)) \($0.score)" }
    page.entry("Safe enough, 0 to 10", scales.joined(separator: ", "), indent: 4)
    page.entry("Education", review.education, indent: 4)
    page.entry("Outcome", review.outcome?.rawValue ?? "", indent: 4)
    page.entry("How it will last", review.sustainability, indent: 4)
    page.entry("Next", review.nextOn?.words(on: today) ?? "", indent: 4)
    if let signedOff = review.signedOff {
      let by = names[signedOff.by]
      page.entry(
        "Signed off", signedOff.on.words(on: today) + (by.isEmpty ? "" : " by \(by)"), indent: 4)
    }
    page.entry("Supervisor's note", review.supervisorNote, indent: 4)
  }

  /// Notes, the latest first.
  mutating func writeRecord() {
    page.heading("Record")
    if file.notes.isEmpty { page.paragraph("Nothing is recorded yet.") }
    let ordered = file.notes.sorted { left, right in
      let (one, other) = (
        MeetingTime(day: left.day, time: left.time), MeetingTime(day: right.day, time: right.time)
      )
      return one == other ? left.id > right.id : one > other
    }
    for note in ordered {
      let time = note.time.map { " \($0)" } ?? ""
      let child = note.child.map { file.name(of: .person($0)) } ?? ""
      let saidTo = note.saidTo.map { file.name(of: $0) } ?? ""
      page.paragraph(
        joined([
          ("", note.day.words(on: today) + time), ("", note.kind.rawValue), ("", child),
          ("to", saidTo), ("by", names[note.author]),
        ]))
      page.paragraph(
        note.kind == .childWords ? "“\(note.words)”" : note.words, indent: 4, hanging: 0)
    }
  }
}
