import Queries
import Testing

@Suite struct QueryRequestTests {
  @Test(
    "What goes together is understood",
    arguments: [
      ([], [], .listing), (["--json"], [], .listing), (["--in"], ["types"], .queries),
      (["--in", "--all", "--out", "--from", "--to", "--top", "--unit", "--arm"], [], .queries),
      (["--in", "--csv"], ["types", "units"], .queries),
      (["--in", "--csv", "--out"], ["types"], .queries),
      (["--in", "--subscriptions", "--out", "--top", "--to"], [], .subscriptions),
    ] as [(Set<String>, [String], QueryRequest.Kind)])
  func understood(given: Set<String>, ids: [String], kind: QueryRequest.Kind) throws {
    #expect(try QueryRequest(given: given, ids: ids).kind() == kind)
  }

  @Test(
    "What would be ignored is refused by its name",
    arguments: [
      (["--in", "--csv", "--json"], ["types"], "--csv"),
      (["--in", "--json", "--out"], ["types"], "--json"),
      (["--in", "--unit", "--street"], ["types"], "--unit"),
      (["--in", "--out", "--subscriptions", "--unit"], [], "--unit"),
      (["--in", "--out", "--subscriptions", "--street"], [], "--street"),
      (["--in", "--out", "--subscriptions", "--csv"], [], "--csv"),
      (["--in", "--out", "--subscriptions", "--json"], [], "--json"),
      (["--in", "--subscriptions"], [], "--subscriptions"),
      (["--in", "--out", "--subscriptions"], ["types"], "--subscriptions"),
      (["--in", "--all"], ["types"], "--all"), (["--in"], [], "--in"), (["--unit"], [], "--unit"),
      (["--out"], [], "--out"), (["--csv"], [], "--csv"), (["--all"], [], "--in"),
      ([], ["types"], "--in"),
    ] as [(Set<String>, [String], String)])
  func refused(given: Set<String>, ids: [String], option: String) {
    let error = #expect(throws: QueryError.self) {
      try QueryRequest(given: given, ids: ids).kind()
    }
    #expect(error?.description.hasPrefix(option + ": ") == true, "\(String(describing: error))")
    #expect(error?.exitCode == 64)
  }

  @Test("At least one row")
  func rows() {
    let error = #expect(throws: QueryError.self) {
      try QueryRequest(given: ["--in", "--top"], ids: ["types"], top: 0).kind()
    }
    #expect(error?.description == "--top: it is 0; ask for at least 1 row.")
  }
}
