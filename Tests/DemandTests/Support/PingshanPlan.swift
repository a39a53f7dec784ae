import CivicTime
import Demand

/// The plan of 2018 out of the committed tables.
struct PingshanPlan {
  let channelShares: [Double]
  let natureShares: [Double]
  let streetShares: [Double]
  let levelOfLeaf: [UInt8]
  let affinity: [Double]
  let polling: PollingPlan
  private let model: [String: Double]

  init() throws {
    channelShares = try Paths.table("channels").numbers("share")
    natureShares = try Paths.table("natures").numbers("share")
    streetShares = try Paths.table("streets").numbers("share")
    affinity = try Paths.table("channel_affinity").numbers("affinity")
    let names = try Paths.table("form_v2").strings("level1")
    var levels: [String] = []
    levelOfLeaf = names.map { name in
      if levels.last != name { levels.append(name) }
      return UInt8(levels.count - 1)
    }
    let table = try Paths.table("demand_model")
    model = Dictionary(
      uniqueKeysWithValues: zip(table.strings("key"), try table.numbers("value")))
    polling = try Self.polling(model, hours: Paths.table("polling_hours").numbers("batches"))
  }

  /// - Parameter repeats: nil for those of the tables.
  func demand(
    volume: Double = 1, repeats: RepeatPlan? = nil, season: [Double]? = nil, surges: [Surge] = []
  ) throws -> DemandPlan {
    let natures = try Paths.table("nature_by_leaf")
    let communities = try Paths.table("communities")
    return try DemandPlan(
      volume: volume, utcOffsetSeconds: Int(try value("utc_offset_seconds")),
      rates: Paths.table("profile").numbers("rate"),
      season: season ?? Paths.table("season").numbers("factor"),
      busynessShape: value("busyness_shape"),
      hourShape: value("hour_shape"), repeats: repeats ?? self.repeats(),
      places: Self.places(Paths.table("category_by_place")), leafCount: levelOfLeaf.count,
      natureShares: natures.rows.flatMap { $0.dropFirst().compactMap { Double($0) } },
      communityShares: communities.numbers("share"),
      streetOfCommunity: communities.numbers("street").map { UInt8($0) },
      sitesPerCommunity: Int(value("sites_per_community")), surges: surges)
  }

  func typhoon(from day: CivilDate) throws -> Surge {
    Surge(
      firstDay: day, factors: try Paths.table("surge_typhoon").numbers("factor"),
      places: try Self.places(Paths.table("surge_typhoon_leaves")))
  }

  /// - Parameter shares: nil for the measured mix.
  func mix(_ shares: [Double]? = nil) throws -> ChannelMix {
    try ChannelMix(
      shares: shares ?? channelShares, affinity: affinity, firstLevelOfLeaf: levelOfLeaf)
  }

  private func repeats() throws -> RepeatPlan {
    RepeatPlan(
      promptShare: try value("repeat_prompt_share"), promptShape: try value("repeat_prompt_shape"),
      promptScaleMinutes: try value("repeat_prompt_scale_minutes"),
      lateShare: try value("repeat_late_share"), lateMeanDays: try value("repeat_late_mean_days"),
      sameChannelShare: try value("repeat_same_channel_share"))
  }

  private func value(_ key: String) throws -> Double { try Self.value(key, model) }

  private static func value(_ key: String, _ model: [String: Double]) throws -> Double {
    guard let value = model[key] else { throw TableFault("demand_model.csv has no \(key)") }
    return value
  }

  private static func places(_ table: CSVTable) throws -> [PlaceWeight] {
    try table.rows.map { row in
      guard let leaf = UInt16(table[row, "leaf"]), let weight = Double(table[row, "weight"]) else {
        throw TableFault("a place of \(row)")
      }
      return PlaceWeight(leaf: leaf, community: UInt8(table[row, "community"]), weight: weight)
    }
  }

  private static func polling(_ model: [String: Double], hours: [Double]) throws -> PollingPlan {
    func value(_ key: String) throws -> Double { try Self.value("polling_" + key, model) }
    return try PollingPlan(
      outageStart: value("outage_start"), outageEnd: value("outage_end"),
      offDayActive: value("off_day_active"), pollsLeast: Int(value("polls_least")),
      pollsMean: value("polls_mean"), pollsShape: value("polls_shape"),
      pageShape: value("page_shape"), recoveryLeastDays: Int(value("recovery_least_days")),
      recoveryPagesPerDay: value("recovery_pages_per_day"),
      slotMinutes: Int(value("slot_minutes")), pageSeconds: Int(value("page_seconds")),
      hourWeights: hours)
  }
}

/// Days of a test, classed by the Chinese calendar.
func demandDays(from first: CivilDate, count: Int) throws -> DemandDays {
  try DemandDays(
    first: first,
    classes: (0..<count).map { offset in
      let date = first.advanced(by: offset)
      return DayClass(date, isWorkingDay: isWorkingDay(date))
    })
}

/// All needs of a replication.
func needs(
  _ plan: DemandPlan, _ days: DemandDays, seed: UInt64 = 1, replication: UInt32 = 0
) -> [Need] {
  var all: [Need] = []
  forEachNeed(plan, days, seed: seed, replication: replication) { all.append($0) }
  return all
}

/// Calls `body` with every need of a replication.
func forEachNeed(
  _ plan: DemandPlan, _ days: DemandDays, seed: UInt64 = 1, replication: UInt32 = 0,
  _ body: (Need) -> Void
) {
  var source = NeedSource(plan: plan, days: days, seed: seed, replication: replication)
  var need = Need()
  while source.next(into: &need) { body(need) }
}
