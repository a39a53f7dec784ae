import AppealCore

/// A look at the core that the writer takes between two batches, for one caller who waits.
final class Inspection: @unchecked Sendable {
  // Unchecked: the caller reads only after the queue's lock told that the writer is done.
  let look: (borrowing AppealCore) -> Void
  var isDone = false
  var isAbandoned = false

  init(_ look: @escaping (borrowing AppealCore) -> Void) { self.look = look }
}
