import CivicTime

/// The counts of a trial in plain memory; `TrialMeasures` is their export.
struct Counters: ~Copyable {
  /// Places of the dimensions in `groups`.
  let layout: GroupLayout
  let groups: UnsafeMutablePointer<TimelyCount>
  /// By day of the window: submitted, closed, breached, and the backlog at its end.
  let daily: UnsafeMutablePointer<DayRow>
  /// 168 hours of the week from Monday 00:00, demand first, then breaches.
  let heat: UnsafeMutablePointer<Int>
  let closeBins: UnsafeMutablePointer<Int>
  let workingBins: UnsafeMutablePointer<Int>
  /// Milliseconds from submission to deadline, by limit, of the appeals due in the window.
  let limitSpans: UnsafeMutablePointer<Int64>
  let channelSubmitted: UnsafeMutablePointer<Int>
  let natureSubmitted: UnsafeMutablePointer<Int>
  let nodeBreaches: UnsafeMutablePointer<Int>
  let days: Int

  init(_ tables: borrowing FoldTables) {
    layout = GroupLayout(tables)
    days = tables.days
    groups = zeroed(layout.count, TimelyCount())
    daily = zeroed(tables.days, DayRow())
    heat = zeroed(2 * 168, 0)
    closeBins = zeroed(DurationScale.binCount, 0)
    workingBins = zeroed(DurationScale.binCount, 0)
    limitSpans = zeroed(tables.limits.count, 0)
    channelSubmitted = zeroed(tables.channelCount, 0)
    natureSubmitted = zeroed(FoldTables.natureCount, 0)
    nodeBreaches = zeroed(16, 0)
  }

  deinit {
    groups.deallocate()
    daily.deallocate()
    heat.deallocate()
    closeBins.deallocate()
    workingBins.deallocate()
    limitSpans.deallocate()
    channelSubmitted.deallocate()
    natureSubmitted.deallocate()
    nodeBreaches.deallocate()
  }
}

/// Where each dimension of the on-time counts begins.
struct GroupLayout: BitwiseCopyable {
  let channel: Int
  let street: Int
  let category: Int
  let unit: Int
  let nature: Int
  let limit: Int
  let count: Int

  init(_ tables: borrowing FoldTables) {
    channel = 0
    street = channel + tables.channelCount
    category = street + tables.streetCount
    unit = category + tables.categories.count
    // One place more than units, for appeals that have none yet.
    nature = unit + tables.unitCount + 1
    limit = nature + FoldTables.natureCount
    count = limit + tables.limits.count
  }
}

private func zeroed<Value: BitwiseCopyable>(
  _ count: Int, _ zero: Value
) -> UnsafeMutablePointer<Value> {
  let memory = UnsafeMutablePointer<Value>.allocate(capacity: max(1, count))
  memory.initialize(repeating: zero, count: max(1, count))
  return memory
}
