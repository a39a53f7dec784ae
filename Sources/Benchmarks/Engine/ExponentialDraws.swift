import CGSL
import RandomStreams

/// Where a model's exponentials come from. Specialised: no indirect call remains.
protocol ExponentialDraws {
  static func draw(mean: Double, from stream: inout RandomStream) -> Double
}

/// In-line, on the product's stream.
enum InlineDraws: ExponentialDraws {
  @inline(__always)
  static func draw(mean: Double, from stream: inout RandomStream) -> Double {
    stream.exponential(mean: mean)
  }
}

/// One call of GSL per draw, on the same stream.
enum GSLDraws: ExponentialDraws {
  @inline(__always)
  static func draw(mean: Double, from stream: inout RandomStream) -> Double {
    gsl_ran_exponential(stream.generator, mean)
  }
}
