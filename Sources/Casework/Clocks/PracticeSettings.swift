/// Every number and threshold that practice sets, each with where it comes from.
///
/// The table in `docs/rules.md` says which rule uses which.
public struct PracticeSettings: Hashable, Sendable, Codable {
  /// Days after the last review between which the next is to be held: 28 to 42, overdue on day 43;
  /// the same for a team around the family, a child in need and a core group.
  ///
  /// - Source: rules R-F1, R-F9 and R-F6; Oxfordshire committee paper 2019, paragraph 31, "every 4–6
  ///   weeks"; Hull, child in need, at least every four to six; core groups at least every six
  ///   (general knowledge for England).
  public var reviewWindowOpens = 28
  public var reviewDue = 42

  /// Days after the work began by which the first team around the family meets: 21, or 42 where a
  /// county says so.
  ///
  /// - Source: rule R-F2; Buckinghamshire three weeks, Lewisham six.
  public var firstTeamReviewDue = 21

  /// Days after the work began by which a child in need's plan is first reviewed.
  ///
  /// - Source: rule R-F9; Hull, at least every four to six weeks.
  public var firstChildInNeedReviewDue = 42

  /// Working days after child protection began by which the core group first meets.
  ///
  /// - Source: rule R-F6; Wales's procedures, the same in England (general knowledge).
  public var firstCoreGroupWorkingDays = 10

  /// Months after child protection began by which its conference is first reviewed, and after each
  /// review by which the next is held.
  ///
  /// - Source: rule R-F7; safeguardingchildren.co.uk and Surrey's procedures.
  public var firstChildProtectionReviewMonths = 3
  public var childProtectionReviewMonths = 6

  /// Days without any recorded words of a child after which that is said.
  ///
  /// - Source: rule R-L7 (our own decision, from Oxfordshire paragraph 24c).
  public var childWordsDue = 42

  /// Days from a conference's referral to the conference: amber from 42, late after 56.
  ///
  /// - Source: rule R-C2; Innovation Programme digest, Leeds, "6–8 weeks to set up".
  public var conferenceAmber = 42
  public var conferenceDue = 56

  /// Days after a referral within which the referrer has an answer, and days after its allocation
  /// within which the coordinator has called them.
  ///
  /// - Source: rule R-C3; a local example, Medway: two days, 48 hours.
  public var referrerAnswerDue = 2
  public var referrerCallDue = 2

  /// Ages at which a young person may agree to a conference by themselves.
  ///
  /// - Source: rule R-C4; Stockport and Newham procedures.
  public static let agreesAlone = 16...17

  /// Days after the conference within which everybody has the typed plan.
  ///
  /// - Source: rule R-C14; "within a few days" is the practice's, the number our own reading.
  public var planCopyDue = 3

  /// Days after the conference on which its review is proposed, and before which it is not held.
  ///
  /// - Source: rule R-C15; twelve weeks are general knowledge, not checked; four are the shortest
  ///   that "a few weeks" of the Innovation Programme digest can mean.
  public var conferenceReviewDue = 84
  public var conferenceReviewMin = 28

  /// The scale of a rating.
  ///
  /// - Source: rule R-D1, goal-based outcomes: 0 nowhere near, 10 reached.
  public static let ratingScale = 0...10

  /// Goals a person that are shown as headline goals; more are allowed.
  ///
  /// - Source: rule R-D2, goal-based outcomes.
  public var headlineGoals = 3

  /// Points of movement from which a change is a clear one.
  ///
  /// - Source: rule R-D5 (general knowledge, not checked; the wording stays soft).
  public var clearChange = 3

  /// Ratings in a row without an increase, and the days they span, that make a goal stuck.
  ///
  /// - Source: rule R-D6 (our own decision).
  public var stuckRatings = 3
  public var stuckSpan = 56

  /// Points between two raters, and the days within which both rated, that count as far apart.
  ///
  /// - Source: rule R-D7 (our own decision).
  public var raterGap = 3
  public var raterGapDays = 14

  /// Days ahead that "soon" reaches on Today.
  ///
  /// - Source: our own decision: one working week and its weekend.
  public var soon = 7

  /// Ages of which a review has to say how education goes.
  ///
  /// - Source: Oxfordshire committee paper 2019, paragraph 33; the ages are our own decision, from
  ///   reception to the end of college.
  public static let schoolAge = 4...18

  public init() {}

  public static let standard = PracticeSettings()
}
