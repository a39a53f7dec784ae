import CivicTime

extension AppealCore {
  /// A core with exactly the state that the records of `source` tell.
  ///
  /// - Parameter source: gives the records in ascending order of their keys.
  /// - Throws: `RestoreError`, what is wrong with which record.
  public init(
    policy: Policy, restoring source: inout some RecordSource & ~Copyable
  ) throws(RestoreError) {
    do { try policy.validate() } catch { throw .policy(error) }
    try self.init(validated: policy) { (core: inout AppealCore) throws(RestoreError) in
      try core.load(&source)
    }
  }

  private mutating func load(
    _ source: inout some RecordSource & ~Copyable
  ) throws(RestoreError) {
    var words = RecordWords()
    while let key = try source.next(into: &words) {
      words.removeAll()
      throw .corrupt(key, "it cannot be read yet")
    }
  }
}
