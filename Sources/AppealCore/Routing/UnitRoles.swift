/// What a unit does, wherever it does it: its name without the place.
///
/// 龙田街道综合执法队 and 坪山街道综合执法队（坪山街道办事处） are both 综合执法队.
public enum UnitRoles {
  /// Words that say that a place follows or has gone before, and no more.
  private static let fillers = ["街道办事处", "街道", "办事处"]
  private static let suffixes = ["街道", "社区", "镇", "乡", "村"]

  /// The number of each unit's role, counting from 0 in the order of the units.
  ///
  /// - Parameter places: names of streets and communities.
  public static func roles(of units: [String], places: [String]) -> [UInt16] {
    let stems = stems(of: places)
    var numbers: [String: UInt16] = [:]
    return units.map { unit in
      let name = name(of: unit, stems: stems)
      let number = numbers[name] ?? UInt16(numbers.count)
      numbers[name] = number
      return number
    }
  }

  /// The name of one unit's role; the whole name where nothing else is left.
  public static func name(of unit: String, places: [String]) -> String {
    name(of: unit, stems: stems(of: places))
  }

  private static func name(of unit: String, stems: [String]) -> String {
    var name = withoutBrackets(unit)
    for word in stems + fillers { name = name.replacing(word, with: "") }
    return name.isEmpty ? unit : name
  }

  /// Place names with and without their suffix, at least two characters, the longest first.
  private static func stems(of places: [String]) -> [String] {
    var stems: Set<String> = []
    for place in places where place.count > 1 {
      for suffix in suffixes where place.hasSuffix(suffix) && place.count - suffix.count > 1 {
        stems.insert(String(place.dropLast(suffix.count)))
      }
    }
    return stems.sorted { ($1.count, $0) < ($0.count, $1) }
  }

  private static func withoutBrackets(_ name: String) -> String {
    var depth = 0
    var kept = ""
    for character in name {
      if character == "（" || character == "(" { depth += 1 }
      if depth == 0 { kept.append(character) }
      if (character == "）" || character == ")") && depth > 0 { depth -= 1 }
    }
    return kept
  }
}
