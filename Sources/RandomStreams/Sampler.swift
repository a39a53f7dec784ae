import CGSL

/// A distribution ready to be drawn: numbers and addresses only, so that a draw neither allocates
/// nor counts references. The memory behind an address belongs to the distribution it came from;
/// ``SamplerTable`` keeps both together.
enum Sampler: BitwiseCopyable {
  case constant(Double)
  case uniform(low: Double, high: Double)
  case triangular(low: Double, mode: Double, high: Double)
  case exponential(mean: Double)
  case gamma(shape: Double, scale: Double)
  case lognormal(location: Double, deviation: Double)
  case weibull(scale: Double, shape: Double)
  case boundedPareto(low: Double, span: Double, exponent: Double)
  case beta(a: Double, b: Double, low: Double, width: Double)
  case poisson(mean: Double)
  case negativeBinomial(probability: Double, size: Double)
  case binomial(probability: Double, trials: UInt32)
  case rank(UnsafePointer<gsl_ran_discrete_t>)
  case histogram(UnsafePointer<gsl_ran_discrete_t>, edges: UnsafePointer<Double>)
  case mixture(UnsafePointer<gsl_ran_discrete_t>, components: UnsafePointer<Sampler>)

  /// One value. O(1), except for a Poisson of large mean and the like, where GSL needs O(log mean).
  func draw(from stream: inout RandomStream) -> Double {
    let generator = stream.generator
    switch self {
    case .constant(let value): return value
    case .uniform(let low, let high): return gsl_ran_flat(generator, low, high)
    case .triangular(let low, let mode, let high):
      return Triangular.quantile(stream.uniform(), low: low, mode: mode, high: high)
    case .exponential(let mean): return stream.exponential(mean: mean)
    case .gamma(let shape, let scale): return gsl_ran_gamma(generator, shape, scale)
    case .lognormal(let location, let deviation):
      return gsl_ran_lognormal(generator, location, deviation)
    case .weibull(let scale, let shape): return gsl_ran_weibull(generator, scale, shape)
    case .boundedPareto(let low, let span, let exponent):
      return low * exp(exponent * log1p(span * stream.uniform()))
    case .beta(let a, let b, let low, let width):
      return low + width * gsl_ran_beta(generator, a, b)
    case .poisson(let mean): return Double(gsl_ran_poisson(generator, mean))
    case .negativeBinomial(let probability, let size):
      return Double(gsl_ran_negative_binomial(generator, probability, size))
    case .binomial(let probability, let trials):
      return Double(gsl_ran_binomial(generator, probability, trials))
    case .rank(let table): return Double(gsl_ran_discrete(generator, table) + 1)
    case .histogram(let table, let edges):
      let bin = gsl_ran_discrete(generator, table)
      return gsl_ran_flat(generator, edges[bin], edges[bin + 1])
    case .mixture(let table, let components):
      return components[gsl_ran_discrete(generator, table)].draw(from: &stream)
    }
  }
}
