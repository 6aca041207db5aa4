/// The text with every control character as a visible sign, so that it commands neither a terminal
/// nor a spreadsheet: `␛` for Escape, `␊` for a line break, `�` for those above ASCII and for marks
/// that would turn the direction of what follows.
func visible(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isControl) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { result.append(isControl(scalar) ? sign(of: scalar) : scalar) }
  return String(result)
}

/// Control characters, the two that only break lines, and those that turn directions.
private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x20..<0x7f: false
  case 0x2028...0x202e, 0x2066...0x2069: true
  default: scalar.properties.generalCategory == .control
  }
}

private func sign(of scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{fffd}"
  case 0x7f: "\u{2421}"
  case 0x85, 0x2028, 0x2029: "\u{2424}"
  default: "\u{fffd}"
  }
}
