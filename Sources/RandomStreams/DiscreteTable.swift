import CGSL

/// Walker's alias table over the indices of some weights, built by GSL: O(n) to build, O(1) and
/// one uniform to draw.
// Sendable is sound: nothing changes after the initialiser.
final class DiscreteTable: @unchecked Sendable {
  let table: UnsafeMutablePointer<gsl_ran_discrete_t>

  /// - Parameter weights: not empty, none negative, of positive sum; the caller has checked it.
  init(weights: [Double]) {
    guard let table = gsl_ran_discrete_preproc(weights.count, weights) else {
      preconditionFailure("no memory for a table of \(weights.count) weights")
    }
    self.table = table
  }

  deinit { gsl_ran_discrete_free(table) }

  var address: UnsafePointer<gsl_ran_discrete_t> { UnsafePointer(table) }
}

/// A constant array at a fixed address.
// Sendable is sound: nothing changes after the initialiser.
final class FixedArray<Element: BitwiseCopyable>: @unchecked Sendable {
  private let buffer: UnsafeMutableBufferPointer<Element>

  /// - Parameter elements: not empty.
  init(_ elements: [Element]) {
    precondition(!elements.isEmpty, "a fixed array has elements")
    buffer = .allocate(capacity: elements.count)
    _ = buffer.initialize(fromContentsOf: elements)
  }

  deinit { buffer.deallocate() }

  var address: UnsafePointer<Element> {
    guard let base = buffer.baseAddress else { preconditionFailure("a fixed array has elements") }
    return UnsafePointer(base)
  }
}
