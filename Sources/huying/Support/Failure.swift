import AppealService
import AppealStore
import ArgumentParser
import Experiments
import Foundation
import LoadDriver
import Queries
import Reporting
import ResultFiles
import Scenarios
import Traces

/// Runs a command's body; what it throws becomes one clear sentence and a code of sysexits.h.
func reportingFailures(_ body: () throws -> Void) throws {
  do {
    try body()
  } catch let code as ArgumentParser.ExitCode {
    throw code
  } catch {
    let failure = Failure(error)
    FileHandle.standardError.write(Data("huying: \(failure.sentence)\n".utf8))
    throw ArgumentParser.ExitCode(failure.code)
  }
}

/// A sentence for people and the exit code that goes with it.
struct Failure {
  var sentence: String
  var code: Int32

  init(_ error: any Error) {
    switch error {
    case let error as ScenarioError: self.init("\(error)", error.exitCode)
    case let error as ExperimentError: self.init("\(error)", error.exitCode)
    case let error as ResultFolderError: self.init("\(error)", error.exitCode)
    case let error as ReportError: self.init("\(error)", error.exitCode)
    case let error as MeasuredTableError: self.init("\(error)", 66)
    case let error as QueryError: self.init("\(error)", error.exitCode)
    case let error as TraceError: self.init("\(error)", error.exitCode)
    case let error as RoutingError: self.init("\(error)", error.exitCode)
    case let error as LoadPlanError: self.init("\(error)", error.exitCode)
    case let error as LoadError: self.init("\(error)", error.exitCode)
    case let error as StoreError: self.init("\(error)", error.exitCode)
    case let error as ServiceError: self.init("\(error)", 70)
    case let error as CommandError: self.init(error.sentence, error.code)
    case let error as CocoaError:
      self.init(system: error.localizedDescription, error.code.rawValue)
    case let error as POSIXError: self.init(number: error.code.rawValue)
    case let error as NSError where error.domain == NSCocoaErrorDomain:
      self.init(system: error.localizedDescription, error.code)
    case let error as NSError where error.domain == NSPOSIXErrorDomain:
      self.init(number: Int32(error.code))
    default: self.init("\(error)", 70)
    }
  }

  /// What the system refused, in its own words: 73 where it forbids, 74 where it fails.
  private init(system words: String, _ code: Int) {
    let forbidden: [CocoaError.Code] = [
      .fileReadNoPermission, .fileWriteNoPermission, .fileWriteVolumeReadOnly,
      .fileWriteFileExists, .fileWriteInvalidFileName,
    ]
    self.init(
      "the system refuses a file: \(words)",
      forbidden.contains(CocoaError.Code(rawValue: code)) ? 73 : 74)
  }

  private init(number: Int32) {
    let forbidden = [EACCES, EPERM, EROFS, EEXIST].contains(number)
    self.init(
      "the system refuses: \(String(cString: strerror(number))).", forbidden ? 73 : 74)
  }

  private init(_ sentence: String, _ code: Int32) {
    self.sentence = sentence
    self.code = code
  }
}

/// What only the command line itself can refuse.
struct CommandError: Error {
  var sentence: String
  var code: Int32
}
