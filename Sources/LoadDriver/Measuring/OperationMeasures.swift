import ResultFiles

/// Counts and latencies of one kind of command in one stage.
final class OperationMeasures<Count: FixedWidthInteger & Codable & Sendable> {
  var counts = OperationCounts()
  var lateness = LatencyRecorder<Count>()
  var intended = LatencyRecorder<Count>()
  var dispatch = LatencyRecorder<Count>()
  var service = LatencyRecorder<Count>()

  func add<Other>(_ other: OperationMeasures<Other>) {
    counts.add(other.counts)
    lateness.add(other.lateness)
    intended.add(other.intended)
    dispatch.add(other.dispatch)
    service.add(other.service)
  }

  func result(stage: String, operation: String) -> LoadOperation {
    LoadOperation(
      stage: stage, operation: operation, offered: counts.offered, achieved: counts.achieved,
      refused: counts.refused, dropped: counts.dropped, errors: counts.errors,
      lateness: lateness.latency, intended: intended.latency, dispatch: dispatch.latency,
      service: service.latency)
  }
}

/// What became of commands.
struct OperationCounts: Equatable {
  var offered = 0
  var achieved = 0
  var refused = 0
  var dropped = 0
  var errors = 0

  mutating func add(_ other: OperationCounts) {
    offered += other.offered
    achieved += other.achieved
    refused += other.refused
    dropped += other.dropped
    errors += other.errors
  }
}

/// What one stage offered, and what of it was answered before the stage was over.
package struct StageCounts: Equatable, Sendable {
  package var offered = 0
  package var answered = 0
  /// Of the answered.
  package var submissions = 0

  /// Whether the service kept up: a queue that grows leaves its end to a later time.
  package var isSustained: Bool { Double(answered) >= 0.95 * Double(offered) }
}
