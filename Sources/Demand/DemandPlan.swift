/// Everything citizens' needs are drawn from: plain numbers, checked once when the plan is made.
///
/// Indices: nature 0…4 = enquiry, suggestion, complaint, petition, thanks; street, community and
/// leaf as in the tables they come from.
public struct DemandPlan: Sendable {
  public static let natureCount = 5
  public static let hourCount = 24

  /// Multiplies every rate. 1 is the measured demand.
  public let volume: Double
  /// Seconds from UTC to the local clock, the same all year (China has no daylight saving time).
  public let utcOffsetSeconds: Int
  /// Needs an hour at volume 1 and season 1, repeats included: `DayClass` × hour of day.
  public let rates: [Double]
  /// Factors of January to December. All 1 means no season.
  public let season: [Double]
  /// Shape of the gamma factor, of mean 1, by which whole days are busier or quieter. Infinity
  /// means that days differ by chance alone.
  public let busynessShape: Double
  /// The same for the hours of a day, each with a factor of its own.
  public let hourShape: Double
  public let repeats: RepeatPlan
  public let places: [PlaceWeight]
  public let leafCount: Int
  /// Leaf × nature; each row sums to 1.
  public let natureShares: [Double]
  public let communityShares: [Double]
  public let streetOfCommunity: [UInt8]
  /// Places told apart within a community.
  public let sitesPerCommunity: Int
  public let surges: [Surge]

  /// - Throws: `DemandPlanError` for what no run could be made of.
  public init(
    volume: Double = 1, utcOffsetSeconds: Int = 28_800, rates: [Double],
    season: [Double] = Array(repeating: 1, count: 12), busynessShape: Double = .infinity,
    hourShape: Double = .infinity,
    repeats: RepeatPlan = .none, places: [PlaceWeight], leafCount: Int, natureShares: [Double],
    communityShares: [Double], streetOfCommunity: [UInt8], sitesPerCommunity: Int = 1_000,
    surges: [Surge] = []
  ) throws(DemandPlanError) {
    self.volume = volume
    self.utcOffsetSeconds = utcOffsetSeconds
    self.rates = rates
    self.season = season
    self.busynessShape = busynessShape
    self.hourShape = hourShape
    self.repeats = repeats
    self.places = places
    self.leafCount = leafCount
    self.natureShares = natureShares
    self.communityShares = communityShares
    self.streetOfCommunity = streetOfCommunity
    self.sitesPerCommunity = sitesPerCommunity
    self.surges = surges
    try validate()
  }
}

/// How often needs of one leaf arise in one community.
public struct PlaceWeight: Hashable, Sendable {
  public let leaf: UInt16
  /// Nil for every community, by its share of all demand.
  public let community: UInt8?
  /// Relative to the others; not negative.
  public let weight: Double

  public init(leaf: UInt16, community: UInt8?, weight: Double) {
    self.leaf = leaf
    self.community = community
    self.weight = weight
  }
}

/// Needs that follow an earlier one at the same place, with the same leaf.
///
/// A need has at most one prompt and one late repeat, and so have those. The lag of a prompt one
/// is Weibull; a late one comes at about the same hour, a geometric number of days later.
public struct RepeatPlan: Hashable, Sendable {
  public let promptShare: Double
  /// Shape of the Weibull lag, and its scale in minutes.
  public let promptShape: Double
  public let promptScaleMinutes: Double
  /// Probability that a need is followed by a late repeat; zero means none.
  public let lateShare: Double
  public let lateMeanDays: Double
  /// Probability that a repeat has the channel mark of the need that it follows.
  public let sameChannelShare: Double

  public init(
    promptShare: Double, promptShape: Double, promptScaleMinutes: Double, lateShare: Double,
    lateMeanDays: Double, sameChannelShare: Double
  ) {
    self.promptShare = promptShare
    self.promptShape = promptShape
    self.promptScaleMinutes = promptScaleMinutes
    self.lateShare = lateShare
    self.lateMeanDays = lateMeanDays
    self.sameChannelShare = sameChannelShare
  }

  public static let none = RepeatPlan(
    promptShare: 0, promptShape: 1, promptScaleMinutes: 1, lateShare: 0, lateMeanDays: 1,
    sameChannelShare: 0)

  /// First needs as a share of all needs: each need begets `promptShare + lateShare` on average.
  var firstShare: Double { 1 - promptShare - lateShare }
}
