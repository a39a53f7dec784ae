import Foundation

/// From JSON to a load result.
enum LoadReader {
  /// Thirty days, the longest stage.
  private static let longest = 2_592_000.0

  /// What a document must say before anything else is read from it.
  private struct Head: Decodable { var schema: String }

  /// - Throws: `Flaw`, `ResultFolderError.newerSchema`.
  static func result(_ text: String, path: String) throws -> LoadResult {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let data = Data(text.utf8)
    do {
      let schema = try decoder.decode(Head.self, from: data).schema
      guard let version = LoadDocument.version(of: schema) else {
        throw Flaw(detail: "schema is “\(schema)”")
      }
      guard version == 1 else {
        throw ResultFolderError.newerSchema(path: path, found: version, supported: 1)
      }
      let result = try decoder.decode(LoadResult.self, from: data)
      try check(result)
      return result
    } catch let error as DecodingError {
      throw Flaw(error)
    }
  }

  /// What pictures and tables rely on, beyond what each latency says itself.
  private static func check(_ result: LoadResult) throws {
    func require(_ isRight: Bool, _ member: String, _ what: String) throws {
      if !isRight { throw Flaw(detail: "\(member) \(what)") }
    }
    let most = longest * Double(max(1, result.stages.count))
    for (place, stage) in result.stages.enumerated() {
      let isRight = (0...longest).contains(stage.seconds) && (0...most).contains(stage.from)
      try require(isRight, "stages[\(place)]", "spans more than thirty days, or less than nothing")
    }
    // A run whose answers came late may be longer than planned.
    try require(
      (0...2 * most).contains(result.settings.seconds), "settings.seconds", "is out of range")
    for (place, row) in result.timeline.enumerated() {
      let member = "timeline[\(place)]"
      try require(row.second == place, member + ".second", "is not \(place)")
      let counts = [
        row.offered, row.submitted, row.achieved, row.errors, row.dropped, row.queueDepth,
        row.residentBytes,
        row.cacheBytes, row.walBytes, row.p50Us ?? 0, row.p99Us ?? 0, row.maxUs ?? 0,
      ]
      try require(counts.allSatisfy { $0 >= 0 }, member, "has a figure below 0")
    }
    for (place, row) in result.operations.enumerated() {
      let counts = [row.offered, row.achieved, row.refused, row.dropped, row.errors]
      try require(
        counts.allSatisfy { (0...1 << 53).contains($0) }, "operations[\(place)]",
        "has a count that is out of range")
    }
    for (place, trial) in (result.capacity?.trials ?? []).enumerated() {
      let figures = [trial.rate, trial.achievedPerSecond, trial.seconds]
      try require(
        figures.allSatisfy { (0...1e9).contains($0) }, "capacity.trials[\(place)]",
        "has a figure that is out of range")
    }
  }

  /// What is wrong with a document, and where.
  struct Flaw: Error {
    var detail: String

    init(detail: String) { self.detail = detail }

    init(_ error: DecodingError) {
      detail =
        switch error {
        case .keyNotFound(let key, let place):
          Self.name(place.codingPath + [key]) + " is missing"
        case .valueNotFound(let type, let place), .typeMismatch(let type, let place):
          place.codingPath.isEmpty
            ? "it is no JSON object" : Self.name(place.codingPath) + " is not " + Self.words(type)
        case .dataCorrupted(let place):
          place.codingPath.isEmpty
            ? "it is no JSON object"
            : Self.name(place.codingPath) + " " + Self.words(place.debugDescription)
        @unknown default: "it cannot be read"
        }
    }

    /// `timeline[89].p50_us`.
    private static func name(_ path: [any CodingKey]) -> String {
      path.reduce(into: "") { name, key in
        if let index = key.intValue {
          name += "[\(index)]"
        } else {
          name += (name.isEmpty ? "" : ".") + SnakeCase.name(key.stringValue)
        }
      }
    }

    private static func words(_ type: any Any.Type) -> String {
      switch type {
      case is Int.Type, is UInt64.Type: "a whole number"
      case is Double.Type: "a number"
      case is String.Type: "a text"
      case is Bool.Type: "true or false"
      case is any Collection.Type: "a list"
      default: "an object"
      }
    }

    /// Our own words as they are; those of Foundation name types of the program.
    private static func words(_ description: String) -> String {
      description.hasPrefix("is ") || description.hasPrefix("has ")
        ? description : "has no value that is known"
    }
  }
}
