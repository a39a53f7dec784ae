/// Five-star appraisal in four dimensions, 1 to 5 each.
public struct Appraisal: Sendable, BitwiseCopyable, Equatable {
  public var speed: UInt8
  public var result: UInt8
  public var attitude: UInt8
  public var system: UInt8

  public init(speed: UInt8, result: UInt8, attitude: UInt8, system: UInt8) {
    self.speed = speed
    self.result = result
    self.attitude = attitude
    self.system = system
  }

  public var isValid: Bool {
    let range: ClosedRange<UInt8> = 1...5
    return range.contains(speed) && range.contains(result) && range.contains(attitude)
      && range.contains(system)
  }

  /// Quarters of a star: the sum of the four scores.
  var quarters: UInt32 { UInt32(speed) + UInt32(result) + UInt32(attitude) + UInt32(system) }

  /// Mean of the four scores.
  public var mean: Double { Double(quarters) / 4 }
}
