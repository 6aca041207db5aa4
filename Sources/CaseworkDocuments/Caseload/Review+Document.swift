import Casework

extension Review: DocumentObject {
  init(_ fields: inout Fields) {
    self.init(
      id: fields.id(of: .review), familyID: fields.reader.familyID, kind: fields.needed("kind"),
      planned: fields.value("planned"), held: fields.value("held"),
      cancelledOn: fields.value("cancelledOn"), begun: fields.value("begun"),
      place: fields.value("place") ?? "",
      invited: fields.value("invited") ?? [], attended: fields.value("attended") ?? [],
      apologies: fields.value("apologies") ?? [], voices: fields.value("voices") ?? [],
      whyNotHeard: fields.value("whyNotHeard") ?? "",
      workingWell: fields.value("workingWell") ?? "", worries: fields.value("worries") ?? "",
      needsToHappen: fields.value("needsToHappen") ?? "", scales: fields.value("scales") ?? [],
      education: fields.value("education") ?? "", outcome: fields.value("outcome"),
      sustainability: fields.value("sustainability") ?? "",
      carriedOnBy: fields.value("carriedOnBy") ?? "", nextOn: fields.value("nextOn"),
      signedOff: fields.value("signedOff"), supervisorNote: fields.value("supervisorNote") ?? "",
      returns: fields.value("returns") ?? [], corrections: fields.value("corrections") ?? [])
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("apologies", apologies)
    json.member("attended", attended)
    json.member("begun", begun)
    json.member("cancelledOn", cancelledOn)
    json.member("carriedOnBy", carriedOnBy)
    json.member("corrections", corrections)
    json.member("education", education)
    json.member("held", held)
    json.member("id", id)
    json.member("invited", invited)
    json.member("kind", kind)
    json.member("needsToHappen", needsToHappen)
    json.member("nextOn", nextOn)
    json.member("outcome", outcome)
    json.member("place", place)
    json.member("planned", planned)
    json.member("returns", returns)
    json.member("scales", scales)
    json.member("signedOff", signedOff)
    json.member("supervisorNote", supervisorNote)
    json.member("sustainability", sustainability)
    json.member("voices", voices)
    json.member("whyNotHeard", whyNotHeard)
    json.member("workingWell", workingWell)
    json.member("worries", worries)
  }
}

extension MeetingTime: DocumentObject {
  init(_ fields: inout Fields) {
    self.init(day: fields.needed("day"), time: fields.value("time"))
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("day", day)
    json.member("time", time)
  }
}

extension Voice: DocumentObject {
  init(_ fields: inout Fields) {
    self.init(
      source: fields.needed("source"), speaker: fields.value("speaker"),
      words: fields.needed("words"), heardBy: fields.value("heardBy"))
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("heardBy", heardBy)
    json.member("source", source)
    json.member("speaker", speaker)
    json.member("words", words)
  }
}

extension Scale: DocumentObject {
  init(_ fields: inout Fields) {
    self.init(by: fields.needed("by"), score: fields.needed("score"))
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("by", by)
    json.member("score", score)
  }
}

extension SignOff: DocumentObject {
  init(_ fields: inout Fields) {
    self.init(by: fields.neededPractitioner("by"), on: fields.needed("on"))
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("by", by)
    json.member("on", on)
  }
}

extension SentBack: DocumentObject {
  init(_ fields: inout Fields) {
    self.init(
      by: fields.neededPractitioner("by"), on: fields.needed("on"), note: fields.needed("note"),
      answer: fields.value("answer") ?? "", answeredBy: fields.practitioner("answeredBy"),
      answeredOn: fields.value("answeredOn"))
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("answer", answer)
    json.member("answeredBy", answeredBy)
    json.member("answeredOn", answeredOn)
    json.member("by", by)
    json.member("note", note)
    json.member("on", on)
  }
}

extension Correction: DocumentObject {
  init(_ fields: inout Fields) {
    self.init(
      by: fields.neededPractitioner("by"), on: fields.needed("on"), part: fields.needed("part"),
      words: fields.needed("words"), why: fields.value("why") ?? "")
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("by", by)
    json.member("on", on)
    json.member("part", part)
    json.member("why", why)
    json.member("words", words)
  }
}

extension CaseNote: DocumentObject {
  init(_ fields: inout Fields) {
    self.init(
      id: fields.id(of: .note), familyID: fields.reader.familyID, kind: fields.needed("kind"),
      day: fields.needed("day"), time: fields.value("time"),
      author: fields.neededPractitioner("author"), words: fields.needed("words"),
      child: fields.value("child"), saidTo: fields.value("saidTo"))
  }

  func writeMembers(to json: inout JSONWriter) {
    json.member("author", author)
    json.member("child", child)
    json.member("day", day)
    json.member("id", id)
    json.member("kind", kind)
    json.member("saidTo", saidTo)
    json.member("time", time)
    json.member("words", words)
  }
}
