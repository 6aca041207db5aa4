/// A kind of value that records were given after some had been sealed without it: it reads as its
/// empty value where it is missing, as every text does.
protocol AddedLater {
  init()
}

extension Array: AddedLater {}

extension KeyedDecodingContainer {
  /// Takes the place of the plain `decode` in what the compiler writes for records.
  func decode<Value: AddedLater & Decodable>(
    _ type: Value.Type, forKey key: Key
  ) throws -> Value {
    try decodeIfPresent(type, forKey: key) ?? Value()
  }

  func decode(_ type: String.Type, forKey key: Key) throws -> String {
    try decodeIfPresent(type, forKey: key) ?? ""
  }
}
