import Foundation

/// Memory of this process.
enum ProcessGauges {
  /// Bytes in memory now, from `/proc/self/statm`; 0 where the system does not tell.
  static func residentBytes() -> Int {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 128)
    guard fgets(&line, Int32(line.count), file) != nil else { return 0 }
    var start: UnsafeMutablePointer<CChar>?
    _ = strtol(&line, &start, 10)
    guard let start else { return 0 }
    return strtol(start, nil, 10) * sysconf(Int32(_SC_PAGESIZE))
  }
}
