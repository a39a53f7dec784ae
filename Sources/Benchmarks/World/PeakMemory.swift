import Foundation

/// Peak resident memory of this process, as Linux counts it.
enum PeakMemory {
  /// Forgets the peak so far, so that what was needed to read a scenario hides less of what a run
  /// needs.
  static func reset() {
    try? "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .utf8)
  }

  /// Bytes since the last reset; 0 where the kernel does not say.
  static func bytes() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    let kibibytes = line.split(separator: " ").compactMap { Int($0) }.first
    return (kibibytes ?? 0) * 1024
  }
}
