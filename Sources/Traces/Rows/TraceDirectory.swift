/// What a field of the trace can say: keys in the order in which they were first met, and the name
/// that stood beside each the first time.
public struct TraceDirectory: Sendable {
  public private(set) var keys: [String] = []
  public private(set) var names: [String] = []
  private var interner = Interner()

  public var count: Int { keys.count }

  /// The number of a key; nil if it, or the name beside it, is not UTF-8.
  mutating func number(
    of key: UnsafeBufferPointer<UInt8>, name: UnsafeBufferPointer<UInt8>?
  ) -> Int32? {
    let (number, isNew) = interner.number(of: key)
    guard isNew else { return keys[number].isEmpty ? nil : Int32(number) }
    let text = String(validating: key, as: UTF8.self)
    let label = name.map { String(validating: $0, as: UTF8.self) } ?? text
    // A key that is no text keeps its number, so that it is refused each time.
    keys.append(label == nil ? "" : text ?? "")
    names.append(label ?? "")
    return keys[number].isEmpty ? nil : Int32(number)
  }
}

/// The directories of all fields of a trace that name something.
public struct TraceNames: Sendable {
  public internal(set) var channels = TraceDirectory()
  public internal(set) var natures = TraceDirectory()
  public internal(set) var units = TraceDirectory()
  /// Levels of the category, the coarsest first.
  public internal(set) var levels: [TraceDirectory]
  /// Levels of the place, the coarsest first.
  public internal(set) var places: [TraceDirectory]
}
