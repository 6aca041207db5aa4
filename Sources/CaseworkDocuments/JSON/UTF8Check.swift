/// The place of the first byte at which a text is not UTF-8; nil when all of it is.
func firstByteThatIsNotUTF8(_ text: [UInt8]) -> Int? {
  do throws(UTF8.ValidationError) {
    _ = try UTF8Span(validating: text.span)
    return nil
  } catch {
    return error.byteOffsets.lowerBound
  }
}
