import Casework
import TextUI

/// One step of a review that is being held.
struct MeetingStepForm: EntryForm {
  let id: Review.ID
  let step: Review.Step

  func title(_ sources: FormSources) -> String { "" }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] { [] }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    FormResult(changes: [], sentence: "")
  }
}

/// What somebody said with a rating.
struct RatingWordsForm: EntryForm {
  let id: Rating.ID

  func title(_ sources: FormSources) -> String { "" }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] { [] }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    FormResult(changes: [], sentence: "")
  }
}
