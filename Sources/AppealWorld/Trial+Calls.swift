import AppealCore
import CivicTime
import RandomStreams

/// Calls: the line in front of the agents, before anything is registered.
extension Trial {
  mutating func call(_ index: CaseIndex) {
    counters.calls.offered += one
    cases[index].queuedAt = now
    if callPost.waiting == 0, let shift = callPost.idleShift(at: now) {
      return answer(index, by: shift)
    }
    stamp &+= 1
    cases[index].wait = .line
    cases[index].stamp = stamp
    callPost.append(CallPost.Caller(index: index, stamp: stamp))
    if let patience = tables.callHours?.patience {
      rekey(.patience, index, stage: cases[index].dials)
      countDraws(1)
      let hours = tables.samplers.draw(patience, from: &stream)
      schedule(.hangUp(index, stamp: stamp), at: now + milliseconds(hours: hours), .arrival)
    }
    wakeAgents()
  }

  private mutating func answer(_ index: CaseIndex, by shift: Int) {
    let waited = now - cases[index].queuedAt
    counters.calls.answered += one
    if waited <= .seconds(Int64(CallAnswering.promptSeconds)) { counters.calls.prompt += one }
    counters.calls.answeredWait += waited * Int64(one)
    cases[index].wait = .none
    cases[index].stamp = 0
    callPost[shift].busy += 1
    guard let talk = tables.callHours?.talk else { return }
    rekey(.talk, index, stage: cases[index].dials)
    countDraws(1)
    let hours = tables.samplers.draw(talk, from: &stream) * callPost[shift].stretch
    let length = milliseconds(hours: hours)
    counters.calls.talkTime += length * Int64(one)
    schedule(.talkOver(index, agents: UInt16(shift)), at: now + length, .completion)
  }

  mutating func endTalk(_ index: CaseIndex, _ agents: UInt16) {
    callPost[Int(agents)].busy -= 1
    awaitRegistration(index)
    answerNext()
  }

  mutating func openAgents(_ agents: UInt16) {
    callPost[Int(agents)].isWoken = false
    answerNext()
  }

  private mutating func answerNext() {
    while callPost.waiting > 0, let shift = callPost.idleShift(at: now),
      let caller = callPost.popFirst()
    {
      guard isWaiting(caller.index, caller.stamp) else { continue }
      callPost.waiting -= 1
      answer(caller.index, by: shift)
    }
    if callPost.waiting > 0 { wakeAgents() }
  }

  private mutating func isWaiting(_ index: CaseIndex, _ stamp: UInt32) -> Bool {
    cases[index].stamp == stamp && cases[index].wait == .line
  }

  private mutating func wakeAgents() {
    for shift in 0..<callPost.count where !callPost[shift].isWoken {
      guard !callPost[shift].clock.isWorking(at: now) else { continue }
      let opening = callPost[shift].clock.nextOpening(atOrAfter: now)
      callPost[shift].isWoken = true
      schedule(.agentsOpening(UInt16(shift)), at: opening, .calendar)
    }
  }

  /// The caller's patience is over: another call later, or none.
  mutating func hangUp(_ index: CaseIndex, _ stamp: UInt32) {
    guard isWaiting(index, stamp), let hours = tables.callHours, let patience = hours.patience
    else { return }
    callPost.waiting -= 1
    counters.calls.abandoned += one
    counters.calls.abandonedWait += (now - cases[index].queuedAt) * Int64(one)
    cases[index].wait = .none
    cases[index].stamp = 0
    // The same draw again, and more of the stream.
    rekey(.patience, index, stage: cases[index].dials)
    _ = tables.samplers.draw(patience, from: &stream)
    let callsAgain = stream.bernoulli(hours.redial)
    countDraws(3)
    // The stages of a stream end at 15.
    guard callsAgain && cases[index].dials < 15 else {
      counters.calls.lost += one
      return cases.remove(index)
    }
    counters.calls.redialled += one
    cases[index].dials += 1
    let delay = milliseconds(hours: tables.samplers.draw(hours.redialDelay, from: &stream))
    schedule(.call(index), at: now + delay, .arrival)
  }
}
