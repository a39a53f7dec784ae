import Traces

extension ScenarioLibrary {
  /// Reads what the columns of a trace mean; `huying:` names a shipped document.
  ///
  /// - Throws: `ScenarioError` with file, line, key and the way to mend each problem.
  public func traceMapping(_ path: String) throws(ScenarioError) -> TraceMapping {
    let document: DocumentNode
    do throws(ScenarioProblem) {
      let file = try located(path)
      let shown = DocumentStore.shown(DocumentStore.normal(file))
      let text = try InputFile.text(file, shown: shown, limit: DocumentStore.documentLimit)
      document = try YAMLReader.read(text, file: shown)
    } catch {
      throw ScenarioError(error)
    }
    return try MappingReader.read(document)
  }

  /// A path as given, or below the folder of the shipped scenarios.
  private func located(_ path: String) throws(ScenarioProblem) -> String {
    guard path.hasPrefix("huying:") else { return path }
    guard let folder else {
      throw Place(file: path).problem(
        nil, "the shipped scenarios are not found",
        mend: "set HUYING_SCENARIOS to the folder `Scenarios`", code: .noInput)
    }
    return folder + "/" + path.dropFirst("huying:".count)
  }
}
