import Casework
import Crypto
import FoundationEssentials

/// The data key of a store, and the only place where anything is sealed or opened.
///
/// What is sealed is bound to where it lies: the table, the record's id and the revision are
/// associated data, so that a blob moved elsewhere in the file does not open.
struct Vault: Sendable {
  private let key: SymmetricKey
  private let digestKey: SymmetricKey

  /// - Parameter key: 32 bytes.
  init(key: Data) {
    self.key = SymmetricKey(data: key)
    digestKey = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: self.key, info: Data("kith digest".utf8), outputByteCount: 32)
  }

  /// 32 random bytes.
  static func newKey() -> Data {
    SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }
  }

  /// Nonce, ciphertext and tag in one.
  func seal(_ plain: some DataProtocol, in table: Table, _ id: UUID, _ revision: Int64) throws
    -> Data
  {
    let box = try ChaChaPoly.seal(
      plain, using: key, authenticating: place(table, id, revision))
    return box.combined
  }

  /// - Throws: `StoreError.refused` when the blob was changed, or belongs somewhere else.
  func open(_ sealed: Data, in table: Table, _ id: UUID, _ revision: Int64) throws -> Data {
    do {
      return try ChaChaPoly.open(
        ChaChaPoly.SealedBox(combined: sealed), using: key,
        authenticating: place(table, id, revision))
    } catch {
      throw StoreError.damaged
    }
  }

  /// A keyed digest that tells equal texts without telling what they are.
  func digest(_ text: String) -> Data {
    Data(HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: digestKey).prefix(16))
  }

  /// Tables that have sealed columns.
  enum Table: String {
    case record, edit, family, goal, review, draft
  }

  private func place(_ table: Table, _ id: UUID, _ revision: Int64) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    bytes.append(contentsOf: table.rawValue.utf8)
    withUnsafeBytes(of: id.uuid) { bytes.append(contentsOf: $0) }
    withUnsafeBytes(of: revision.bigEndian) { bytes.append(contentsOf: $0) }
    return bytes
  }
}
