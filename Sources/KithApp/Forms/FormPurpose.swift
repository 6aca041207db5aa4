import Casework
import TextUI

/// Which form, for which record; nil where the record is to be new.
public enum FormPurpose: Hashable, Sendable {
  case family(Family.ID?)
  case person(Family.ID, Person.ID?)
  case member(Family.ID, TeamMember.ID?)
  /// `of`: who is offered first for a new one.
  case consent(Family.ID, Consent.ID?, of: Person.ID?)
  /// Who is offered first.
  case trusted(Family.ID, Party?)
  case plan(Family.ID)
  case agreement(Family.ID)
  case goal(Family.ID, Goal.ID?)
  case action(Family.ID, goal: Goal.ID?, PlanAction.ID?)
  case rating(Family.ID, Goal.ID)
  case review(Family.ID, Review.ID?)
  case note(Family.ID, CaseNote.ID?)
  case childWords(Family.ID)
  case conference(Family.ID)
  case practitioner(Practitioner.ID?)
  /// `to`: who was offered the conference; nil for somebody else.
  case offer(Family.ID, to: Person.ID?)
  case referral(Family.ID)
  case baseline(Family.ID)
  /// Nil invites somebody else.
  case invitation(Family.ID, Party?)
  case safety(Family.ID)
  case stop(Family.ID)
  /// What is said of the plan at the end of a conference.
  case verdict(Family.ID)
  case meetingStep(Family.ID, Review.ID, Review.Step)
  case ratingWords(Family.ID, Rating.ID)
  case sendBack(Family.ID, Review.ID)
  case answer(Family.ID, Review.ID)
  case correction(Family.ID, Review.ID)
  case printPlan(Family.ID)
  case printMinutes(Family.ID, Review.ID)

  /// The form itself.
  var entryForm: any EntryForm {
    switch self {
    case .family(let id): FamilyForm(id: id)
    case .person(_, let id): PersonForm(id: id)
    case .member(_, let id): MemberForm(id: id)
    case .consent(_, let id, let person): ConsentForm(id: id, person: person)
    case .trusted(_, let who): TrustedPersonForm(offered: who)
    case .plan: PlanForm()
    case .agreement: AgreementForm()
    case .goal(_, let id): GoalForm(id: id)
    case .action(_, let goal, let id): ActionForm(goal: goal, id: id)
    case .rating(_, let goal): RatingForm(goal: goal)
    case .review(_, let id): ReviewForm(id: id)
    case .note(_, let id): NoteForm(id: id)
    case .childWords: ChildWordsForm()
    case .conference: ConferenceForm()
    case .practitioner(let id): PractitionerForm(id: id)
    case .offer(_, let person): OfferForm(person: person)
    case .referral: ReferralForm()
    case .baseline: BaselineForm()
    case .invitation(_, let who): InvitationForm(who: who)
    case .safety: SafetyForm()
    case .stop: StopForm()
    case .verdict: VerdictForm()
    case .meetingStep(_, let id, let step): MeetingStepForm(id: id, step: step)
    case .ratingWords(_, let id): RatingWordsForm(id: id)
    case .sendBack(_, let id): SendBackForm(id: id)
    case .answer(_, let id): AnswerForm(id: id)
    case .correction(_, let id): CorrectionForm(id: id)
    case .printPlan: PlanPrintForm()
    case .printMinutes(_, let id): MinutesPrintForm(id: id)
    }
  }

  /// Whether it prints and saves nothing: closing it loses nothing, so no draft of it is kept.
  var isPrint: Bool {
    switch self {
    case .printPlan, .printMinutes: true
    default: false
    }
  }

  /// The family whose file the form needs; nil for a new family and for practitioners.
  var familyID: Family.ID? {
    switch self {
    case .family(let id): id
    case .person(let id, _), .member(let id, _), .consent(let id, _, _), .trusted(let id, _),
      .plan(let id), .agreement(let id), .goal(let id, _), .action(let id, _, _),
      .rating(let id, _), .review(let id, _), .note(let id, _),
      .childWords(let id), .conference(let id), .offer(let id, _), .referral(let id),
      .baseline(let id), .invitation(let id, _), .safety(let id), .stop(let id),
      .verdict(let id), .meetingStep(let id, _, _), .ratingWords(let id, _),
      .sendBack(let id, _), .answer(let id, _), .correction(let id, _), .printPlan(let id),
      .printMinutes(let id, _):
      id
    case .practitioner: nil
    }
  }
}

// MARK: - The key of its draft

extension FormPurpose {
  /// One draft is kept for each key: `goal|FAMILY|GOAL`, `-` for a record to be new.
  public var key: String {
    func written<Entity>(_ id: RecordID<Entity>?) -> String { id.map { "\($0)" } ?? "-" }
    let parts: [String] =
      switch self {
      case .family(let id): ["family", written(id)]
      case .person(let family, let id): ["person", written(family), written(id)]
      case .member(let family, let id): ["member", written(family), written(id)]
      case .consent(let family, let id, _): ["consent", written(family), written(id)]
      case .trusted(let family, _): ["trusted", written(family)]
      case .plan(let family): ["plan", written(family)]
      case .agreement(let family): ["agreement", written(family)]
      case .goal(let family, let id): ["goal", written(family), written(id)]
      case .action(let family, let goal, let id):
        ["action", written(family), written(goal), written(id)]
      case .rating(let family, let goal): ["rating", written(family), written(goal)]
      case .review(let family, let id): ["review", written(family), written(id)]
      case .note(let family, let id): ["note", written(family), written(id)]
      case .childWords(let family): ["words", written(family)]
      case .conference(let family): ["conference", written(family)]
      case .practitioner(let id): ["practitioner", written(id)]
      case .offer(let family, let id): ["offer", written(family), written(id)]
      case .referral(let family): ["referral", written(family)]
      case .baseline(let family): ["baseline", written(family)]
      case .invitation(let family, let who):
        ["invitation", written(family), who?.choiceID ?? "-"]
      case .safety(let family): ["safety", written(family)]
      case .stop(let family): ["stop", written(family)]
      case .verdict(let family): ["verdict", written(family)]
      case .meetingStep(let family, let id, let step):
        ["meeting", written(family), written(id), step.rawValue]
      case .ratingWords(let family, let id): ["said", written(family), written(id)]
      case .sendBack(let family, let id): ["back", written(family), written(id)]
      case .answer(let family, let id): ["answer", written(family), written(id)]
      case .correction(let family, let id): ["correction", written(family), written(id)]
      case .printPlan(let family): ["print", written(family)]
      case .printMinutes(let family, let id): ["minutes", written(family), written(id)]
      }
    return parts.joined(separator: "|")
  }

  /// Reads a key; nil for one that no form has.
  public init?(key: String) {
    let parts = key.split(separator: "|").map(String.init)
    func id<Entity>(_ index: Int) -> RecordID<Entity>? {
      parts.indices.contains(index) ? RecordID(parts[index]) : nil
    }
    switch parts.first {
    case "family": self = .family(id(1))
    case "practitioner": self = .practitioner(id(1))
    default:
      guard let family: Family.ID = id(1), let purpose = FormPurpose(parts, family) else {
        return nil
      }
      self = purpose
    }
  }

  private init?(_ parts: [String], _ family: Family.ID) {
    func id<Entity>(_ index: Int) -> RecordID<Entity>? {
      parts.indices.contains(index) ? RecordID(parts[index]) : nil
    }
    switch parts.first {
    case "person": self = .person(family, id(2))
    case "member": self = .member(family, id(2))
    case "consent": self = .consent(family, id(2), of: nil)
    case "trusted": self = .trusted(family, nil)
    case "plan": self = .plan(family)
    case "agreement": self = .agreement(family)
    case "goal": self = .goal(family, id(2))
    case "action": self = .action(family, goal: id(2), id(3))
    case "review": self = .review(family, id(2))
    case "note": self = .note(family, id(2))
    case "words": self = .childWords(family)
    case "conference": self = .conference(family)
    case "offer": self = .offer(family, to: id(2))
    case "referral": self = .referral(family)
    case "baseline": self = .baseline(family)
    case "invitation":
      self = .invitation(family, parts.count > 2 ? Party(choiceID: parts[2]) : nil)
    case "safety": self = .safety(family)
    case "stop": self = .stop(family)
    case "verdict": self = .verdict(family)
    case "print": self = .printPlan(family)
    case "meeting":
      guard let review: Review.ID = id(2), parts.count > 3,
        let step = Review.Step(rawValue: parts[3])
      else { return nil }
      self = .meetingStep(family, review, step)
    case "said":
      guard let rating: Rating.ID = id(2) else { return nil }
      self = .ratingWords(family, rating)
    case "back", "answer", "correction", "minutes":
      guard let review: Review.ID = id(2) else { return nil }
      self =
        switch parts.first {
        case "back": .sendBack(family, review)
        case "answer": .answer(family, review)
        case "correction": .correction(family, review)
        default: .printMinutes(family, review)
        }
    case "rating":
      guard let goal: Goal.ID = id(2) else { return nil }
      self = .rating(family, goal)
    default: return nil
    }
  }
}
