import AppealWorld
import CivicTime
import RandomStreams

/// When each command of the tape is meant to start: an open model, which waits for no answer.
///
/// Rates are accepts per second; staff commands ride along in the tape's mix. With m commands an
/// accept, command n starts when `x / m` accepts are expected, where x is the n-th arrival of a
/// Poisson process of rate 1 (or n itself, where arrivals are even).
///
/// So the *commands* are Poisson, and the submissions among them are not: they come where the tape
/// has them, in nights of submissions alone and mornings of staff work. The rate of submissions
/// holds on average over days of the scenario; by the second it is in the timeline. Paced by
/// submissions instead, each morning of the staff would become a burst of commands that nobody
/// asked for; this way the work for the writer is as steady as the plan.
public struct CommandPacer: ~Copyable {
  /// Where the intended starts come from.
  public enum Source: Sendable, Equatable {
    /// Poisson arrivals at a rate.
    case poisson(RateProfile)
    /// Arrivals without chance at a rate, for tests of capacity.
    case even(RateProfile)
    /// The commands' own virtual instants, so many times faster, for so many seconds.
    case virtual(compression: Double, seconds: Double)
    /// The intensity of a trace's arrivals, for at most so many seconds.
    case trace(TraceIntensity, seconds: Double)
  }

  private let source: Source
  private let commandsPerAccept: Double
  private var stream: RandomStream
  private var arrivals = 0.0
  private var first: Instant?

  /// - Parameter commandsPerAccept: m, at least 1; see ``TapeProbe``.
  public init(_ source: Source, commandsPerAccept: Double, seed: UInt64) {
    precondition(commandsPerAccept >= 1, "each accept is a command")
    self.source = source
    self.commandsPerAccept = commandsPerAccept
    stream = RandomStream(seed: seed, key: StreamKey(LoadPurpose.arrivals))
  }

  /// Nanoseconds from the start of the run to the intended start of the next command, which
  /// happens at `instant` for the core; nil when the schedule is over.
  public mutating func next(at instant: Instant) -> Int64? {
    let time: Double?
    switch source {
    case .poisson(let profile):
      arrivals += stream.exponential(mean: 1)
      time = profile.time(of: arrivals / commandsPerAccept)
    case .even(let profile):
      time = profile.time(of: arrivals / commandsPerAccept)
      arrivals += 1
    case .trace(let trace, let seconds):
      time = trace.time(of: arrivals / commandsPerAccept).flatMap { $0 < seconds ? $0 : nil }
      arrivals += 1
    case .virtual(let compression, let seconds):
      let start = first ?? instant
      first = start
      let since = Double(instant - start) / 1_000 / compression
      time = since < seconds ? since : nil
    }
    return time.map { Int64($0 * 1e9) }
  }
}

/// What random numbers of the driver are drawn for; apart from those of the world.
enum LoadPurpose: UInt8 {
  case arrivals = 192
  case thinking
}
