import CGSL
import CivicTime
import Foundation
import RandomStreams

/// One model time unit in milliseconds.
let unit: Double = 3_600_000

/// A duration of the theory cases, in model time units.
enum Draw: Hashable, Sendable {
  case exponential(mean: Double)
  case constant(Double)
  case erlang(stages: Int, mean: Double)
  case lognormal(mean: Double, cv: Double)
  case gamma(shape: Double, mean: Double)
  /// Exactly so, then never again: for traces.
  case never

  func units(from stream: inout RandomStream) -> Double {
    switch self {
    case .exponential(let mean): return stream.exponential(mean: mean)
    case .constant(let value): return value
    case .erlang(let stages, let mean):
      var sum = 0.0
      for _ in 0..<stages { sum += stream.exponential(mean: mean / Double(stages)) }
      return sum
    case .lognormal(let mean, let cv):
      let variance = log(1 + cv * cv)
      return gsl_ran_lognormal(stream.generator, log(mean) - variance / 2, variance.squareRoot())
    case .gamma(let shape, let mean):
      return gsl_ran_gamma(stream.generator, shape, mean / shape)
    case .never: return .infinity
    }
  }
}

/// Units as whole milliseconds.
func milliseconds(_ units: Double) -> Milliseconds { Milliseconds((units * unit).rounded()) }

func instant(_ units: Double) -> Instant { Instant(milliseconds: milliseconds(units)) }

/// How customers of one class arrive.
enum Arrivals: Hashable, Sendable {
  case renewal(Draw)
  /// Poisson with the rate `mean + amplitude·sin(2π(t − shift)/period)`, by thinning (Lewis and
  /// Shedler 1979).
  case sine(mean: Double, amplitude: Double, shift: Double, period: Double)
  /// Poisson with one rate before a time and another after it.
  case step(before: Double, until: Double, after: Double)
  /// At these times only.
  case trace([Double])

  /// The time of the next arrival after `time`, `number` having arrived.
  func next(after time: Double, number: Int, from stream: inout RandomStream) -> Double {
    switch self {
    case .renewal(let gap): return time + gap.units(from: &stream)
    case .trace(let times): return number < times.count ? times[number] : .infinity
    case .sine(let mean, let amplitude, let shift, let period):
      let most = mean + amplitude
      var time = time
      while true {
        time += stream.exponential(mean: 1 / most)
        let rate = mean + amplitude * sin(2 * .pi * (time - shift) / period)
        if stream.uniform() * most < rate { return time }
      }
    case .step(let before, let until, let after):
      let first = time + stream.exponential(mean: 1 / before)
      if time < until && first < until { return first }
      return max(time, until) + stream.exponential(mean: 1 / after)
    }
  }
}
