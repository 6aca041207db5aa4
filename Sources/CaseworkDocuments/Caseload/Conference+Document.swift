import Casework

extension Conference: DocumentObject {
  init(_ fields: inout Fields) {
    self.init(
      id: fields.id(of: .conference), familyID: fields.reader.familyID,
      offers: fields.value("offers") ?? [], referredOn: fields.value("referredOn"),
      referral: fields.value("referral") ?? Referral(),
      baseline: fields.value("baseline") ?? Baseline(),
      invitations: fields.value("invitations") ?? [], planned: fields.value("planned"),
      place: fields.value("place") ?? "", begunAt: fields.value("begunAt"),
      came: fields.value("came") ?? [], familyTimes: fields.value("familyTimes") ?? [],
      heldOn: fields.value("heldOn"),
      agreement: fields.value("agreement"), agreedBy: fields.value("agreedBy") ?? [],
      sharedOn: fields.value("sharedOn"), reviewOn: fields.value("reviewOn"),
      closedOn: fields.value("closedOn"), withdrawnOn: fields.value("withdrawnOn"),
      stops: fields.value("stops") ?? [])
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("agreedBy", agreedBy)
    json.member("agreement", agreement)
    json.member("baseline", baseline == Baseline() ? nil : baseline)
    json.member("begunAt", begunAt)
    json.member("came", came)
    json.member("closedOn", closedOn)
    json.member("familyTimes", familyTimes)
    json.member("heldOn", heldOn)
    json.member("id", id)
    json.member("invitations", invitations)
    json.member("offers", offers)
    json.member("place", place)
    json.member("planned", planned)
    json.member("referral", referral == Referral() ? nil : referral)
    json.member("referredOn", referredOn)
    json.member("reviewOn", reviewOn)
    json.member("sharedOn", sharedOn)
    json.member("stops", stops)
    json.member("withdrawnOn", withdrawnOn)
  }
}

extension ConferenceOffer: DocumentObject {
  init(_ fields: inout Fields) {
    self.init(
      to: fields.needed("to"), on: fields.needed("on"), answer: fields.value("answer") ?? .waiting,
      answeredOn: fields.value("answeredOn"), reason: fields.value("reason") ?? "")
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("answer", answer)
    json.member("answeredOn", answeredOn)
    json.member("on", on)
    json.member("reason", reason)
    json.member("to", to)
  }
}

extension Referral: DocumentObject {
  init(_ fields: inout Fields) {
    self.init(
      from: fields.value("from") ?? "", allocatedOn: fields.value("allocatedOn"),
      answeredOn: fields.value("answeredOn"), contactedOn: fields.value("contactedOn"))
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("allocatedOn", allocatedOn)
    json.member("answeredOn", answeredOn)
    json.member("contactedOn", contactedOn)
    json.member("from", from)
  }
}

extension Baseline: DocumentObject {
  init(_ fields: inout Fields) {
    self.init(
      questions: fields.value("questions") ?? [], bottomLines: fields.value("bottomLines") ?? [],
      resources: fields.value("resources") ?? "")
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("bottomLines", bottomLines)
    json.member("questions", questions)
    json.member("resources", resources)
  }
}

extension FamilyTime: DocumentObject {
  init(_ fields: inout Fields) {
    self.init(began: fields.needed("began"), ended: fields.value("ended"))
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("began", began)
    json.member("ended", ended)
  }
}

extension Agreement: DocumentObject {
  init(_ fields: inout Fields) {
    self.init(
      verdict: fields.needed("verdict"), on: fields.needed("on"),
      points: fields.value("points") ?? "", refusals: fields.value("refusals") ?? [])
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("on", on)
    json.member("points", points)
    json.member("refusals", refusals)
    json.member("verdict", verdict)
  }
}

extension Refusal: DocumentObject {
  init(_ fields: inout Fields) {
    self.init(line: fields.value("line") ?? "", why: fields.needed("why"))
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("line", line)
    json.member("why", why)
  }
}

extension ConferenceStop: DocumentObject {
  init(_ fields: inout Fields) {
    self.init(
      on: fields.needed("on"), by: fields.neededPractitioner("by"),
      reason: fields.needed("reason"), supportOffered: fields.needed("supportOffered"),
      resumedOn: fields.value("resumedOn"))
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("by", by)
    json.member("on", on)
    json.member("reason", reason)
    json.member("resumedOn", resumedOn)
    json.member("supportOffered", supportOffered)
  }
}
