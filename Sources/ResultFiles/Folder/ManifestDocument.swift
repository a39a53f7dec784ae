/// `manifest.json`: with what the results were made, and what they are results of.
package enum ManifestDocument {
  package static let name = "huying.results"

  package static func json(of result: ExperimentResult) -> String {
    let settings = result.settings
    let provenance = result.provenance
    let document = JSONText.object([
      ("schema", .string("\(name)/\(ResultDatabase.schemaVersion)")),
      ("version", .string(provenance.version)),
      ("toolchain", .string(provenance.toolchain)),
      ("gsl", .string(provenance.gslVersion)),
      ("cpu_features", .array(provenance.cpuFeatures.map(JSONText.string))),
      ("seed", .unsigned(settings.seed)),
      ("replications", .integer(settings.replications)),
      ("baseline", .string(settings.baseline)),
      (
        "window",
        .object([
          ("start", .string(settings.windowStart)), ("end", .string(settings.windowEnd)),
        ])
      ),
      (
        "scenarios",
        .array(
          result.scenarios.map {
            .object([("id", .string($0.id)), ("hash", .string($0.hash))])
          })
      ),
    ])
    return document.text + "\n"
  }
}
