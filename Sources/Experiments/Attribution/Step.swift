import Foundation
import RandomStreams

/// A player joins those before it: one term of a value.
public struct Step: Sendable, Equatable {
  public var player: Int
  public var before: Coalition
  /// Weight of its contribution in the value of the player.
  public var weight: Double
}

extension Players {
  /// Coalitions that occur in any order, the empty one and the whole among them.
  public var coalitionCount: Double {
    let others = pow(2, Double(groups.count - 1))
    let unions = pow(2, Double(groups.count))
    return groups.reduce(unions) { $0 + others * Double($1.beginnings.count - 2) }
  }

  /// Every step of every order with its share of the orders: values computed from them are exact.
  ///
  /// Complexity: 2 to the number of groups, times the beginnings of a group.
  public func exactSteps() -> [Step] {
    let n = groups.count
    // |T|! (n − 1 − |T|)! / n! for |T| other groups before.
    var shares = [1 / Double(max(1, n))]
    for size in 1..<max(1, n) {
      shares.append(shares[size - 1] * Double(size) / Double(n - size))
    }
    var steps: [Step] = []
    for (own, group) in groups.enumerated() {
      let others = groups.indices.filter { $0 != own }
      for choice in 0..<(1 << others.count) {
        var before = Coalition()
        for (bit, other) in others.enumerated() where choice >> bit & 1 == 1 {
          before = before.union(groups[other].members)
        }
        let share = shares[choice.nonzeroBitCount]
        for beginning in group.beginnings {
          for player in group.open(after: beginning) {
            steps.append(
              Step(
                player: player, before: before.union(beginning),
                weight: share * group.share(of: beginning, then: player)))
          }
        }
      }
    }
    return steps
  }

  /// The steps of `pairs` pairs of orders, drawn from the stream; one list a pair.
  ///
  /// The second order of a pair has the groups the other way round, so that who was early is late:
  /// each order is as likely as any, and the mean of a pair varies less than that of two orders.
  package func sampledSteps(pairs: Int, _ stream: inout RandomStream) -> [[Step]] {
    (0..<pairs).map { _ in
      let order = stream.permutation(of: groups.count)
      return [order, order.reversed()].flatMap {
        steps(of: $0, weight: 0.5 / Double(pairs), &stream)
      }
    }
  }

  private func steps(
    of order: [Int], weight: Double, _ stream: inout RandomStream
  ) -> [Step] {
    var before = Coalition()
    var steps: [Step] = []
    for group in order.map({ groups[$0] }) {
      var beginning = Coalition()
      while beginning != group.members {
        let player = group.next(after: beginning, stream.uniform())
        steps.append(Step(player: player, before: before.union(beginning), weight: weight))
        beginning.insert(player)
      }
      before = before.union(group.members)
    }
    return steps
  }
}

extension GroupOrders {
  /// The player at a place of the unit interval that the open ones share by their chances.
  fileprivate func next(after beginning: Coalition, _ place: Double) -> Int {
    let open = open(after: beginning)
    var left = place
    for player in open {
      left -= chance(of: player, after: beginning)
      if left < 0 { return player }
    }
    return open[open.count - 1]
  }
}
