extension FamilyFile {
  /// Who may be asked for ratings at a review, in the order in which to ask: of those who came the
  /// owners of open goals, the children, the rest of the family, and the professionals who rated
  /// before. While nobody is written down as here, the same of the family and the team.
  public func raters(at review: Review) -> [Party] {
    let present = review.attended.isEmpty ? everybody(on: review.meetingDay) : review.attended
    let open = progress.open.map(\.goal)
    let childIDs = Set(children.map(\.id))
    let owners = open.compactMap(\.whose).filter { owner in
      present.contains(owner) && owner.personID != nil
    }
    let family = present.filter { $0.personID != nil }
    let kids = family.filter { $0.personID.map(childIDs.contains) ?? false }
    let owning = open.compactMap(\.whose)
    let rated = Set(ratings.map(\.by))
    let professionals = present.filter {
      $0.memberID != nil && (rated.contains($0) || owning.contains($0))
    }
    var seen: Set<Party> = []
    return (owners + kids + family + professionals).filter { seen.insert($0).inserted }
  }

  private func everybody(on day: Day?) -> [Party] {
    children.map { .person($0.id) } + adults.map { .person($0.id) }
      + team.filter { member in day.map { member.isInTeam(on: $0) } ?? (member.left == nil) }
      .map { .member($0.id) }
  }

  /// The days to propose for the review after one of a kind that was held on a day.
  public func nextReviewProposal(
    for kind: Review.Kind, heldOn day: Day, settings: PracticeSettings = .standard
  ) -> ClosedRange<Day> {
    settings.nextReview(of: kind, heldOn: day)
  }
}
