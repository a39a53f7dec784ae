public import CGSL

extension RandomStream {
  /// The next 64 bits.
  @inlinable @inline(__always)
  public mutating func bits() -> UInt64 { huying_philox_slot(philox) }

  /// Uniform in [0, 1), a multiple of 2⁻⁵³: `gsl_rng_uniform`, bit for bit.
  @inlinable @inline(__always)
  public mutating func uniform() -> Double { huying_philox_uniform(philox) }

  /// Uniform in (0, 1): `gsl_rng_uniform_pos`, bit for bit.
  @inlinable @inline(__always)
  public mutating func uniformPositive() -> Double {
    while true {
      let value = uniform()
      if value > 0 { return value }
    }
  }

  /// Exponential by inversion, −mean·ln(1 − u) as `gsl_ran_exponential`, at relative error
  /// below 10⁻¹⁵. One uniform each; at most 36.7 means.
  @inlinable @inline(__always)
  public mutating func exponential(mean: Double) -> Double {
    mean * huying_philox_exponential(philox)
  }

  /// True with the given probability. One uniform each, also for 0 and 1.
  @inlinable @inline(__always)
  public mutating func bernoulli(_ probability: Double) -> Bool { uniform() < probability }

  /// Uniform in 0..<bound, exactly, with one draw nearly always.
  ///
  /// Source: Lemire, "Fast random integer generation in an interval", TOMACS 29 (2019).
  /// - Precondition: `bound` is positive.
  @inlinable @inline(__always)
  public mutating func integer(below bound: Int) -> Int {
    precondition(bound > 0, "the bound of a random integer is positive")
    let range = UInt64(bound)
    var (high, low) = range.multipliedFullWidth(by: bits())
    if low < range {
      let threshold = (0 &- range) % range
      while low < threshold { (high, low) = range.multipliedFullWidth(by: bits()) }
    }
    return Int(high)
  }
}
