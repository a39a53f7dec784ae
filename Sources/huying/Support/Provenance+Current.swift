import CGSL
import Foundation
import ResultFiles

extension Provenance {
  /// This program on this machine: what can change the last bits of a result.
  static var current: Provenance {
    Provenance(
      version: Version.text, toolchain: toolchain, gslVersion: String(cString: gsl_version),
      cpuFeatures: cpuFeatures)
  }

  private static var toolchain: String {
    #if swift(>=6.4)
      "Swift 6.4 or newer"
    #elseif swift(>=6.3)
      "Swift 6.3"
    #else
      "Swift before 6.3"
    #endif
  }

  /// Vector and fused-multiply features, by which libm chooses its code; empty where unknown.
  private static var cpuFeatures: [String] {
    let known: Set<Substring> = ["avx", "avx2", "avx512f", "fma", "fma4"]
    let text = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let flags = text.split(separator: "\n").first { $0.hasPrefix("flags") } ?? ""
    return flags.split(separator: " ").filter(known.contains).map(String.init).sorted()
  }
}
