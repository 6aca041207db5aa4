import Casework

/// The name of a print's file from its parts: letters, digits and hyphens, `duffy-plan-2026-11-21`.
func paperName(_ parts: String..., ending: String) -> String {
  let words = parts.map(plainLetters).filter { !$0.isEmpty }
  return words.joined(separator: "-") + "." + ending
}

/// A family's name as the beginning of a file's name; `family` where no letter of it can stay.
func plainName(_ family: Family) -> String {
  let letters = plainLetters(family.name)
  return letters.isEmpty ? "family" : letters
}

/// Small plain letters and digits, at most 40, with a hyphen wherever something else stood.
func plainLetters(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars where result.count < 40 {
    if let letter = plainLetter(scalar) {
      result += letter
    } else if scalar.properties.generalCategory != .nonspacingMark, !["’", "'"].contains(scalar),
      !result.isEmpty, result.last != "-"
    {
      result += "-"
    }
  }
  return result.last == "-" ? String(result.dropLast()) : result
}

/// The letter under an accent, by its name in Unicode: `LATIN SMALL LETTER N WITH TILDE` is n.
private func plainLetter(_ scalar: Unicode.Scalar) -> String? {
  switch scalar {
  case "a"..."z", "0"..."9": return String(scalar)
  case "A"..."Z": return String(scalar).lowercased()
  default: break
  }
  let words = (scalar.properties.name ?? "").split(separator: " ")
  guard words.count > 3, words[0] == "LATIN", words[2] == "LETTER", words[3].count <= 2 else {
    return nil
  }
  return words[3].lowercased()
}
