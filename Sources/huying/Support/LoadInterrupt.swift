import Foundation
import LoadDriver

/// Ends the run early at the first signal, so that its result is still written; at the second
/// removes the temporary store and ends the process.
final class LoadInterrupt {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]
  private let sources: [any DispatchSourceSignal]

  init(_ place: StorePlace, _ stop: LoadStop) {
    sources = Self.signals.filter { $0 != SIGHUP || !Self.isIgnored(SIGHUP) }.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        guard stop.isRequested else {
          stop.request()
          return Self.say("ending early, once more to end at once. 正在提前结束，再按一次立即结束。")
        }
        place.remove()
        let (en, zh) = place.remains
        Self.say("interrupted without a result; \(en). 已中断，没有结果；\(zh)。")
        _exit(75)
      }
      source.resume()
      return source
    }
  }

  private static func say(_ words: String) {
    FileHandle.standardError.write(Data("\r\u{1B}[Khuying: \(words)\n".utf8))
  }

  /// Under `nohup` a run goes on when its terminal is closed.
  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    sigaction(number, nil, &action)
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  deinit {
    for source in sources {
      source.cancel()
      signal(Int32(source.handle), SIG_DFL)
    }
  }
}
