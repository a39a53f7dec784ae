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
    let kind = OperationKind(step.command)
    let (stage, second) = place(of: intended)
    measures.offer(stage, kind, second: second)
    var command = step.command
    if missing.count > 0 {
      guard let renumbered = command.renumbered({ missing.number(of: $0) }) else {
        return measures.drop(stage, kind, second: second)
      }
      command = renumbered
    }
    while true {
      let admission =
        flights.isFull
        ? .busy
        : target.submit(command, at: step.at, token: flights.nextToken, intended: intended)
      switch admission {
      case .accepted:
        return note(step, kind, stage: stage, intended: intended, user: user)
      case .stopped:
        throw .serviceStopped(answered: answered)
      case .busy:
        guard try waitForRoom(since: intended) else { return drop(step, kind, stage, second) }
      }
    }
  }

  private mutating func note(
    _ step: TapeStep, _ kind: OperationKind, stage: Int, intended: Int64, user: UInt32
  ) {
    let now = clock.now()
    measures.dispatch(stage, kind, lateness: now - max(intended, blockedUntil))
    flights.insert(
      Flight(
        intended: intended, dispatched: now, refusal: step.refusal,
        submitted: step.submitted ?? .none, stage: UInt16(stage), kind: kind,
        isCompared: isOnTape, user: user))
    expectedChain = step.chain
  }

  /// False once a command of an open model is too late.
  private mutating func waitForRoom(since intended: Int64) throws(LoadError) -> Bool {
    try collect()
    let now = clock.now()
    blockedUntil = now
    let isLate = Double(now - intended) > plan.patience * 1e9
    if closed == nil, isLate || stop.isRequested { return false }
    clock.sleep(until: now + Self.retry)
    blockedUntil = clock.now()
    return true
  }

  private mutating func drop(_ step: TapeStep, _ kind: OperationKind, _ stage: Int, _ second: Int) {
    measures.drop(stage, kind, second: second)
    isOnTape = false
    if let number = step.submitted { missing.insert(number) }
  }

  /// The stage and the second of the run in which a command was meant to start.
  private func place(of intended: Int64) -> (stage: Int, second: Int) {
    let since = intended - origin
    return (stage(at: since), Int(since / 1_000_000_000))
  }

  func stage(at since: Int64) -> Int {
    stageEnds.firstIndex { since < $0 } ?? stageEnds.count - 1
  }
}
