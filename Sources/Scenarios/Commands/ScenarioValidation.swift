/// What `huying validate` says of documents.
public struct ScenarioValidation: Sendable, Equatable {
  /// One line for each document that is valid.
  public var lines: [String]
  /// One line for each problem.
  public var problems: [String]
  /// 0, or the code of the first problem.
  public var exitCode: Int32

  /// Checks documents one by one. An explanation is checked as laid over the shipped
  /// `pingshan-2018`.
  public init(of paths: [String], in library: ScenarioLibrary = ScenarioLibrary()) {
    lines = []
    problems = []
    exitCode = 0
    for path in paths {
      do throws(ScenarioError) {
        let isExplanation = try library.isExplanation(path)
        let scenario = try library.load(
          isExplanation ? "huying:baselines/pingshan-2018.yaml" : path,
          explanation: isExplanation ? path : nil)
        let assumed = scenario.assumptions.count
        let id = isExplanation ? scenario.explanation?.id ?? "" : scenario.id
        lines.append(
          "\(Printable.text(path)): valid: \(id), \(scenario.parameters.count) parameters, "
            + "\(assumed) assumed, \(scenario.hash.prefix(12))")
      } catch {
        problems += error.problems.map(\.description)
        if exitCode == 0 { exitCode = error.exitCode }
      }
    }
  }
}
