/// Ids of one kind and their numbers, for looking up what tables and documents name.
struct Directory: Sendable {
  let kind: String
  let names: [String]
  private let index: [String: Int]

  init(_ kind: String, _ names: [String]) {
    self.kind = kind
    self.names = names
    index = Dictionary(zip(names, names.indices)) { first, _ in first }
  }

  var count: Int { names.count }

  subscript(name: String) -> Int? { index[name] }

  /// The number of a name; an unknown one is noted with the nearest that is known.
  func find(
    _ name: String, _ key: String?, _ place: Place, _ problems: inout [ScenarioProblem]
  ) -> Int? {
    if let number = index[name] { return number }
    problems.append(
      place.problem(
        key, "there is no \(kind) \(Printable.value(name))",
        mend: Suggestion.mend(name, among: names, verb: "there are")))
    return nil
  }
}
