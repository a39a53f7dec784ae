import Foundation

/// What one engine benchmark runs, and what theory says of it.
package enum EngineCase: Hashable {
  /// M/M/c with unit service rate.
  case queue(servers: Int, arrivalRate: Double)
  case hold(pending: Int, HoldIncrements)

  /// The relative difference from theory that a run of `events` in all may show: five standard
  /// errors, from the asymptotic variance of each model.
  ///
  /// M/M/1 of ρ = 0.9: 2ρ(1+ρ)/(1−ρ)⁴ of the time average (Whitt, "Planning queueing simulations",
  /// Management Science 35, 1989), so 5 standard errors are 1.4 % of 9 at 10⁸ events; M/M/50 of
  /// ρ = 0.95 has about the same. In the hold model renewals are nearly independent.
  func allowed(events: Int) -> Double {
    switch self {
    case .queue: 0.015 * (1e8 / Double(events)).squareRoot()
    case .hold(_, let increments): 5 * (increments.dispersion / Double(events)).squareRoot()
    }
  }

  /// The mean number in an M/M/c system: Erlang's C formula by the recursion of his B formula.
  package static func meanNumber(servers: Int, arrivalRate load: Double) -> Double {
    var blocking = 1.0
    for server in 1...servers {
      blocking = load * blocking / (Double(server) + load * blocking)
    }
    let utilisation = load / Double(servers)
    let waiting = blocking / (1 - utilisation * (1 - blocking))
    return load + waiting * utilisation / (1 - utilisation)
  }
}

/// How far ahead the hold model schedules.
package enum HoldIncrements: Hashable {
  case exponential
  /// Nine in ten of mean 0.1, one in ten of mean 9.1.
  case bimodal

  /// The squared coefficient of variation.
  var dispersion: Double {
    self == .exponential ? 1 : 0.9 * 2 * 0.1 * 0.1 + 0.1 * 2 * 9.1 * 9.1 - 1
  }

  /// The mean number of times one slot's event happens up to `time` means: the renewal function of
  /// an exponential or hyperexponential distribution (Cox, Renewal Theory, 1962, section 4.3).
  package func meanRenewals(until time: Double) -> Double {
    guard self == .bimodal else { return time }
    let rate = 0.9 / 9.1 + 0.1 / 0.1
    return time + (dispersion - 1) / 2 * (1 - exp(-rate * time))
  }
}
