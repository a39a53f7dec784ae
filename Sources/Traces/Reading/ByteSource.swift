import CZlib
import Glibc

/// The bytes of a file in order, inflated if the file is gzip. Memory: one buffer of 256 KiB.
final class ByteSource {
  private let descriptor: Int32
  private let name: String
  private var stream: UnsafeMutablePointer<z_stream>?
  private let input: UnsafeMutablePointer<UInt8>
  private static let inputCapacity = 1 << 18
  /// A member of the gzip file has begun and not ended.
  private var isInsideMember = false
  /// Bytes of a plain file that were read and have yet to be given out.
  private var pending = 0..<0

  /// - Throws: ``TraceError`` if there is no such file, or it is no ordinary one.
  init(path: String) throws(TraceError) {
    name = path
    descriptor = try Self.opened(path)
    input = .allocate(capacity: ByteSource.inputCapacity)
    pending = 0..<(try fill())
    if pending.count >= 2, input[0] == 0x1F, input[1] == 0x8B { try beginInflating() }
  }

  private static func opened(_ path: String) throws(TraceError) -> Int32 {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw openError(path, errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw TraceError(
        file: path, what: "this is no ordinary file", mend: "name a file on disk", exitCode: 66)
    }
    return descriptor
  }

  deinit {
    if let stream {
      inflateEnd(stream)
      stream.deallocate()
    }
    input.deallocate()
    close(descriptor)
  }

  private static func openError(_ path: String, _ number: Int32) -> TraceError {
    switch number {
    case ENOENT, ENOTDIR, ENAMETOOLONG:
      TraceError(file: path, what: "there is no such file", mend: "check the path", exitCode: 66)
    case EACCES, EPERM:
      TraceError(
        file: path, what: "the file may not be read", mend: "change its permissions", exitCode: 77)
    default:
      TraceError(
        file: path, what: "the file cannot be opened (\(String(cString: strerror(number))))",
        mend: "check the path", exitCode: 66)
    }
  }

  /// Reads what follows into the input buffer; 0 at the end.
  private func fill() throws(TraceError) -> Int {
    while true {
      let count = Glibc.read(descriptor, input, Self.inputCapacity)
      if count >= 0 { return count }
      guard errno == EINTR else {
        throw TraceError(
          file: name, what: "reading failed (\(String(cString: strerror(errno))))",
          mend: "try again", exitCode: 74)
      }
    }
  }

  /// Up to `capacity` bytes that follow; 0 at the end of the file.
  ///
  /// - Throws: ``TraceError`` where the file cannot be read or inflated, or ends too early.
  func read(
    into target: UnsafeMutablePointer<UInt8>, capacity: Int
  ) throws(TraceError) -> Int {
    if stream != nil { return try inflated(into: target, capacity: capacity) }
    if pending.isEmpty { pending = 0..<(try fill()) }
    let count = min(capacity, pending.count)
    target.update(from: input + pending.lowerBound, count: count)
    pending = pending.lowerBound + count..<pending.upperBound
    return count
  }
}

extension ByteSource {
  private func beginInflating() throws(TraceError) {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    guard huying_inflate_gzip(stream) == Z_OK else {
      stream.deallocate()
      throw TraceError(
        file: name, what: "there is no memory to inflate the file", mend: "free some", exitCode: 71)
    }
    stream.pointee.next_in = input
    stream.pointee.avail_in = UInt32(pending.count)
    self.stream = stream
    isInsideMember = true
  }

  private func inflated(
    into target: UnsafeMutablePointer<UInt8>, capacity: Int
  ) throws(TraceError) -> Int {
    guard let stream else { return 0 }
    stream.pointee.next_out = target
    stream.pointee.avail_out = UInt32(min(capacity, Int(Int32.max)))
    while stream.pointee.next_out == target {
      if stream.pointee.avail_in == 0 {
        let count = try fill()
        if count == 0 {
          guard isInsideMember else { return 0 }
          throw broken("the gzip file ends too early")
        }
        stream.pointee.next_in = input
        stream.pointee.avail_in = UInt32(count)
      }
      if !isInsideMember, try !beginNextMember(stream) { return 0 }
      let status = inflate(stream, Z_NO_FLUSH)
      if status == Z_STREAM_END {
        isInsideMember = false
      } else if status != Z_OK && status != Z_BUF_ERROR {
        throw broken("the gzip file is damaged")
      }
    }
    return stream.pointee.next_out - target
  }

  /// Gzip files may be laid one after the other; zeros after the last are padding.
  private func beginNextMember(
    _ stream: UnsafeMutablePointer<z_stream>
  ) throws(TraceError) -> Bool {
    guard stream.pointee.next_in[0] != 0 else {
      stream.pointee.avail_in = 0
      while try fill() > 0 {}
      return false
    }
    guard inflateReset(stream) == Z_OK else { throw broken("the gzip file is damaged") }
    isInsideMember = true
    return true
  }

  private func broken(_ what: String) -> TraceError {
    TraceError(file: name, what: what, mend: "fetch or compress it again")
  }
}
