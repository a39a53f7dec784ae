/// The most of something that the command line may ask for: beyond it only memory runs out.
enum CountLimit: Int {
  case replications = 100_000
  case assumptionSets = 10_000
  case threads = 1_024

  /// - Throws: `CommandError` with 64 if `count` is beyond the limit. Counts too small are refused
  ///   where they are used.
  func check(_ count: Int, _ option: String) throws {
    guard count <= rawValue else {
      throw CommandError(
        sentence: "\(count) is no value for \(option); give a whole number up to \(rawValue).",
        code: 64)
    }
  }
}
