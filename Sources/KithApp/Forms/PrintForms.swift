import Casework
import TextUI

/// Prints the plan, or slips with each person's own actions.
struct PlanPrintForm: EntryForm {

  func title(_ sources: FormSources) -> String { "" }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] { [] }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    FormResult(changes: [], sentence: "")
  }
}

/// Prints the minutes of a review.
struct MinutesPrintForm: EntryForm {
  let id: Review.ID

  func title(_ sources: FormSources) -> String { "" }

  func fields(_ sources: FormSources, values: [String: String]) -> [EntryField] { [] }

  func result(_ reader: FormReader, _ sources: FormSources) throws(FormFault) -> FormResult {
    FormResult(changes: [], sentence: "")
  }
}
