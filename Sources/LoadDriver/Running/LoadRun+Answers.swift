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
      lastAnswer = reply.committed
      let verdict = judge(reply, flight)
      let since = reply.committed - origin
      measures.answer(
        flight, verdict, reply,
        second: max(0, min(measures.seconds.closed, Int(since / 1_000_000_000))),
        isInTime: since <= stageEnds[Int(flight.stage)])
      closed?.answered(flight.user, at: reply.committed)
    }
  }

  private mutating func judge(_ reply: LoadReply, _ flight: Flight) -> AnswerVerdict {
    let isCompared = flight.isCompared && isKnown
    switch reply.outcome {
    case .unknown:
      (isOnTape, isKnown) = (false, false)
      if let appeal = flight.submitted { numbers.lost(appeal) }
      return .unknown
    case .refused(let refusal):
      if let appeal = flight.submitted {
        numbers.lost(appeal)
      } else if flight.refusal == nil, flight.appeal != .none {
        numbers.breakOff(flight.appeal)
      }
      return !isCompared || flight.refusal == refusal ? .refused : .wrong
    case .done(let number):
      if let appeal = flight.submitted {
        numbers.received(number, for: appeal)
      } else if flight.kind == .submit {
        numbers.added(number, after: flight.accepted)
      }
      guard isCompared else { return .done }
      guard flight.refusal == nil else { return .wrong }
      return flight.kind != .submit || number == flight.accepted ? .done : .wrong
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
