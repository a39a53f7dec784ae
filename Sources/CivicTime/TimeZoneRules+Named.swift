import Glibc

extension TimeZoneRules {
  /// Reads the zone called `name`, such as `Asia/Shanghai`, from the system's tzdata.
  ///
  /// - Parameter folder: where the compiled zones are.
  /// - Throws: `TimeZoneError`. A name is made of letters, digits, `_`, `+`, `-` and single inner
  ///   slashes, so it can never lead out of the folder.
  public static func named(
    _ name: String, in folder: String = "/usr/share/zoneinfo"
  ) throws(TimeZoneError) -> TimeZoneRules {
    guard isName(name) else { throw .badName(name) }
    guard let bytes = contents(ofFile: "\(folder)/\(name)") else {
      throw .notFound(name: name, folder: folder)
    }
    return try TimeZoneRules(tzif: bytes, name: name)
  }

  private static func isName(_ name: String) -> Bool {
    guard (1...100).contains(name.utf8.count) else { return false }
    return name.utf8.split(separator: 0x2F, omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty
        && part.allSatisfy { byte in
          (0x41...0x5A).contains(byte & 0xDF) || (0x30...0x39).contains(byte)
            || byte == 0x5F || byte == 0x2B || byte == 0x2D
        }
    }
  }

  /// The bytes of a regular file of at most 1 MB, or nil.
  private static func contents(ofFile path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      (0...1_000_000).contains(status.st_size)
    else {
      return nil
    }
    let size = Int(status.st_size)
    var isWhole = true
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = read(descriptor, buffer.baseAddress! + count, size - count)
        guard got > 0 else { break }
        count += got
      }
      isWhole = count == size
    }
    return isWhole ? bytes : nil
  }
}
