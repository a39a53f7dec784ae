import AppealCore
import AppealService
import CivicTime
import ServiceFixtures
import Synchronization

/// Clients on threads of their own, around one service.
final class Crowd: Sendable {
  let service: AppealService
  private let wanted: Int
  private let closed = Atomic<Int>(0)
  /// Receipts of the submissions, by reference, in the order in which each client got them.
  private let receipts = Mutex<[UInt64: [AppealNumber]]>([:])
  private let surprises = Mutex<[String]>([])

  /// - Parameter wanted: the appeals that staff shall close.
  init(_ service: AppealService, wanted: Int) {
    self.service = service
    self.wanted = wanted
  }

  var problems: [String] { surprises.withLock { $0 } }

  var numbers: [UInt64: [AppealNumber]] { receipts.withLock { $0 } }

  var closedAppeals: Int { closed.load(ordering: .relaxed) }

  /// Submits `references`, up to `window` at a time; what nobody knows the outcome of, again.
  func submit(_ references: Range<UInt64>, window: Int) {
    let replies = ReplyQueue(capacity: window)
    var again: [UInt64] = []
    var next = references.lowerBound
    while next < references.upperBound || !again.isEmpty || replies.outstanding > 0 {
      let reference = again.last ?? next
      if reference < references.upperBound, replies.outstanding < window {
        let request = ServiceRequest(Town.submit(reference), token: reference)
        if service.submitWaiting(request, replyTo: replies) == .accepted {
          if again.isEmpty { next += 1 } else { again.removeLast() }
          continue
        }
        return note("a submission was not accepted")
      }
      guard let reply = replies.next() else { return note("no reply") }
      switch reply.outcome {
      case .done(let receipt): remember(receipt.appeal, reply.token)
      case .repeated(let appeal): remember(appeal, reply.token)
      case .outcomeUnknown: again.append(reply.token)
      case .refused(let refusal): note("submission \(refusal)")
      }
    }
  }

  /// Takes tasks and does them until all wanted appeals are closed.
  func work(as staff: StaffID) {
    let replies = ReplyQueue(capacity: 1)
    func ask(_ command: Command) -> Outcome? {
      guard service.submitWaiting(ServiceRequest(command), replyTo: replies) == .accepted else {
        return nil
      }
      return replies.next()?.outcome
    }
    while closed.load(ordering: .relaxed) < wanted {
      for list in Town.lists {
        let taken = ask(.take(list, by: staff))
        if taken == .refused(.listEmpty) { continue }
        guard case .done(let receipt)? = taken, case .node(let node)? = receipt.work else {
          return note("a take gave \(String(describing: taken))")
        }
        for command in Town.work(on: receipt.appeal, from: node) {
          guard ask(command)?.appeal == receipt.appeal else {
            return note("\(command) was not done")
          }
          if case .close = command { closed.add(1, ordering: .relaxed) }
        }
      }
    }
  }

  private func remember(_ appeal: AppealNumber, _ reference: UInt64) {
    receipts.withLock { $0[reference, default: []].append(appeal) }
  }

  private func note(_ problem: String) { surprises.withLock { $0.append(problem) } }
}
