/// What `huying validate` says of documents.
public struct ScenarioValidation: Sendable, Equatable {
  /// One line for each document that is valid.
  public var lines: [String]
  /// One line for each problem.
  public var problems: [String]
  /// 0, or the code of the first problem.
  public var exitCode: Int32

  /// Checks documents one by one. An explanation is checked as laid over the shipped
  /// `pingshan-2018`, a lever as laid over the shipped `pingshan-2016` after the levers that it
  /// needs, which are looked for beside it.
  public init(of paths: [String], in library: ScenarioLibrary = ScenarioLibrary()) {
    lines = []
    problems = []
    exitCode = 0
    for path in paths {
      do throws(ScenarioError) {
        if try library.kind(path) == "load" {
          let load = try library.loadDocument(path)
          lines.append(
            "\(Printable.text(path)): valid: \(load.id), a load of \(load.stages.count) stages")
          continue
        }
        let (scenario, id) = try Self.load(path, library)
        let assumed = scenario.assumptions.count
        lines.append(
          "\(Printable.text(path)): valid: \(id), \(scenario.parameters.count) parameters, "
            + "\(assumed) assumed, \(scenario.hash.prefix(12))")
      } catch {
        problems += error.problems.map(\.description)
        if exitCode == 0 { exitCode = error.exitCode }
      }
    }
  }
  private static func load(
    _ path: String, _ library: ScenarioLibrary
  ) throws(ScenarioError) -> (scenario: Scenario, id: String) {
    switch try library.kind(path) {
    case "explanation":
      let scenario = try library.load("huying:baselines/pingshan-2018.yaml", explanation: path)
      return (scenario, scenario.explanation?.id ?? "")
    case "lever":
      let lever = try library.lever(path)
      let levers = try LeverSet(try library.levers(neededBy: lever, at: path) + [lever]).levers
      let base = "huying:baselines/pingshan-2016.yaml"
      return (try library.load(base, levers: levers, withBehaviour: true), lever.id)
    default:
      let scenario = try library.load(path)
      return (scenario, scenario.id)
    }
  }
}
