import CivicTime

extension Instant {
  /// `03-05 09:00`, also with seconds, `03-05 09:00:00.001`, on the wall clock of the district.
  /// 03-05 is a Monday.
  init(_ text: String) {
    do {
      let parts = text.split(separator: " ")
      precondition(parts.count == 2, "write an instant as 03-05 09:00, not \(text)")
      try self.init(iso8601: "2018-\(parts[0])T\(parts[1])+08:00")
    } catch {
      preconditionFailure("\(text) is no instant: \(error)")
    }
  }

  var text: String {
    if self == .distantFuture { return "never" }
    let shown = iso8601(in: District.zone)
    var clock = shown.dropFirst(5).prefix { $0 != "+" }.replacing("T", with: " ")
    for zeros in [".000", ":00"] where clock.hasSuffix(zeros) && clock.count > 11 {
      clock.removeLast(zeros.count)
    }
    return String(clock)
  }
}
