/// What the service is doing.
public enum ServiceState: Sendable, Equatable {
  case running
  /// A commit failed, and the core is being restored from the store. Commands wait.
  case recovering
  /// No new work; what was accepted is carried out and answered.
  case draining
  case stopped
  /// The store could not be reopened after a failed commit: the reason.
  case failed(String)
}
