/// How the job behaves that fetches appeals from the city's hotline, in pages, when it runs.
public struct PollingPlan: Sendable {
  /// On an ordinary weekday: probability that an outage begins, and that one ends.
  public let outageStart: Double
  public let outageEnd: Double
  /// Probability that the job runs on a weekend or holiday, make-up working days included.
  public let offDayActive: Double
  /// Fetches on a day it runs: `pollsLeast` and a negative binomial number with the rest of the
  /// mean and the shape given.
  public let pollsLeast: Int
  public let pollsMean: Double
  public let pollsShape: Double
  /// Shape of the gamma weights by which the fetches of a day share its appeals.
  public let pageShape: Double
  /// After so many days without a fetch the stock comes in full pages, one a slot, so many for
  /// each day missed.
  public let recoveryLeastDays: Int
  public let recoveryPagesPerDay: Double
  /// Fetches lie on a grid of this many minutes, whose phase changes from day to day.
  public let slotMinutes: Int
  /// Appeals of one fetch are registered within this many seconds.
  public let pageSeconds: Int
  /// Weights of the 24 hours for a fetch.
  public let hourWeights: [Double]

  public init(
    outageStart: Double, outageEnd: Double, offDayActive: Double, pollsLeast: Int,
    pollsMean: Double, pollsShape: Double, pageShape: Double, recoveryLeastDays: Int,
    recoveryPagesPerDay: Double, slotMinutes: Int, pageSeconds: Int, hourWeights: [Double]
  ) throws(DemandPlanError) {
    self.outageStart = outageStart
    self.outageEnd = outageEnd
    self.offDayActive = offDayActive
    self.pollsLeast = pollsLeast
    self.pollsMean = pollsMean
    self.pollsShape = pollsShape
    self.pageShape = pageShape
    self.recoveryLeastDays = recoveryLeastDays
    self.recoveryPagesPerDay = recoveryPagesPerDay
    self.slotMinutes = slotMinutes
    self.pageSeconds = pageSeconds
    self.hourWeights = hourWeights
    try validate()
  }

  private func validate() throws(DemandPlanError) {
    for share in [outageStart, outageEnd, offDayActive] {
      try DemandPlan.require(
        (0...1).contains(share),
        "a probability of the polling job is \(share): give a number from 0 to 1")
    }
    for number in [pollsShape, pageShape] {
      try DemandPlan.require(
        number.isFinite && number > 0,
        "a shape of the polling job is \(number): give a positive number")
    }
    try DemandPlan.require(
      pollsLeast >= 1 && pollsMean >= Double(pollsLeast) && pollsMean <= 1_000,
      "the polling job fetches \(pollsMean) times a day, at least \(pollsLeast): give at least 1, "
        + "and a mean from there to 1000")
    try DemandPlan.require(
      recoveryLeastDays >= 1 && (0...100).contains(recoveryPagesPerDay),
      "the polling job recovers after \(recoveryLeastDays) days with \(recoveryPagesPerDay) pages "
        + "a day: give at least 1 day, and 0 to 100 pages")
    try DemandPlan.require(
      (1...60).contains(slotMinutes) && (0...60).contains(pageSeconds),
      "the polling job has slots of \(slotMinutes) minutes and \(pageSeconds) s a page: give 1 to "
        + "60 of either")
    try DemandPlan.require(
      hourWeights.count == 24,
      "the polling job has \(hourWeights.count) weights of hours: give 24")
    try DemandPlan.requireWeights(hourWeights, called: "weight of an hour for polling")
    try DemandPlan.require(
      hourWeights.reduce(0, +) > 0, "the polling job has no hour: give one a positive weight")
  }
}
