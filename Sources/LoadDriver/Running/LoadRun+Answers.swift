import AppealCore
import ResultFiles

/// Answers, and the seconds in which they come.
extension LoadRun {
  /// Takes all answers that are there, and closes the seconds that are over.
  mutating func collect() throws(LoadError) {
    closeSeconds()
    while let reply = target.nextReply() {
      guard let flight = flights.remove(reply.token) else {
        throw .strangeAnswer(token: reply.token)
      }
      answered += 1
      let verdict = judge(reply, flight)
      let second = max(
        0, min(measures.seconds.closed, Int((reply.committed - origin) / 1_000_000_000)))
      measures.answer(flight, verdict, reply, second: second)
      closed?.answered(flight.user, at: reply.committed)
    }
  }

  private mutating func judge(_ reply: LoadReply, _ flight: Flight) -> AnswerVerdict {
    switch reply.outcome {
    case .unknown:
      isOnTape = false
      return .unknown
    case .refused(let refusal):
      guard flight.isCompared, isOnTape else { return .refused }
      return flight.refusal == refusal ? .refused : .wrong
    case .done(let appeal):
      guard flight.isCompared, isOnTape else { return .done }
      guard flight.refusal == nil else { return .wrong }
      return flight.kind != .submit || appeal == flight.submitted ? .done : .wrong
    }
  }

  private mutating func closeSeconds() {
    let since = clock.now() - origin
    while Int64(measures.seconds.closed + 1) * 1_000_000_000 <= since { closeSecond() }
  }

  mutating func closeSecond() {
    let second = measures.seconds.closed
    measures.closeSecond(
      stage: stage(at: Int64(second) * 1_000_000_000), target.gauges(),
      residentBytes: ProcessGauges.residentBytes())
    onSecond(measures.seconds.second(second, plan.stages))
  }
}
