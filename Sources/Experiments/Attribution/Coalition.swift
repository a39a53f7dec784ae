/// A set of levers that are in force together, by their places.
public struct Coalition: Hashable, Sendable {
  /// Bit `i` stands for the lever at place `i`.
  public var members: UInt64

  public init(members: UInt64 = 0) { self.members = members }

  /// The levers at the places `0..<count`.
  public static func all(_ count: Int) -> Coalition {
    Coalition(members: count == 64 ? .max : 1 << UInt64(count) - 1)
  }

  public static func of(_ places: some Sequence<Int>) -> Coalition {
    places.reduce(into: Coalition()) { $0.insert($1) }
  }

  public func contains(_ place: Int) -> Bool { members >> UInt64(place) & 1 == 1 }

  public mutating func insert(_ place: Int) { members |= 1 << UInt64(place) }

  public func with(_ place: Int) -> Coalition { Coalition(members: members | 1 << UInt64(place)) }

  public func union(_ other: Coalition) -> Coalition {
    Coalition(members: members | other.members)
  }

  public func intersection(_ other: Coalition) -> Coalition {
    Coalition(members: members & other.members)
  }

  public func subtracting(_ other: Coalition) -> Coalition {
    Coalition(members: members & ~other.members)
  }

  public func isSubset(of other: Coalition) -> Bool { members & ~other.members == 0 }

  public var isEmpty: Bool { members == 0 }
  public var count: Int { members.nonzeroBitCount }

  /// The places in ascending order.
  public var places: [Int] { (0..<64).filter(contains) }
}
