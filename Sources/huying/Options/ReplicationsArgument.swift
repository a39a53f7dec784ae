import ArgumentParser
import Experiments

/// `--replications N|auto`.
enum ReplicationsArgument: ExpressibleByArgument, Equatable {
  case fixed(Int)
  case auto

  /// Looks at 20, 40, 80 … and no further than this.
  static let cap = 640

  init?(argument: String) {
    if argument == "auto" {
      self = .auto
    } else if let count = Int(argument) {
      self = .fixed(count)
    } else {
      return nil
    }
  }

  var defaultValueDescription: String {
    switch self {
    case .fixed(let count): "\(count)"
    case .auto: "auto"
    }
  }

  var replications: ExperimentOptions.Replications {
    switch self {
    case .fixed(let count): .fixed(count)
    case .auto: .auto(first: 20, cap: Self.cap)
    }
  }
}
