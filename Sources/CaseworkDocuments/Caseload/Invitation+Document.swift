import Casework

extension Invitation: DocumentObject {
  init(_ fields: inout Fields) {
    self.init(
      who: fields.needed("who"), part: fields.value("part") ?? .room,
      reply: fields.value("reply") ?? .waiting, contactedOn: fields.value("contactedOn"),
      preparedOn: fields.value("preparedOn"), consentedOn: fields.value("consentedOn"),
      releasedOn: fields.value("releasedOn"), needs: fields.value("needs") ?? [],
      needsNote: fields.value("needsNote") ?? "",
      harmedConsents: fields.value("harmedConsents") ?? [], presence: fields.value("presence"),
      exclusion: fields.value("exclusion"), statement: fields.value("statement") ?? "",
      readOutBy: fields.value("readOutBy"), isReadOut: fields.value("isReadOut") ?? false)
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("consentedOn", consentedOn)
    json.member("contactedOn", contactedOn)
    json.member("exclusion", exclusion)
    json.member("harmedConsents", harmedConsents)
    json.member("isReadOut", isReadOut)
    json.member("needs", needs)
    json.member("needsNote", needsNote)
    json.member("part", part)
    json.member("preparedOn", preparedOn)
    json.member("presence", presence)
    json.member("readOutBy", readOutBy)
    json.member("releasedOn", releasedOn)
    json.member("reply", reply)
    json.member("statement", statement)
    json.member("who", who)
  }
}

extension HarmedConsent: DocumentObject {
  init(_ fields: inout Fields) {
    self.init(by: fields.needed("by"), on: fields.needed("on"))
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("by", by)
    json.member("on", on)
  }
}

extension PresenceConditions: DocumentObject {
  init(_ fields: inout Fields) {
    self.init(
      isRequestedByHarmed: fields.value("isRequestedByHarmed") ?? false,
      acknowledgesAbuse: fields.value("acknowledgesAbuse") ?? false,
      isWillingToAddressIt: fields.value("isWillingToAddressIt") ?? false)
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("acknowledgesAbuse", acknowledgesAbuse)
    json.member("isRequestedByHarmed", isRequestedByHarmed)
    json.member("isWillingToAddressIt", isWillingToAddressIt)
  }
}

extension Exclusion: DocumentObject {
  init(_ fields: inout Fields) {
    self.init(
      on: fields.needed("on"), reason: fields.needed("reason"),
      instead: fields.value("instead") ?? "", appealedOn: fields.value("appealedOn"),
      appealAnswer: fields.value("appealAnswer") ?? "")
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("appealAnswer", appealAnswer)
    json.member("appealedOn", appealedOn)
    json.member("instead", instead)
    json.member("on", on)
    json.member("reason", reason)
  }
}

extension Safety: DocumentObject {
  init(_ fields: inout Fields) {
    self.init(
      harmed: fields.value("harmed") ?? [], harmedBy: fields.value("harmedBy") ?? [],
      conditions: fields.value("conditions") ?? [], keptFrom: fields.value("keptFrom") ?? [])
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("conditions", conditions)
    json.member("harmed", harmed)
    json.member("harmedBy", harmedBy)
    json.member("keptFrom", keptFrom)
  }
}

extension LegalCondition: DocumentObject {
  init(_ fields: inout Fields) {
    self.init(
      kind: fields.needed("kind"), keeps: fields.needed("keeps"), from: fields.value("from") ?? [],
      place: fields.value("place") ?? "", begins: fields.needed("begins"),
      ends: fields.value("ends"), note: fields.value("note") ?? "")
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("begins", begins)
    json.member("ends", ends)
    json.member("from", from)
    json.member("keeps", keeps)
    json.member("kind", kind)
    json.member("note", note)
    json.member("place", place)
  }
}

extension KeptFrom: DocumentObject {
  init(_ fields: inout Fields) {
    self.init(
      of: fields.needed("of"), from: fields.needed("from"), why: fields.value("why") ?? "")
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("from", from)
    json.member("of", of)
    json.member("why", why)
  }
}
