import ArgumentParser
import Foundation

/// One clear sentence on standard error, and an exit code as in sysexits.h.
struct Failure: Error {
  var sentence: String
  var code: Int32

  static let usage: Int32 = 64
  static let software: Int32 = 70
  static let cannotCreate: Int32 = 73
  static let tryAgain: Int32 = 75

  init(_ sentence: String, code: Int32) {
    self.sentence = sentence
    self.code = code
  }

  /// Prints the sentence and ends the command with the code.
  func exit() -> ExitCode {
    FileHandle.standardError.write(Data("huying: \(sentence)\n".utf8))
    return ExitCode(code)
  }
}
