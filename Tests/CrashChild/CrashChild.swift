import AppealCore
import AppealService
import CivicTime
import Foundation
import ServiceFixtures

/// Serves a store until it is killed, and writes each acknowledged submission to the standard
/// output: its reference and its appeal's number, eight bytes each.
///
///     CrashChild STORE SHIFT START...
///
/// With STORE alone it opens that and lets it go.
///
/// SHIFT is added to the machine's civil time, in milliseconds. For each START there is a client
/// that submits from that position on.
@main
struct CrashChild {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.count == 1, let path = arguments.first { return visit(path) }
    guard let path = arguments.first, let shift = arguments.dropFirst().first.flatMap(Int64.init)
    else { exit(64) }
    do {
      let service = try AppealService(
        path: path, policy: Town.policy(),
        limits: ServiceLimits(batchSize: 50, batchWait: .microseconds(500), queueCapacity: 1_024),
        clock: .wall(shift: shift))
      serve(service, starts: arguments.dropFirst(2).compactMap(UInt64.init))
    } catch {
      FileHandle.standardError.write(Data("CrashChild: \(error)\n".utf8))
      exit(66)
    }
  }

  private static func visit(_ path: String) {
    do {
      try AppealService(path: path, policy: Town.policy(), clock: .requests).stop()
    } catch {
      FileHandle.standardError.write(Data("CrashChild: \(error)\n".utf8))
      exit(66)
    }
  }

  private static func serve(_ service: AppealService, starts: [UInt64]) {
    for staff in 1...2 {
      Thread { work(service, as: StaffID(rawValue: UInt32(staff))) }.start()
    }
    for (client, start) in starts.enumerated() {
      let base = CrashReference(client: UInt64(client), position: start).rawValue
      Thread { submit(service, from: base) }.start()
    }
    while true { sleep(1) }
  }

  /// Keeps some submissions under way, and tells each one that is answered.
  private static func submit(_ service: AppealService, from start: UInt64) {
    let replies = ReplyQueue(capacity: 48)
    var next = start
    while true {
      while replies.outstanding < replies.capacity {
        let request = ServiceRequest(Town.submit(next), token: next)
        guard service.submitWaiting(request, replyTo: replies) == .accepted else { exit(70) }
        next += 1
      }
      guard let reply = replies.next() else { exit(70) }
      switch reply.outcome {
      case .done(let receipt): tell(reply.token, receipt.appeal)
      case .repeated(let appeal): tell(reply.token, appeal)
      case .refused, .outcomeUnknown: exit(70)
      }
    }
  }

  private static func tell(_ reference: UInt64, _ appeal: AppealNumber) {
    let acknowledgement = [reference, UInt64(appeal.rawValue)]
    let written = acknowledgement.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
    if written != 16 { exit(74) }
  }

  private static func work(_ service: AppealService, as staff: StaffID) {
    let replies = ReplyQueue(capacity: 1)
    func ask(_ command: Command) -> Outcome? {
      guard service.submitWaiting(ServiceRequest(command), replyTo: replies) == .accepted else {
        exit(70)
      }
      return replies.next()?.outcome
    }
    while true {
      for list in Town.lists {
        guard case .done(let receipt)? = ask(.take(list, by: staff)),
          case .node(let node)? = receipt.work
        else { continue }
        for command in Town.work(on: receipt.appeal, from: node) { _ = ask(command) }
      }
    }
  }
}
