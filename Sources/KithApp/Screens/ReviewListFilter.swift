import Casework
import TextUI

/// What narrows the list of reviews, chosen in a few lines above it; the list follows at once.
struct ReviewListFilter: Equatable, Sendable {
  var scope: Scope
  var practitioner: Practitioner.ID?
  var team: String?
  var kind: Review.Kind?
  var outcome: Review.Outcome?
  var state: Review.State?
  /// The lines while it is being chosen; nil else.
  var form: Form?

  private let mine: Scope
  /// Whether it was the choice of a practitioner that widened it to everyone's.
  private var isWidened = false

  init(me: Practitioner.ID) {
    mine = .mine(me)
    scope = mine
  }

  /// Whether anything but whose narrows the list.
  var isActive: Bool {
    practitioner != nil || team != nil || kind != nil || outcome != nil || state != nil
  }

  /// Everything but whose is shown again; whose goes back with the practitioner that widened it.
  mutating func clear() {
    if isWidened { (scope, isWidened) = (mine, false) }
    (practitioner, team, kind, outcome, state) = (nil, nil, nil, nil, nil)
  }

  /// For the store; a practitioner and a team together leave who is both.
  func query(_ context: Context) -> ReviewFilter {
    var leads: Set<Practitioner.ID>?
    if let team {
      leads = Set(context.practitioners.filter { $0.team == team }.map(\.id))
    }
    if let practitioner { leads = leads.map { $0.intersection([practitioner]) } ?? [practitioner] }
    return ReviewFilter(leads: leads, kind: kind, outcome: outcome, state: state)
  }

  /// `Dan Lane · core group · sent back`.
  func words(_ context: Context) -> String {
    [
      practitioner.map { context.name(of: $0) }, team, kind?.rawValue, outcome?.rawValue,
      state?.rawValue,
    ].compactMap(\.self).joined(separator: " · ")
  }

  // MARK: Choosing

  mutating func open(_ context: Context) {
    let teams = Set(context.practitioners.map(\.team)).subtracting([""]).sorted()
    func choices<Value: RawRepresentable & CaseIterable>(
      _ type: Value.Type, _ any: String
    ) -> [Choice] where Value.RawValue == String {
      [Choice(id: "", label: any)]
        + Value.allCases.map { Choice(id: $0.rawValue, label: $0.rawValue) }
    }
    let fields: [EntryField] = [
      .choice(
        "scope", "Whose", scope == .everyone ? "everyone" : "mine",
        among: [Choice(id: "mine", label: "mine"), Choice(id: "everyone", label: "everyone's")]),
      .choice(
        "practitioner", "Practitioner", practitioner.map { "\($0)" } ?? "",
        among: [Choice(id: "", label: "any")]
          + context.practitioners.map { Choice(id: "\($0.id)", label: $0.name) }),
      .choice(
        "team", "Team", team ?? "",
        among: [Choice(id: "", label: "any")] + teams.map { Choice(id: $0, label: $0) }),
      .choice("kind", "Kind", kind?.rawValue ?? "", among: choices(Review.Kind.self, "any")),
      .choice(
        "outcome", "Outcome", outcome?.rawValue ?? "", among: choices(Review.Outcome.self, "any")),
      .choice("state", "State", state?.rawValue ?? "", among: choices(Review.State.self, "any")),
    ]
    form = Form(title: "Show only", fields: fields.map(\.field))
  }

  /// Takes an event while it is being chosen.
  ///
  /// - Returns: whether the list is another one now.
  mutating func handle(_ event: Event) -> Bool {
    guard form != nil else { return false }
    switch form?.handle(event) {
    case .changed:
      read()
      return true
    case .save, .close: form = nil
    default: if event == .key(.enter) { form = nil }
    }
    return false
  }

  /// Takes a click; whether the list is another one now.
  mutating func point(at zone: Zone, column: Int) -> Bool {
    guard form?.point(at: zone, column: column) == .changed else { return false }
    read()
    return true
  }

  private mutating func read() {
    guard let form else { return }
    scope = form["scope"] == "everyone" ? .everyone : mine
    practitioner = RecordID(form["practitioner"])
    // A practitioner may be somebody else's colleague: then everybody's reviews are looked through.
    if practitioner != nil, scope != .everyone { (scope, isWidened) = (.everyone, true) }
    team = form["team"].isEmpty ? nil : form["team"]
    kind = Review.Kind(rawValue: form["kind"])
    outcome = Review.Outcome(rawValue: form["outcome"])
    state = Review.State(rawValue: form["state"])
    if scope == .everyone, form["scope"] != "everyone" { self.form?["scope"] = "everyone" }
  }
}
