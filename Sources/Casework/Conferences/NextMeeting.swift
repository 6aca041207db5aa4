/// The meeting that comes next.
public struct NextMeeting: Hashable, Sendable {
  public var when: MeetingTime
  /// Empty while none is known.
  public var place: String
  /// What kind of meeting: `child in need review`, `family group conference`.
  public var what: String

  public init(when: MeetingTime, place: String, what: String) {
    self.when = when
    self.place = place
    self.what = what
  }
}

extension FamilyFile {
  /// The earliest planned review or conference from a day on; nil while nothing is planned.
  public func nextMeeting(on today: Day) -> NextMeeting? {
    var all = reviews.filter { $0.state == .planned || $0.state == .underway }.compactMap {
      review in
      review.planned.map {
        NextMeeting(when: $0, place: review.place, what: review.kind.meetingName)
      }
    }
    for conference in conferences where conference.isOpen {
      if let planned = conference.planned, conference.heldOn == nil {
        all.append(
          NextMeeting(when: planned, place: conference.place, what: "family group conference"))
      }
      if let day = conference.reviewOn, !reviews.contains(where: { $0.when?.day == day }) {
        all.append(
          NextMeeting(
            when: MeetingTime(day: day), place: "",
            what: Review.Kind.familyGroupConference.meetingName))
      }
    }
    return all.filter { $0.when.day >= today }.min { $0.when < $1.when }
  }
}

extension Review.Kind {
  /// As a heading and in a sentence: `child in need review`.
  public var meetingName: String {
    switch self {
    case .teamAroundFamily: "team around the family review"
    case .childInNeed: "child in need review"
    case .coreGroup: "core group"
    case .childProtection: "child protection conference"
    case .familyGroupConference: "family group conference review"
    }
  }
}
