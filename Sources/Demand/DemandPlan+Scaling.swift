extension DemandPlan {
  /// The same demand, `factor` times as much of it.
  public func scaled(by factor: Double) throws(DemandPlanError) -> DemandPlan {
    try DemandPlan(
      volume: volume * factor, utcOffsetSeconds: utcOffsetSeconds, rates: rates, season: season,
      busynessShape: busynessShape, hourShape: hourShape, repeats: repeats, places: places,
      leafCount: leafCount, natureShares: natureShares, communityShares: communityShares,
      streetOfCommunity: streetOfCommunity, sitesPerCommunity: sitesPerCommunity, surges: surges)
  }
}
