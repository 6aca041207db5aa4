import Casework
import TextUI

/// The steps of a review that hold somebody's words.
extension MeetingMaterial {
  // MARK: The child's voice

  private func field(_ child: Person?) -> String { child.map { "\($0.id)" } ?? "together" }

  private func voice(_ child: Person?) -> Voice? {
    review.voices.first { $0.source == .child && speaks($0, for: child) }
  }

  /// Whether words are a child's own; an only child's are those that name nobody.
  private func speaks(_ voice: Voice, for child: Person?) -> Bool {
    guard let speaker = voice.speaker?.personID else {
      return child == nil || file.children.count == 1
    }
    return speaker == child?.id
  }

  /// Each child, then the children together where that is what was written down.
  private var speakers: [Person?] {
    let isTogether = file.children.count != 1 && voice(nil) != nil
    return file.children.map(Optional.some) + (isTogether || file.children.isEmpty ? [nil] : [])
  }

  /// Each child's words and who heard them; why not, while a child has none.
  func childFields(_ values: [String: String]) -> [EntryField] {
    var fields: [EntryField] = []
    var isSilent = false
    for child in speakers {
      let id = field(child)
      let voice = voice(child)
      let name = child?.shortName ?? "The children"
      let words = values["says.\(id)"] ?? voice?.words ?? ""
      isSilent = isSilent || words.isEmpty
      fields += [
        .paragraph("says.\(id)", "\(name) says", voice?.words ?? "").apart,
        .choice(
          "heard.\(id)", "· told to", voice?.heardBy?.choiceID ?? "",
          among: [Choice(id: "", label: "said here")]
            + everyone.filter { $0.id != child.map { Party.person($0.id).choiceID } }),
      ]
    }
    if isSilent || !(values["whyNotHeard"] ?? review.whyNotHeard).isEmpty {
      fields.append(
        .paragraph("whyNotHeard", "Why not heard", review.whyNotHeard).apart)
    }
    return fields
  }

  func readChildren(_ reader: FormReader, into review: inout Review) {
    var voices: [Voice] = []
    var kept = review.voices.filter { $0.source == .child }
    for child in speakers {
      let id = field(child)
      if let index = kept.firstIndex(where: { speaks($0, for: child) }) { kept.remove(at: index) }
      let words = reader.text("says.\(id)")
      guard !words.isEmpty else { continue }
      voices.append(
        Voice(
          source: .child, speaker: child.map { .person($0.id) }, words: words,
          heardBy: reader.party("heard.\(id)")))
    }
    review.voices = voices + kept + review.voices.filter { $0.source != .child }
    review.whyNotHeard = reader.text("whyNotHeard")
  }

  // MARK: Family, school, other agencies

  private static let others: [(source: Voice.Source, label: String)] = [
    (.family, "The family says"), (.school, "The school says"), (.agencies, "Others say"),
  ]

  /// What was said already, and room for one more of each.
  func voiceFields(_ values: [String: String]) -> [EntryField] {
    MeetingMaterial.others.flatMap { source, label in
      let said = review.voices.filter { $0.source == source }
      var fields: [EntryField] = []
      var place = 0
      while place == 0 || place < said.count || !words(source, place - 1, values, said).isEmpty {
        let voice = said.indices.contains(place) ? said[place] : nil
        let id = "\(source.rawValue).\(place)"
        fields += [
          .paragraph(id, place == 0 ? label : "and also", voice?.words ?? "").apart,
          .choice(
            "\(id).by", "· said by", voice?.speaker?.choiceID ?? "", among: speakers(of: source)),
        ]
        place += 1
      }
      return fields
    }
  }

  private func words(
    _ source: Voice.Source, _ place: Int, _ values: [String: String], _ said: [Voice]
  ) -> String {
    values["\(source.rawValue).\(place)"]
      ?? (said.indices.contains(place) ? said[place].words : "")
  }

  /// The family for the family, professionals for the others; nobody in particular first.
  private func speakers(of source: Voice.Source) -> [Choice] {
    let people = everyone.filter {
      (Party(choiceID: $0.id)?.personID != nil) == (source == .family)
    }
    return [Choice(id: "", label: "nobody in particular")] + people
  }

  func readVoices(_ reader: FormReader, into review: inout Review) {
    var voices = review.voices.filter { $0.source == .child }
    for (source, _) in MeetingMaterial.others {
      let before = review.voices.filter { $0.source == source }
      var place = 0
      while let raw = reader.values["\(source.rawValue).\(place)"] {
        let id = "\(source.rawValue).\(place)"
        if !raw.allSatisfy(\.isWhitespace) {
          var voice =
            before.indices.contains(place) ? before[place] : Voice(source: source, words: "")
          voice.words = reader.text(id)
          voice.speaker = reader.party("\(id).by")
          voices.append(voice)
        }
        place += 1
      }
    }
    review.voices = voices
  }
}
