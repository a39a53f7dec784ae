/// A buffer of the words of one record, used again and again; in files little-endian, eight bytes a
/// word.
public struct RecordWords: ~Copyable {
  @usableFromInline var words: UnsafeMutablePointer<UInt64>
  @usableFromInline var capacity: Int
  @usableFromInline var filled = 0

  /// An empty buffer with room for `minimumCapacity` words.
  public init(minimumCapacity: Int = 64) {
    capacity = max(minimumCapacity, 1)
    words = .allocate(capacity: capacity)
  }

  deinit { words.deallocate() }

  @inlinable public var count: Int { filled }
  @inlinable public var isEmpty: Bool { filled == 0 }

  @inlinable public subscript(position: Int) -> UInt64 {
    get {
      precondition(position >= 0 && position < filled, "no word at that position")
      return UInt64(littleEndian: words[position])
    }
    set {
      precondition(position >= 0 && position < filled, "no word at that position")
      words[position] = newValue.littleEndian
    }
  }

  @inlinable
  public mutating func append(_ word: UInt64) {
    if filled == capacity { grow(toHold: filled + 1) }
    words[filled] = word.littleEndian
    filled += 1
  }

  /// Appends what a file holds.
  ///
  /// - Returns: false, and nothing is appended, if `bytes` are no whole number of words.
  public mutating func append(bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count.isMultiple(of: 8) else { return false }
    guard let start = bytes.baseAddress, !bytes.isEmpty else { return true }
    let added = bytes.count / 8
    if filled + added > capacity { grow(toHold: filled + added) }
    UnsafeMutableRawPointer(words + filled).copyMemory(from: start, byteCount: bytes.count)
    filled += added
    return true
  }

  /// Forgets all words and keeps the memory.
  @inlinable
  public mutating func removeAll() { filled = 0 }

  /// The words as a file holds them.
  @inlinable
  public borrowing func withUnsafeBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeRawBufferPointer(start: words, count: 8 * filled))
  }

  @usableFromInline
  @inline(never)
  mutating func grow(toHold count: Int) {
    capacity = max(2 * capacity, count)
    let wider = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity)
    wider.moveInitialize(from: words, count: filled)
    words.deallocate()
    words = wider
  }
}
