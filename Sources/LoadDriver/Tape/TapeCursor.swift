/// Reads a stream step by step.
struct TapeCursor {
  private let stream: TapeStream
  private var chunk: TapeChunk?
  private var position = 0

  init(_ stream: TapeStream) { self.stream = stream }

  /// The next step; nil after the last. Waits for the trial if need be.
  mutating func next() -> TapeStep? {
    while true {
      if let chunk, position < chunk.count {
        position += 1
        return chunk.steps[position - 1]
      }
      chunk = stream.next()
      position = 0
      if chunk == nil { return nil }
    }
  }
}
