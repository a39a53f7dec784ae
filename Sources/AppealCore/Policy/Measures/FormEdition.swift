/// The next version of the form, which comes into force by a command.
///
/// Its leaves are numbered after those of `Policy.form`. Open appeals follow `successors`; from then
/// on, what comes under an old leaf is taken under its successor.
public struct FormEdition: Sendable, Equatable {
  public var form: Form
  /// By leaf of `Policy.form`: the leaf of `form` that takes its place, counted from 0 there.
  public var successors: [LeafID]
  /// Whether open appeals are due by the new leaf's limit from then on; else they keep their
  /// deadline.
  public var derivesDeadlines: Bool

  public init(form: Form, successors: [LeafID], derivesDeadlines: Bool) {
    self.form = form
    self.successors = successors
    self.derivesDeadlines = derivesDeadlines
  }
}

extension Policy {
  /// The leaves of the form, then those of its next edition.
  public var allLeaves: [Form.Leaf] { form.leaves + (measures.edition?.form.leaves ?? []) }
}
