import Casework
import TextUI

/// A conference is offered to somebody, who answers.
struct OfferForm: EntryForm {
  let person: Person.ID?

  func title(_ sources: FormSources) -> String { "" }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] { [] }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    FormResult(changes: [], sentence: "")
  }
}

/// Who referred the family, and how quickly they heard.
struct ReferralForm: EntryForm {

  func title(_ sources: FormSources) -> String { "" }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] { [] }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    FormResult(changes: [], sentence: "")
  }
}

/// Questions for the family, bottom lines, what the agencies can bring.
struct BaselineForm: EntryForm {

  func title(_ sources: FormSources) -> String { "" }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] { [] }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    FormResult(changes: [], sentence: "")
  }
}

/// One person on the way to the conference.
struct InvitationForm: EntryForm {
  let who: Party?

  func title(_ sources: FormSources) -> String { "" }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] { [] }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    FormResult(changes: [], sentence: "")
  }
}

/// Who has to be kept safe from whom.
struct SafetyForm: EntryForm {

  func title(_ sources: FormSources) -> String { "" }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] { [] }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    FormResult(changes: [], sentence: "")
  }
}

/// The coordinator stops the conference, or lets it go on.
struct StopForm: EntryForm {

  func title(_ sources: FormSources) -> String { "" }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] { [] }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    FormResult(changes: [], sentence: "")
  }
}

/// What is said of the plan at the end of the conference.
struct VerdictForm: EntryForm {

  func title(_ sources: FormSources) -> String { "" }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] { [] }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    FormResult(changes: [], sentence: "")
  }
}
