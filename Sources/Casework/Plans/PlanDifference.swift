extension FamilyFile {
  /// What a version of the plan changed against the one before, in sentences, in the plan's order;
  /// empty when nothing did. `New goal “…”`, `“…” is now “…”`, `Uncle Joe no longer: …`.
  public func difference(from old: AgreedPlan, to new: AgreedPlan) -> [String] { [] }

  /// What changed in the plan since it was agreed last; empty when it was never agreed.
  public func differenceSinceAgreed() -> [String] { [] }
}
