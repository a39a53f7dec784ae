import AppealCore
import RandomStreams

/// The open models: when a command starts depends on no answer.
extension LoadRun {
  mutating func driveOpen(commandsPerAccept: Double) throws(LoadError) {
    var pacer = CommandPacer(
      source, commandsPerAccept: commandsPerAccept, seed: plan.seed)
    var sinceCollect = 0
    while !stop.isRequested, let step = cursor.next() {
      guard let start = pacer.next(at: step.at) else { return }
      let intended = origin + start
      try wait(until: intended)
      guard !stop.isRequested else { return }
      sinceCollect += 1
      if sinceCollect >= 64 {
        sinceCollect = 0
        try collect()
      }
      try offer(step, intended: intended, user: 0)
    }
    isTapeOver = !stop.isRequested
  }

  private var source: CommandPacer.Source {
    switch plan.model {
    case .open(even: false): .poisson(plan.stages.profile)
    case .open(even: true): .even(plan.stages.profile)
    case .shaped(let compression):
      .virtual(compression: compression, seconds: plan.stages.seconds)
    case .trace(let trace, _): .trace(trace, seconds: plan.stages.seconds)
    case .closed: preconditionFailure("a closed model has no schedule")
    }
  }

  /// Takes answers while there is time.
  private mutating func wait(until intended: Int64) throws(LoadError) {
    while clock.now() < intended, !stop.isRequested {
      try collect()
      clock.sleep(until: min(intended, clock.now() + Self.longestSleep))
    }
  }

  /// Gives a command that is due, or drops it.
  mutating func offer(_ step: TapeStep, intended: Int64, user: UInt32) throws(LoadError) {
    let offer = offer(step, intended)
    guard let command = command(step) else { return drop(step, offer) }
    var now = clock.now()
    // Late by itself: what waiting for room has cost the commands before is not the driver's.
    let lateness = now - max(intended, blockedUntil)
    measures.late(offer.stage, offer.kind, by: lateness)
    let patience = intended + max(0, lateness) + Int64(plan.patience * 1e9)
    while true {
      let admission =
        flights.isFull
        ? .busy
        : target.submit(command, at: step.at, token: flights.nextToken, intended: intended)
      switch admission {
      case .accepted: return note(step, offer, dispatched: now, user: user)
      case .stopped: throw .serviceStopped(answered: answered, reason: target.failure)
      case .busy:
        // The run ends before it, and nobody has dropped it.
        guard !stop.isRequested else { return }
        guard try waitForRoom(since: now, intended: intended, patience: patience) else {
          return drop(step, offer)
        }
        now = clock.now()
      }
    }
  }

  /// The command with the service's numbers; nil if nothing more can be done about its appeal.
  private func command(_ step: TapeStep) -> Command? {
    guard !numbers.agree else { return step.command }
    // A list without the appeal that the trial took would give another one, or nothing.
    if step.taken != .none, numbers.number(of: step.taken) == nil { return nil }
    var isKnown = true
    let command = step.command.renumbered { appeal in
      let number = numbers.number(of: appeal)
      if number == nil { isKnown = false }
      return number
    }
    return isKnown ? command : nil
  }

  private mutating func note(
    _ step: TapeStep, _ offer: Offer, dispatched: Int64, user: UInt32
  ) {
    measures.offer(offer.stage, offer.kind, second: offer.second)
    if let appeal = step.submitted { numbers.submitted(appeal) }
    flights.insert(
      Flight(
        intended: offer.intended, dispatched: dispatched, refusal: step.refusal,
        accepted: step.accepted, appeal: isOnTape ? .none : step.appeal,
        stage: UInt16(offer.stage), kind: offer.kind, isCompared: isOnTape, user: user))
    expectedChain = step.chain
  }

  /// Leaves a queue alone that was full at `tried`; false once a command of an open model is too
  /// late. Only the wait that was meant excuses later commands, not a longer sleep.
  private mutating func waitForRoom(
    since tried: Int64, intended: Int64, patience: Int64
  ) throws(LoadError) -> Bool {
    blockedUntil = tried
    try collect()
    if closed == nil {
      guard tried <= patience else { return false }
    } else if tried - max(lastAnswer, intended) > Self.longestDrain {
      throw .unanswered(flights.count, seconds: Int(Self.longestDrain / 1_000_000_000))
    }
    clock.sleep(until: tried + Self.retry)
    blockedUntil = min(clock.now(), tried + Self.retry)
    return true
  }

  private mutating func drop(_ step: TapeStep, _ offer: Offer) {
    measures.offer(offer.stage, offer.kind, second: offer.second)
    measures.drop(offer.stage, offer.kind, second: offer.second)
    isOnTape = false
    if let appeal = step.submitted {
      numbers.dropped(appeal)
    } else if step.refusal == nil, step.appeal != .none {
      numbers.breakOff(step.appeal)
    }
  }

  /// Where a command belongs that was meant to start then.
  private func offer(_ step: TapeStep, _ intended: Int64) -> Offer {
    let since = intended - origin
    return Offer(
      kind: OperationKind(step.command), stage: stage(at: since),
      second: Int(since / 1_000_000_000), intended: intended)
  }

  func stage(at since: Int64) -> Int {
    stageEnds.firstIndex { since < $0 } ?? stageEnds.count - 1
  }
}

/// A command that is due.
struct Offer: BitwiseCopyable {
  var kind: OperationKind
  var stage: Int
  /// Of the run.
  var second: Int
  var intended: Int64
}
