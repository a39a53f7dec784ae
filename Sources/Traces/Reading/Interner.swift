/// Numbers texts from 0 in the order in which they are first met.
///
/// Open addressing over the bytes themselves, so that a known text costs no allocation.
struct Interner {
  /// All texts, one after the other.
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// One past a number; 0 is free.
  private var index = [UInt32](repeating: 0, count: 64)

  var count: Int { ends.count }

  /// The number of a text.
  mutating func number(of text: UnsafeBufferPointer<UInt8>) -> (number: Int, isNew: Bool) {
    var place = Self.hash(text) & (index.count - 1)
    while index[place] != 0 {
      let found = Int(index[place]) - 1
      if equals(found, text) { return (found, false) }
      place = (place + 1) & (index.count - 1)
    }
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    index[place] = UInt32(ends.count)
    if 2 * ends.count > index.count { rebuild() }
    return (ends.count - 1, true)
  }

  private func range(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }

  private func equals(_ number: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(number)
    guard range.count == text.count else { return false }
    for offset in 0..<text.count where bytes[range.lowerBound + offset] != text[offset] {
      return false
    }
    return true
  }

  private mutating func rebuild() {
    index = [UInt32](repeating: 0, count: 2 * index.count)
    for number in ends.indices {
      let hash = bytes.withUnsafeBufferPointer {
        Self.hash(UnsafeBufferPointer(rebasing: $0[range(number)]))
      }
      var place = hash & (index.count - 1)
      while index[place] != 0 { place = (place + 1) & (index.count - 1) }
      index[place] = UInt32(number + 1)
    }
  }

  /// FNV-1a, folded.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: (hash ^ hash >> 29) >> 1)
  }
}
