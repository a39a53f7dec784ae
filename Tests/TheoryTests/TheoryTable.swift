import Testing

/// The theory cases that a queueing engine can be asked, by study.
enum TheoryTable {
  static let composed: [Study] = [
    Study(
      "open Jackson network", short: true,
      rows: [
        TheoryRow(id: "JACK-intake", expected: 3.0330945069941997, tolerance: 0.02),
        TheoryRow(id: "JACK-dispatch", expected: 2.4602227630396274, tolerance: 0.02),
        TheoryRow(id: "JACK-department", expected: 12.342767048709543, tolerance: 0.02),
      ]
    ) { NetworkModel.meanNumbers(replication: $0, warmUp: 100, length: 3_000) },
    Study(
      "parallel dispatch", short: true,
      rows: [TheoryRow(id: "FJ-1", expected: 1.8333333333333333, tolerance: 0.01)]
    ) { [ParallelDispatch.meanCompletion(replication: $0)] },
  ]

  static let studies: [Study] =
    singleServer + pooled + lossSystems + abandonment + priority + varying + composed

  /// A row with the study that answers it.
  struct Case: Sendable, CustomTestStringConvertible {
    var row: TheoryRow
    var index: Int
    var study: Study

    var testDescription: String { row.id }
  }

  static let cases: [Case] = studies.flatMap { study in
    study.rows.enumerated().map { Case(row: $1, index: $0, study: study) }
  }

  /// Cases answered in `DeterministicCaseTests` and `ComparedCaseTests`.
  static let exactOrCompared: Set<String> = [
    "DET-1", "LIND-1", "CAL-1", "INV-1", "INV-2", "INV-3", "ERLC-PYWF3", "STAFF-1", "STAFF-3",
    "VR-2",
  ]

  /// Cases that a queueing engine cannot be asked, with the reason.
  static let notApplicable: [String: String] = {
    let groups: [(String, [String])] = [
      (
        "an arrival process without a queue: a demand model, tested with Demand",
        [
          "NHPP-1", "NHPP-2", "NHPP-3", "NHPP-4", "NHPP-5", "PG-1", "PG-2", "PG-3", "HAWKES-1",
          "HAWKES-2",
        ]
      ),
      ("the random number generator, tested with RandomStreams", ["RNG-6", "RNG-7"]),
      ("a variate without a queue, tested with RandomStreams", ["VR-1"]),
      (
        "a statistical procedure on given numbers, tested with Statistics",
        ["KN-10", "KN-4", "OCBA-1", "MSER-1", "QCI-1", "TCI-1", "WIL-1", "MERGE-1"]
      ),
    ]
    return Dictionary(
      uniqueKeysWithValues: groups.flatMap { reason, ids in ids.map { ($0, reason) } })
  }()
}
