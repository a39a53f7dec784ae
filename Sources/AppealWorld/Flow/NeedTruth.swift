import AppealCore

/// What is true of a registered appeal, whatever is reported, filed or decided: the journal does not
/// tell it, and no measure of quality may depend on what was made of it.
public struct NeedTruth: Sendable, BitwiseCopyable, Equatable {
  /// `Submission.reference` of the appeal.
  public var reference: UInt64
  /// The leaf of `Policy.form` that the need is about.
  public var leaf: LeafID
  /// The unit that can solve it.
  public var unit: UnitID
}
