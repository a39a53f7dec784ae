/// How a store is opened; nothing here changes what is in it.
public struct StoreOptions: Sendable, Hashable {
  /// Name of a registered SQLite file system, for faults on demand; nil for the usual one.
  public var vfs: String?
  public var synchronous = Synchronous.full
  /// How long another process's lock is waited for, in seconds.
  public var busyTimeout = 5.0
  public var checkpoint = Checkpoint.automatic(pages: 4_000)
  /// Pages kept in memory, in KiB.
  public var cacheKibibytes = 65_536
  /// The file may not grow beyond so many pages of 4 KiB, at least what it has; nil for no limit.
  public var pageLimit: Int?
  /// Whether every page is looked at before use: for files that come from elsewhere. O(file).
  public var checksPages = false

  public init() {}

  /// When a commit waits for the disk.
  public enum Synchronous: Int, Sendable, Hashable, CaseIterable {
    /// Only for stores that may be lost, such as those of benchmarks.
    case off = 0
    /// A commit may be lost with the power, never damaged.
    case normal = 1
    /// A commit that returned is on the disk.
    case full = 2
  }

  /// When the write-ahead log goes back into the file.
  public enum Checkpoint: Sendable, Hashable {
    /// By the commit that made the log this long.
    case automatic(pages: Int)
    /// When the host says so, by `AppealStore.checkpoint()`.
    case explicit
  }
}
