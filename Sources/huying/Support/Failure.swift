import ArgumentParser
import Experiments
import Foundation
import Reporting
import ResultFiles
import Scenarios

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
    case let error as CommandError: self.init(error.sentence, error.code)
    default: self.init("\(error)", 70)
    }
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
