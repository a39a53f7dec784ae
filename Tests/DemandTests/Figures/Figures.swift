import Demand

/// All figures that the tables of Pingshan hold, computed from the trace.
struct Figures {
  let trace: PingshanTrace
  let window: TraceWindow
  let channels: Shares
  let natures: Shares
  let streets: Shares
  let communities: Shares
  let repeats: RepeatFit
  let profile: DayProfile
  let polling: PollingFit
  let categories: Categories
  let units: Units
  let owners: Owners
  let typhoon: TyphoonFit

  /// Shared by the tests: the figures take seconds.
  static let shared = Result { try Figures() }

  init() throws {
    trace = try PingshanTrace(gzipped: Paths.trace)
    window = TraceWindow(trace)
    let rows = window.rows
    channels = Shares(TraceChannel.all.map(\.zh), of: rows.lazy.map(\.channel))
    natures = Shares(
      PingshanTrace.natures, of: rows.lazy.map { $0.nature.map { PingshanTrace.natures[$0] } })
    streets = Shares(trace.streets.map(\.name), of: rows.lazy.map(\.street))
    communities = Shares(trace.communities.map(\.name), of: rows.lazy.map(\.community))
    repeats = RepeatFit(window)
    let hotline = channels.shares[1]
    let ratio = (1 + repeats.share) / (1 - repeats.share)
    profile = DayProfile(window, clusterRatio: 1 + (ratio - 1) * (1 - hotline))
    polling = PollingFit(window)
    categories = Categories(
      window, form: try Paths.table("form_v2"), communities: communities.names)
    units = Units(trace, window)
    owners = Owners(trace, leaves: categories.leaves, units: units)
    var weights = Array(repeating: 0.0, count: categories.leaves.count)
    for place in categories.places { weights[place.leaf] += place.weight }
    typhoon = TyphoonFit(
      trace, dayTotals: profile.rates.map { $0.reduce(0, +) / (1 - hotline) },
      leaves: categories.leaves, leafShares: Categories.normalised(weights))
  }

  /// Needs an hour of all channels: the hotline adds its share.
  var rates: [[Double]] {
    let others = 1 - channels.shares[1]
    return profile.rates.map { $0.map { $0 / others } }
  }
}
