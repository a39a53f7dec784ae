extension Figures {
  /// What a simulation has to reproduce.
  var measuredTable: String {
    var table = TableText("figure", "key", "value", "n", "low", "high")
    onTime("all", { _ in "all" }, ["all"], into: &table)
    onTime("channel", { $0.channel }, channels.names, into: &table)
    onTime("nature", { $0.nature.map { natures.names[$0] } }, natures.names, into: &table)
    onTime("street", { $0.street }, streets.names, into: &table)
    add("others_per_day", Dispersion(window.otherByDay), into: &table)
    add("others_per_hour", Dispersion(window.otherByHour), into: &table)
    add("batches_per_day", Dispersion(window.batchNumbers), into: &table)
    let whole = window.fullDays
    let numbers = window.batchNumbers
    add("batches_per_whole_day", Dispersion(whole.map { numbers[$0] }), into: &table)
    add("batch_size", Dispersion(window.batchSizes), into: &table)
    for (limit, excess) in zip(RepeatFit.limits, repeats.excess) {
      table.add(
        "repeats_beyond_chance", "within_\(Int(limit))_min", excess / Double(repeats.count),
        repeats.count, "", "")
    }
    table.add("double_registrations", "trace", trace.doubleCount, trace.rows.count, "", "")
    table.add("appeals", "window", window.rows.count, TraceWindow.dayCount, "", "")
    table.add("appeals", "trace", trace.rows.count, "", "", "")
    let excess = typhoon.excess.reduce(0) { $0 + $1.weight }
    table.add("on_time_share", "typhoon", typhoon.onTimeShare, typhoon.rows, "", "")
    table.add("excess_appeals", "typhoon", excess, typhoon.rows, "", "")
    return table.text
  }

  /// On-time shares with intervals by blocks of seven days.
  private func onTime(
    _ figure: String, _ key: (TraceRow) -> String?, _ names: [String], into table: inout TableText
  ) {
    for name in names {
      var days: [[Double]] = Array(repeating: [], count: TraceWindow.dayCount)
      for row in window.rows where key(row) == name {
        if let late = row.isLate { days[row.day - TraceWindow.firstDay].append(late ? 0 : 1) }
      }
      let all = days.flatMap { $0 }
      guard all.count > 2 else { continue }
      let (low, high) = Dispersion.interval(days) { $0.reduce(0, +) / Double($0.count) }
      table.add(
        figure == "all" ? "on_time_share" : "on_time_share_by_\(figure)", name,
        all.reduce(0, +) / Double(all.count), all.count, low, high)
    }
  }

  private func add(_ key: String, _ dispersion: Dispersion, into table: inout TableText) {
    table.add("mean", key, dispersion.mean, dispersion.count, "", "")
    table.add(
      "variance_over_mean", key, dispersion.value, dispersion.count, dispersion.low,
      dispersion.high)
  }

  /// The parameters of the model of demand: measured, fitted by hand to measured ones, or assumed.
  var modelTable: String {
    var table = TableText("key", "value", "source", "low", "high", "note")
    func measured(_ key: String, _ value: Double, _ note: String) {
      table.add(key, value, "measured", "", "", note)
    }
    func assumed(_ key: String, _ value: Double, _ low: Double, _ high: Double, _ note: String) {
      table.add(key, value, "assumed", low, high, note)
    }
    measured("utc_offset_seconds", 28_800, "China has no daylight saving time")
    measured(
      "busyness_shape", 1 / profile.busynessVariance,
      "shape of the gamma factor of days; moments of daily counts beyond profile and repeats")
    measured(
      "hour_shape", 1 / profile.hourVariance, "the same of hours, by moments of hourly counts")
    measured(
      "repeat_prompt_share", repeats.share, "same leaf and community within 3 h, beyond chance")
    measured("repeat_prompt_shape", repeats.shape, "Weibull lag through the shares at 5 and 60 min")
    measured("repeat_prompt_scale_minutes", repeats.scaleMinutes, "as above")
    measured("repeat_same_channel_share", repeats.sameChannelShare, "beyond chance")
    assumed("repeat_late_share", 0.03, 0, 0.1, "not separable from standing differences; neutral 0")
    assumed("repeat_late_mean_days", 7, 2, 21, "without effect at a share of 0")
    assumed("sites_per_community", 1_000, 200, 5_000, "the trace has no place below the community")
    measured("polling_outage_start", polling.outageStart, "per ordinary weekday")
    measured("polling_outage_end", polling.outageEnd, "per ordinary weekday")
    measured(
      "polling_off_day_active", polling.offDayActive, "weekends and holidays and make-up days")
    measured("polling_recovery_pages_per_day", polling.recoveryPagesPerDay, "per day missed")
    measured("polling_batches_per_day", polling.batchesPerDay, "non-empty; for comparison only")
    measured("polling_slot_minutes", 8, "gaps between fetches are multiples of 8 min")
    assumed("polling_recovery_least_days", 3, 2, 4, "days missed before full pages come")
    assumed("polling_polls_least", 1, 1, 2, "fetches on a day with the job")
    assumed("polling_polls_mean", 8, 6, 10, "includes empty ones; set so that batches agree")
    assumed("polling_polls_shape", 1.6, 1, 4, "set so that batches agree")
    assumed("polling_page_shape", 1.5, 0.7, 4, "set so that batches agree")
    assumed("polling_page_seconds", 40, 0, 60, "a page of 30 is written at about one a second")
    return table.text
  }
}
