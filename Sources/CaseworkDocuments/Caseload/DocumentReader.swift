import Casework
import FoundationEssentials

/// Reads a document and goes on after a fault, so that all of them can be told at once.
final class DocumentReader {
  /// The day against which rules are checked.
  let today: Day
  /// Where the reader is.
  private(set) var place = Place()
  private(set) var faults: [(place: Place, sentence: String)] = []
  /// Practitioners of the document; nil when they could not be read, and so cannot be missed.
  var practitioners: Set<Practitioner.ID>?
  /// The family that is being read.
  var familyID: Family.ID = .placeholder
  private var ids: [UUID: Record.Kind] = [:]
  private var references: [String: Place] = [:]

  init(today: Day) {
    self.today = today
  }

  /// Tells a fault of the place where the reader is.
  func fault(_ sentence: String) { fault(sentence, at: place) }

  func fault(_ sentence: String, at place: Place) { faults.append((place, sentence)) }

  /// Tells that another kind of value stands here than it should.
  func expected(_ what: String, found: JSONValue) {
    fault("This has to be \(what), not \(found.words).")
  }

  func within<Result>(_ step: PlaceStep, _ read: () -> Result) -> Result {
    place.steps.append(step)
    defer { place.steps.removeLast() }
    return read()
  }

  /// Reads the elements of a list; one that cannot be read is left out, with its fault told.
  func elements<Element>(of value: JSONValue, _ read: (JSONValue) -> Element?) -> [Element]? {
    guard case .array(let values) = value else {
      expected("a list", found: value)
      return nil
    }
    return values.enumerated().compactMap { index, value in
      within(.index(index)) { read(value) }
    }
  }

  /// Notes an id and tells when another record, of whatever kind, has it already.
  func noteID(_ id: UUID, of kind: Record.Kind) {
    guard let other = ids.updateValue(kind, forKey: id) else { return }
    let words = other == kind ? kind.words : "record"
    fault("Another \(words) has this id too; every id is there once.")
  }

  /// Notes a family's reference and tells when another family has it already.
  func noteReference(_ reference: String) {
    if let first = references[reference] {
      fault("\(first.pointer) is “\(visible(reference))” too; every reference is there once.")
    } else {
      references[reference] = place
    }
  }

  /// The place of the element that is being read in its list, 1 for the first.
  var placeInList: Int {
    guard case .index(let index) = place.steps.last else { return 1 }
    return index + 1
  }

  /// Everything that is wrong, by place.
  var sortedFaults: [ImportFault] {
    faults.enumerated()
      .sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
      .map { ImportFault(pointer: $0.element.place.pointer, sentence: $0.element.sentence) }
  }
}
