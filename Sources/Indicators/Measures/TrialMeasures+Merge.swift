extension TrialMeasures {
  /// Adds the counts of another trial of the same scenario and explanation.
  public mutating func merge(_ other: TrialMeasures) {
    trials += other.trials
    scalars.merge(other.scalars)
    groups.merge(other.groups)
    daily.merge(other.daily)
    demandByHour.add(other.demandByHour)
    breachesByHour.add(other.breachesByHour)
    closeTime += other.closeTime
    closeWorkingTime += other.closeWorkingTime
    nodeBreaches.add(other.nodeBreaches)
    submittedByChannel.add(other.submittedByChannel)
    submittedByNature.add(other.submittedByNature)
    for index in staff.indices where index < other.staff.count {
      staff[index].merge(other.staff[index])
    }
    if staff.isEmpty { staff = other.staff }
  }
}

extension TrialMeasures.Scalars {
  fileprivate mutating func merge(_ other: Self) {
    own += other.own
    reference += other.reference
    need += other.need
    submitted += other.submitted
    promoted += other.promoted
    duplicates += other.duplicates
    repeats += other.repeats
    closed += other.closed
    dispatched += other.dispatched
    closedByFirstUnit += other.closedByFirstUnit
    rightAtFirst += other.rightAtFirst
    returns += other.returns
    redos += other.redos
    reopened += other.reopened
    extensions += other.extensions
    suspensions += other.suspensions
    merged += other.merged
    cancelled += other.cancelled
    breaches += other.breaches
    appraisals += other.appraisals
    scoreSum += other.scoreSum
    dueExtended += other.dueExtended
    dueSuspended += other.dueSuspended
    measures.merge(other.measures)
    backlogMilliseconds += other.backlogMilliseconds
    windowMilliseconds += other.windowMilliseconds
    backlogEnd += other.backlogEnd
    oldestOpen = max(oldestOpen, other.oldestOpen)
    entries += other.entries
  }
}

extension TrialMeasures.Groups {
  fileprivate mutating func merge(_ other: Self) {
    channel.merge(other.channel)
    street.merge(other.street)
    category.merge(other.category)
    unit.merge(other.unit)
    nature.merge(other.nature)
    limit.merge(other.limit)
    limitSpans = limitSpans.isEmpty ? other.limitSpans : zip(limitSpans, other.limitSpans).map(+)
  }
}

extension [TimelyCount] {
  fileprivate mutating func merge(_ other: [TimelyCount]) {
    if isEmpty { self = other } else { for index in indices { self[index] += other[index] } }
  }
}

extension [DayRow] {
  fileprivate mutating func merge(_ other: [DayRow]) {
    if isEmpty { self = other } else { for index in indices { self[index] += other[index] } }
  }
}

extension StaffTally {
  /// Sums; `heads` and `queueMean` become means over trials only once divided by `trials`.
  fileprivate mutating func merge(_ other: StaffTally) {
    heads += other.heads
    paidHours += other.paidHours
    cost += other.cost
    busyHours += other.busyHours
    tasks += other.tasks
    waitHours += other.waitHours
    queueMean += other.queueMean
  }
}
