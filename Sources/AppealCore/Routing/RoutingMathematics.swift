/// Logarithm and exponential from the four operations of IEEE 754 alone.
///
/// The core links no mathematical library, whose last bits differ between machines: the same
/// history gives the same state everywhere. Relative error below 1e-14.
package enum RoutingMathematics {
  private static let perLn2 = 1.44269504088896340735992468100
  /// The leading 32 bits of ln 2, so that a multiple of it is exact, and the rest.
  private static let ln2High = 6.93147180369123816490e-01
  private static let ln2Low = 1.90821492927058770002e-10

  /// The natural logarithm of a normal number above 0.
  ///
  /// x = 2^k·m with m around 1; ln m = 2·artanh((m − 1)/(m + 1)), by its series.
  package static func logarithm(_ x: Double) -> Double {
    let bits = x.bitPattern
    // Cuts between binades at √2, so that |s| stays below 0.172.
    let shift = Int64(bitPattern: bits &- 0x3FE6_A09E_667F_3BCD) >> 52
    let m = Double(bitPattern: bits &- UInt64(bitPattern: shift << 52))
    let k = Double(shift)
    let s = (m - 1) / (m + 1)
    let z = s * s
    let low = 1.0 / 3 + z * (1.0 / 5 + z * (1.0 / 7 + z * (1.0 / 9)))
    let high = 1.0 / 11 + z * (1.0 / 13 + z * (1.0 / 15 + z * (1.0 / 17)))
    let z4 = z * z * z * z
    return k * ln2High + (2 * s + (2 * s * z * (low + z4 * high) + k * ln2Low))
  }

  /// e^x for x up to 700; below −700 it is 0.
  package static func exponential(_ x: Double) -> Double {
    guard x > -700 else { return 0 }
    let k = (x * perLn2).rounded()
    let r = (x - k * ln2High) - k * ln2Low
    // Taylor's series, |r| below 0.347: the first term left out is below 1e-17.
    let high =
      1.0 / 5_040 + r * (1.0 / 40_320 + r * (1.0 / 362_880 + r * (1.0 / 3_628_800 + r * last(r))))
    let middle = 1.0 / 24 + r * (1.0 / 120 + r * (1.0 / 720 + r * high))
    let sum = 1 + r * (1 + r * (1.0 / 2 + r * (1.0 / 6 + r * middle)))
    return sum * Double(bitPattern: UInt64(Int64(k) + 1023) << 52)
  }

  @inline(__always)
  private static func last(_ r: Double) -> Double {
    1.0 / 39_916_800 + r * (1.0 / 479_001_600 + r * (1.0 / 6_227_020_800))
  }
}
