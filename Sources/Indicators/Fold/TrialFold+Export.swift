import CivicTime

extension TrialFold {
  /// The counts as a value.
  func export(_ staff: [StaffTally]) -> TrialMeasures {
    var measures = TrialMeasures()
    measures.scalars = scalars
    measures.groups = exportGroups()
    measures.daily = array(counters.daily, tables.days)
    measures.demandByHour = array(counters.heat, 168)
    measures.breachesByHour = array(counters.heat + 168, 168)
    let bins = DurationScale.binCount
    measures.closeTime = DurationHistogram(
      UnsafeBufferPointer(start: counters.closeBins, count: bins))
    measures.closeWorkingTime = DurationHistogram(
      UnsafeBufferPointer(start: counters.workingBins, count: bins))
    measures.nodeBreaches = array(counters.nodeBreaches, 16)
    measures.submittedByChannel = array(counters.channelSubmitted, tables.channelCount)
    measures.submittedByNature = array(counters.natureSubmitted, FoldTables.natureCount)
    measures.staff = staff
    return measures
  }

  private func exportGroups() -> TrialMeasures.Groups {
    let layout = counters.layout
    let all = counters.groups
    var groups = TrialMeasures.Groups()
    groups.channel = array(all + layout.channel, layout.street - layout.channel)
    groups.street = array(all + layout.street, layout.category - layout.street)
    groups.category = array(all + layout.category, layout.unit - layout.category)
    groups.unit = array(all + layout.unit, layout.nature - layout.unit)
    groups.nature = array(all + layout.nature, layout.limit - layout.nature)
    groups.limit = array(all + layout.limit, layout.count - layout.limit)
    groups.limitSpans = array(counters.limitSpans, tables.limits.count)
    return groups
  }

  private func array<Value>(_ start: UnsafeMutablePointer<Value>, _ count: Int) -> [Value] {
    Array(UnsafeBufferPointer(start: start, count: count))
  }
}
