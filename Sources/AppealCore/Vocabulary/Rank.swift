/// How pressing a task is, before its deadline is looked at: the smaller, the sooner.
public enum Rank {
  /// Limits of a few hours, and what an emergency makes urgent.
  public static let urgent: UInt8 = 0
  /// A dedicated lane, a campaign, or a tag that says so.
  public static let priority: UInt8 = 1
  public static let normal: UInt8 = 2
}
