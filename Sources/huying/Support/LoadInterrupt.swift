import Foundation

/// Removes the temporary store when the run is interrupted, and ends the process.
final class LoadInterrupt {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]
  private let sources: [any DispatchSourceSignal]

  init(_ place: StorePlace) {
    sources = Self.signals.filter { $0 != SIGHUP || !Self.isIgnored(SIGHUP) }.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        place.remove()
        let (en, zh) = place.remains
        let words = "\r\u{1B}[Khuying: interrupted without a result; \(en). 已中断，没有结果；\(zh)。\n"
        FileHandle.standardError.write(Data(words.utf8))
        _exit(75)
      }
      source.resume()
      return source
    }
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
