import AppealCore

/// Where a service keeps what it acknowledges. `AppealStore` is the one for production; tests put a
/// slow, failing or forgetful one in its place.
///
/// Used by one thread at a time, the service's writer.
public protocol DurableLog: AnyObject, SendableMetatype {
  /// Makes `journal` durable, all or nothing, with the state of `core`, which is the one after its
  /// last entry. An error leaves open which of the two happened; the log is not used again then.
  func commit(_ journal: borrowing JournalBuffer, core: borrowing AppealCore) throws

  /// Memory that it keeps pages in, up to a limit of its own.
  var cacheBytes: Int { get }

  /// The appeal that was ever committed with this reference.
  func appeal(withReference reference: UInt64) throws -> AppealNumber?
}

extension DurableLog {
  public var cacheBytes: Int { 0 }
}

/// A log and the state after its last entry: what a service starts from.
public struct OpenedLog<Log: DurableLog>: ~Copyable {
  public var log: Log
  public var core: AppealCore

  public init(log: Log, core: consuming AppealCore) {
    self.log = log
    self.core = core
  }
}
