import Casework

extension Plan: DocumentObject {
  init(_ fields: inout Fields) {
    self.init(
      id: fields.id(of: .plan), familyID: fields.reader.familyID,
      openingWords: fields.value("openingWords") ?? "",
      ifNotWorking: fields.value("ifNotWorking") ?? "", keptGoingBy: fields.value("keptGoingBy"),
      agreed: fields.value("agreed") ?? [])
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("agreed", agreed)
    json.member("id", id)
    json.member("ifNotWorking", ifNotWorking)
    json.member("keptGoingBy", keptGoingBy)
    json.member("openingWords", openingWords)
  }
}

extension AgreedPlan: DocumentObject {
  init(_ fields: inout Fields) {
    self.init(
      number: fields.needed("number"), on: fields.needed("on"), at: fields.value("at") ?? "",
      by: fields.value("by") ?? [], openingWords: fields.value("openingWords") ?? "",
      ifNotWorking: fields.value("ifNotWorking") ?? "", goals: fields.value("goals") ?? [],
      actions: fields.value("actions") ?? [])
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("actions", actions)
    json.member("at", at)
    json.member("by", by)
    json.member("goals", goals)
    json.member("ifNotWorking", ifNotWorking)
    json.member("number", number)
    json.member("on", on)
    json.member("openingWords", openingWords)
  }
}

extension AgreedGoal: DocumentObject {
  init(_ fields: inout Fields) {
    self.init(
      goal: fields.needed("goal"), words: fields.needed("words"), whose: fields.value("whose"),
      about: fields.value("about"), actions: fields.value("actions") ?? [])
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("about", about)
    json.member("actions", actions)
    json.member("goal", goal)
    json.member("whose", whose)
    json.member("words", words)
  }
}

extension AgreedAction: DocumentObject {
  init(_ fields: inout Fields) {
    self.init(
      action: fields.needed("action"), words: fields.needed("words"), who: fields.value("who"),
      by: fields.value("by"))
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("action", action)
    json.member("by", by)
    json.member("who", who)
    json.member("words", words)
  }
}

extension Goal: DocumentObject {
  init(_ fields: inout Fields) {
    self.init(
      id: fields.id(of: .goal), familyID: fields.reader.familyID, whose: fields.value("whose"),
      about: fields.value("about"), words: fields.needed("words"),
      formerWords: fields.value("formerWords") ?? [], category: fields.value("category") ?? .other,
      baseline: fields.value("baseline"), hopedFor: fields.value("hopedFor"),
      status: fields.value("status") ?? .open, statusSince: fields.value("statusSince"),
      order: fields.value("order") ?? fields.reader.placeInList, setOn: fields.needed("setOn"),
      lookAgainOn: fields.value("lookAgainOn"))
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("about", about)
    json.member("baseline", baseline)
    json.member("category", category)
    json.member("formerWords", formerWords)
    json.member("hopedFor", hopedFor)
    json.member("id", id)
    json.member("lookAgainOn", lookAgainOn)
    json.member("order", order)
    json.member("setOn", setOn)
    json.member("status", status)
    json.member("statusSince", statusSince)
    json.member("whose", whose)
    json.member("words", words)
  }
}

extension FormerWords: DocumentObject {
  init(_ fields: inout Fields) {
    self.init(words: fields.needed("words"), until: fields.needed("until"))
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("until", until)
    json.member("words", words)
  }
}

extension PlanAction: DocumentObject {
  init(_ fields: inout Fields) {
    self.init(
      id: fields.id(of: .action), familyID: fields.reader.familyID,
      goalID: fields.value("goalID"), who: fields.value("who"), words: fields.needed("words"),
      from: fields.value("from"), by: fields.value("by"),
      status: fields.value("status") ?? .notYet, statusSince: fields.needed("statusSince"),
      howItWent: fields.value("howItWent") ?? "",
      order: fields.value("order") ?? fields.reader.placeInList)
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("by", by)
    json.member("from", from)
    json.member("goalID", goalID)
    json.member("howItWent", howItWent)
    json.member("id", id)
    json.member("order", order)
    json.member("status", status)
    json.member("statusSince", statusSince)
    json.member("who", who)
    json.member("words", words)
  }
}

extension Rating: DocumentObject {
  init(_ fields: inout Fields) {
    self.init(
      id: fields.id(of: .rating), familyID: fields.reader.familyID,
      goalID: fields.needed("goalID"), day: fields.needed("day"), score: fields.needed("score"),
      by: fields.needed("by"), words: fields.value("words") ?? "",
      reviewID: fields.value("reviewID"))
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("by", by)
    json.member("day", day)
    json.member("goalID", goalID)
    json.member("id", id)
    json.member("reviewID", reviewID)
    json.member("score", score)
    json.member("words", words)
  }
}
