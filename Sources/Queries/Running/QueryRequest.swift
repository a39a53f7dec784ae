/// What somebody asks of the catalogue at once; knows which options go together.
public struct QueryRequest {
  public enum Kind: Sendable { case listing, queries, subscriptions }

  /// Options that were given, by their names: `--unit` for instance.
  public var given: Set<String>
  public var ids: [String]
  public var top: Int?

  public init(given: Set<String>, ids: [String], top: Int? = nil) {
    self.given = given
    self.ids = ids
    self.top = top
  }

  /// What it is, once all that was given goes with it.
  ///
  /// - Throws: `QueryError.badOption` with the option that does not.
  public func kind() throws(QueryError) -> Kind {
    if let top, top < 1 {
      throw .badOption("--top", detail: "it is \(top); ask for at least 1 row")
    }
    let kinds = [!ids.isEmpty, given.contains("--all"), given.contains("--subscriptions")]
    guard kinds.count(where: { $0 }) <= 1 else {
      throw .badOption(
        kinds[2] ? "--subscriptions" : "--all",
        detail: "name queries, or --all, or --subscriptions: one of the three")
    }
    try refuse([("--csv", "--json"), ("--unit", "--street")])
    if kinds[2] {
      try refuse(
        ["--unit", "--street", "--csv", "--json"].map { ($0, "--subscriptions") })
      guard given.contains("--out") else {
        throw .badOption("--subscriptions", detail: "it needs --out; name a folder")
      }
      return .subscriptions
    }
    guard kinds.contains(true) else {
      if let option = given.subtracting(["--json"]).min() {
        throw .badOption(
          option, detail: "it does not go with the list of all queries; name queries, or --all")
      }
      return .listing
    }
    try refuse([("--json", "--out")])
    guard given.contains("--in") else {
      throw .badOption("--in", detail: "it is missing; name a folder of results with its journal")
    }
    return .queries
  }

  private func refuse(_ pairs: [(String, String)]) throws(QueryError) {
    for (one, other) in pairs where given.isSuperset(of: [one, other]) {
      throw .badOption(one, detail: "it does not go with \(other); leave one of them out")
    }
  }
}
