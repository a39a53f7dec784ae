public import CGSL

/// A stream of random numbers: Philox4x32-10, addressed by (seed, replication, key).
///
/// Make one for a trial, and ``rekey(_:)`` it in place for every subject. In-line draws and draws
/// by GSL on ``generator`` take from one sequence, whose values do not depend on the processor.
///
///     var stream = RandomStream(seed: 42, replication: 7)
///     stream.rekey(StreamKey(Purpose.attributes, subject: need))
///     let patience = stream.exponential(mean: 30)
///
/// A stream has 2³³ draws; taking more ends the process, for it would repeat itself.
///
/// Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11.
// Sendable is sound: the storage has one owner, and only mutating calls reach it.
@frozen
public struct RandomStream: ~Copyable, @unchecked Sendable {
  @usableFromInline
  let storage: UnsafeMutablePointer<huying_stream>

  /// Starts at the first draw of `key`. Allocates; everything else on a stream does not.
  ///
  /// - Parameters:
  ///   - seed: the 64-bit key of the cipher.
  ///   - replication: the last word of its counter.
  public init(
    seed: UInt64, replication: UInt32 = 0, key: StreamKey = StreamKey(purpose: 0)
  ) {
    guard let storage = huying_stream_allocate(seed) else {
      preconditionFailure("no memory for a random stream")
    }
    storage.pointee.philox.counter.2 = replication
    self.storage = storage
    rekey(key)
  }

  deinit { huying_stream_free(storage) }

  /// Moves to the first draw of another key, of the same seed and replication. Computes nothing
  /// before the next draw.
  @inlinable @inline(__always)
  public mutating func rekey(_ key: StreamKey) {
    huying_philox_rekey(philox, key.counterWord1, key.counterWord2)
  }

  /// Moves to the first draw of a key in another replication.
  @inlinable
  public mutating func rekey(_ key: StreamKey, replication: UInt32) {
    storage.pointee.philox.counter.2 = replication
    rekey(key)
  }

  /// The stream as GSL sees it, for its samplers. Valid while the stream lives; not to be kept.
  @inlinable @inline(__always)
  public var generator: UnsafeMutablePointer<gsl_rng> { huying_stream_generator(storage) }

  @inlinable @inline(__always)
  var philox: UnsafeMutablePointer<huying_philox> { huying_stream_philox(storage) }
}
