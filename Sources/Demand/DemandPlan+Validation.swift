extension DemandPlan {
  /// Most needs a day that a plan may expect: the numbering of needs has room for 33 million.
  static let needsPerDayMost = 1_000_000.0

  func validate() throws(DemandPlanError) {
    try Self.require(
      volume.isFinite && volume >= 0, "the volume is \(volume): give a number of at least 0")
    try Self.require(
      abs(utcOffsetSeconds) <= 86_400,
      "the offset from UTC is \(utcOffsetSeconds) s: give at most a day")
    try validateRates()
    try validateRepeats()
    try validatePlaces()
    try validateNatures()
    try validateSurges()
  }

  private func validateRates() throws(DemandPlanError) {
    let expected = DayClass.allCases.count * Self.hourCount
    try Self.require(
      rates.count == expected,
      "the profile has \(rates.count) rates: give \(expected), 24 for each class of day")
    try Self.requireWeights(rates, called: "rate of the profile")
    try Self.require(
      season.count == 12, "the season has \(season.count) factors: give 12, January first")
    try Self.requireWeights(season, called: "factor of the season")
    for shape in [busynessShape, hourShape] {
      try Self.require(
        shape > 0, "a shape of the days' or hours' busyness is \(shape): give a positive number")
    }
    let largest = (season.max() ?? 0) * volume
    for kind in DayClass.allCases {
      let first = Int(kind.rawValue) * Self.hourCount
      let total = rates[first..<first + Self.hourCount].reduce(0, +) * largest
      try Self.require(
        total <= Self.needsPerDayMost,
        "a day of class \(kind) expects \(total) needs: give a volume with at most a million")
    }
  }

  private func validateRepeats() throws(DemandPlanError) {
    for share in [repeats.promptShare, repeats.lateShare, repeats.sameChannelShare] {
      try Self.require(
        (0...1).contains(share), "a share of repeats is \(share): give a number from 0 to 1")
    }
    try Self.require(
      repeats.firstShare >= 0.1,
      "prompt and late repeats together follow \(1 - repeats.firstShare) of needs: give at most 0.9"
    )
    for number in [repeats.promptShape, repeats.promptScaleMinutes, repeats.lateMeanDays] {
      try Self.require(
        number.isFinite && number > 0,
        "the lag of repeats has a parameter \(number): give a positive number")
    }
    try Self.require(
      repeats.lateMeanDays >= 1,
      "late repeats come after \(repeats.lateMeanDays) days on average: give at least 1")
  }

  private func validatePlaces() throws(DemandPlanError) {
    try Self.require(
      (1...Int(UInt16.max)).contains(leafCount), "the form has \(leafCount) leaves: give 1 to 65535"
    )
    try Self.require(
      (1...254).contains(communityShares.count)
        && communityShares.count == streetOfCommunity.count,
      "\(communityShares.count) communities have shares and \(streetOfCommunity.count) a street: "
        + "give 1 to 254 with both")
    try Self.requireWeights(communityShares, called: "share of a community")
    try Self.require(
      communityShares.reduce(0, +) > 0,
      "the shares of communities sum to zero: give a positive one")
    try Self.require(
      (1...1 << 30).contains(sitesPerCommunity),
      "a community has \(sitesPerCommunity) sites: give 1 to 2^30")
    try validate(places, of: "the demand")
  }

  private func validate(_ places: [PlaceWeight], of what: String) throws(DemandPlanError) {
    for place in places {
      try Self.require(
        place.leaf < leafCount, "\(what) names leaf \(place.leaf): the form has \(leafCount)")
      let community = Int(place.community ?? 0)
      try Self.require(
        community < communityShares.count,
        "\(what) names community \(community): there are \(communityShares.count)")
    }
    try Self.requireWeights(places.map(\.weight), called: "weight in \(what)")
    try Self.require(
      places.contains { $0.weight > 0 }, "the weights of \(what) sum to zero: give a positive one")
  }

  private func validateNatures() throws(DemandPlanError) {
    try Self.require(
      natureShares.count == leafCount * Self.natureCount,
      "\(natureShares.count) shares of natures for \(leafCount) leaves: give 5 for each")
    try Self.requireWeights(natureShares, called: "share of a nature")
    for leaf in 0..<leafCount {
      let row = natureShares[leaf * Self.natureCount..<(leaf + 1) * Self.natureCount]
      let total = row.reduce(0, +)
      try Self.require(
        abs(total - 1) < 1e-3, "the natures of leaf \(leaf) sum to \(total): they must sum to 1")
    }
  }

  private func validateSurges() throws(DemandPlanError) {
    for surge in surges {
      for factor in surge.factors {
        try Self.require(
          factor >= 1 && factor <= 1_000, "a surge has the factor \(factor): give 1 to 1000")
      }
      try validate(surge.places, of: "the surge of \(surge.firstDay)")
    }
  }

  static func requireWeights(
    _ weights: [Double], called what: String
  ) throws(DemandPlanError) {
    for weight in weights where !(weight.isFinite && weight >= 0) {
      throw DemandPlanError("a \(what) is \(weight): give a number of at least 0")
    }
  }

  static func require(
    _ condition: Bool, _ sentence: @autoclosure () -> String
  ) throws(DemandPlanError) {
    if !condition { throw DemandPlanError(sentence()) }
  }
}
