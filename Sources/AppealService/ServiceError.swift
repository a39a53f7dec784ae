/// Why the service cannot be built, asked or used.
public enum ServiceError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A limit that makes no sense: which, and how to mend it.
  case limit(String)
  /// The system gives no thread: the number of the error.
  case noThread(Int32)
  /// The queue, or the caller's queue of replies, is full.
  case busy
  /// The service takes no more work.
  case stopped
  /// The store could not be reopened after a failed commit: the reason.
  case failed(String)

  public var description: String {
    switch self {
    case .limit(let text): text
    case .noThread(let code):
      "The system gives the service no thread (error \(code)): raise the limit of threads."
    case .busy: "Too many commands wait: take replies, slow down, or try again later."
    case .stopped: "The service has been stopped and takes no more commands."
    case .failed(let reason):
      "The service ended because its store could not be reopened after a failed commit: \(reason)"
    }
  }
}
