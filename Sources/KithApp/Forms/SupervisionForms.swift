import Casework
import TextUI

/// A supervisor sends a review back with a note.
struct SendBackForm: EntryForm {
  let id: Review.ID

  func title(_ sources: FormSources) -> String { "" }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] { [] }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    FormResult(changes: [], sentence: "")
  }
}

/// The answer to a review that was sent back.
struct AnswerForm: EntryForm {
  let id: Review.ID

  func title(_ sources: FormSources) -> String { "" }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] { [] }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    FormResult(changes: [], sentence: "")
  }
}

/// What a review that was held should have said.
struct CorrectionForm: EntryForm {
  let id: Review.ID

  func title(_ sources: FormSources) -> String { "" }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] { [] }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    FormResult(changes: [], sentence: "")
  }
}
