import ArgumentParser
import Foundation
import ResultFiles

/// `--language`, by default from the locale.
struct LanguageArguments: ParsableArguments {
  @Option(
    name: .customLong("language"),
    help: "Language of what people read: zh-Hans or en. By default from the locale.")
  var given: ReportLanguage?

  var language: ReportLanguage { given ?? Self.fromLocale(ProcessInfo.processInfo.environment) }

  /// POSIX order: LC_ALL, LC_MESSAGES, LANG; the first that is set decides.
  static func fromLocale(_ environment: [String: String]) -> ReportLanguage {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale?.lowercased().hasPrefix("zh") == true ? .chinese : .english
  }
}

extension ReportLanguage: @retroactive ExpressibleByArgument {}
