import RandomStreams

/// What citizens do besides bringing a need.
public struct CitizenBehaviour: Sendable, Equatable {
  /// Probability that a need is brought on a second channel at once (0 = neutral).
  public var duplicate: Double
  /// Probability that a citizen asks again while the appeal is open (0 = neutral).
  public var repeatEnquiry: Double
  /// Probability that a bad result that nobody found is brought again (0 = neutral).
  public var comesBack: Double
  /// Elapsed hours until the citizen asks again, or brings a bad result back.
  public var patienceHours: Distribution
  /// Probability of an appraisal.
  public var response: Double
  /// Elapsed hours from close to appraisal.
  public var responseHours: Distribution
  public var satisfaction: Satisfaction

  public init(
    duplicate: Double, repeatEnquiry: Double, comesBack: Double, patienceHours: Distribution,
    response: Double,
    responseHours: Distribution, satisfaction: Satisfaction
  ) {
    self.duplicate = duplicate
    self.repeatEnquiry = repeatEnquiry
    self.comesBack = comesBack
    self.patienceHours = patienceHours
    self.response = response
    self.responseHours = responseHours
    self.satisfaction = satisfaction
  }
}

/// Score model (assumed): a latent value, cut into 1…5 stars in each dimension.
public struct Satisfaction: Sendable, Equatable {
  /// Expected stars for an appeal closed at once, without return or redo.
  public var base: Double
  /// Stars lost on speed when closing takes the whole limit; twice as many at twice the limit, at most three limits.
  public var slowness: Double
  /// Stars lost on attitude for each return.
  public var perReturn: Double
  /// Stars lost on the result for each redo.
  public var perRedo: Double
  /// Standard deviation of a citizen's disposition, in stars.
  public var spread: Double

  public init(
    base: Double, slowness: Double, perReturn: Double, perRedo: Double, spread: Double
  ) {
    self.base = base
    self.slowness = slowness
    self.perReturn = perReturn
    self.perRedo = perRedo
    self.spread = spread
  }

  /// Symmetric triangular with the standard deviation `spread`: half its width is √6 · spread.
  /// Nil when all citizens are alike.
  var disposition: Distribution? {
    let half = spread * 6.0.squareRoot()
    return (try? Triangular(low: -half, mode: 0, high: half))?.distribution
  }
}
