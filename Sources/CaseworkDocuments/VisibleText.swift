/// The text with every control character as a visible sign, so that it commands neither a terminal
/// nor a spreadsheet: `␛` for Escape, `␊` for a line break, `�` for those above ASCII.
func visible(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isControl) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { result.append(isControl(scalar) ? sign(of: scalar) : scalar) }
  return String(result)
}

/// Control characters, and the two that only break lines.
private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.generalCategory == .control || scalar == "\u{2028}" || scalar == "\u{2029}"
}

private func sign(of scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{fffd}"
  case 0x7f: "\u{2421}"
  case 0x85, 0x2028, 0x2029: "\u{2424}"
  default: "\u{fffd}"
  }
}
