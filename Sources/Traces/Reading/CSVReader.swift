/// Reads delimited text record by record as in RFC 4180: fields in quotes may hold separators,
/// doubled quotes and line ends; lines end in LF or CRLF; a byte order mark is passed over.
///
/// Memory does not depend on the size of the file: at most `recordLimit` bytes and as much again.
/// A record with a quote that never closes is *malformed*; reading goes on with the next line.
struct CSVReader: ~Copyable {
  /// Longest record, in bytes.
  static let recordLimit = 1 << 20

  private let source: ByteSource
  private let separator: UInt8
  private var room = Room(capacity: 1 << 18)
  private var buffer: UnsafeMutablePointer<UInt8>
  /// Unread bytes.
  private var start = 0
  private var end = 0
  private var isAtEnd = false

  /// Line on which the record begins, counting from 1, and the one after it.
  private(set) var line = 0
  private var nextLine = 1
  /// What is wrong with the record, if anything.
  private(set) var malformed: String?
  /// Begin and end of each field in the buffer; quotes are taken away.
  private var fields: [(begin: Int, end: Int)] = []

  init(_ source: ByteSource, separator: UInt8) {
    self.source = source
    self.separator = separator
    buffer = room.base
  }

  private mutating func skipByteOrderMark() throws(TraceError) {
    while end < 3, !isAtEnd { try refill() }
    if end >= 3, buffer[0] == 0xEF, buffer[1] == 0xBB, buffer[2] == 0xBF { start = 3 }
  }

  /// Fields of the record.
  var count: Int { fields.count }

  /// The bytes of a field, until the next call of `next`.
  subscript(field: Int) -> UnsafeBufferPointer<UInt8> {
    let (begin, end) = fields[field]
    return UnsafeBufferPointer(start: buffer + begin, count: end - begin)
  }

  /// Moves on to the next record that is not an empty line.
  ///
  /// - Returns: false at the end of the file.
  mutating func next() throws(TraceError) -> Bool {
    if nextLine == 1 { try skipByteOrderMark() }
    while true {
      line = nextLine
      guard try scanRecord() else { return false }
      let isBlank = malformed == nil && fields.count == 1 && fields[0].begin == fields[0].end
      if !isBlank { return true }
    }
  }

  /// More bytes behind the unread ones, which move to the front.
  private mutating func refill() throws(TraceError) {
    if start > 0 {
      buffer.update(from: buffer + start, count: end - start)
      end -= start
      start = 0
    }
    if end == room.capacity { grow() }
    let count = try source.read(into: buffer + end, capacity: room.capacity - end)
    end += count
    isAtEnd = count == 0
  }

  private mutating func grow() {
    let larger = Room(capacity: 2 * room.capacity)
    larger.base.update(from: buffer, count: end)
    room = larger
    buffer = larger.base
  }
}

/// Owns the buffer.
private final class Room {
  let base: UnsafeMutablePointer<UInt8>
  let capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }
}

extension CSVReader {
  private enum Scan { case done(next: Int, lines: Int), incomplete, textAfterQuote }

  private mutating func scanRecord() throws(TraceError) -> Bool {
    malformed = nil
    while true {
      guard start < end || !isAtEnd else { return false }
      switch scan() {
      case .done(let next, let lines):
        start = next
        nextLine += lines
        return true
      case .textAfterQuote:
        return skipLine("text follows a closing quote")
      case .incomplete:
        if end - start >= Self.recordLimit || isAtEnd {
          return skipLine(
            isAtEnd
              ? "a quote stays open"
              : "the row is longer than \(Self.recordLimit) bytes, or a quote stays open")
        }
        try refill()
      }
    }
  }

  /// Finds the fields of the record at `start`, changing nothing but `fields` unless it is whole.
  private mutating func scan() -> Scan {
    let bytes = UnsafeMutableBufferPointer(start: buffer, count: end)
    let quote = UInt8(ascii: "\"")
    let newline = UInt8(ascii: "\n")
    fields.removeAll(keepingCapacity: true)
    var hasQuotes = false
    var lines = 1
    var position = start
    var begin = start
    while true {
      if position < end, bytes[position] == quote, position == begin {
        hasQuotes = true
        switch closingQuote(after: position, &lines) {
        case nil: return .incomplete
        case let closing?: position = closing + 1
        }
        guard position + 1 < end || isAtEnd else { return .incomplete }
        guard isBoundary(position) else { return .textAfterQuote }
      }
      while position < end, bytes[position] != separator, bytes[position] != newline {
        position += 1
      }
      guard position < end || isAtEnd else { return .incomplete }
      let isLast = position == end || bytes[position] == newline
      let carriage = isLast && position > begin && bytes[position - 1] == UInt8(ascii: "\r")
      fields.append((begin, carriage ? position - 1 : position))
      if isLast {
        if hasQuotes { unquote() }
        return .done(next: min(position + 1, end), lines: lines)
      }
      position += 1
      begin = position
    }
  }

  /// Whether a field may end here: at a separator, an end of line or of the file.
  private func isBoundary(_ position: Int) -> Bool {
    guard position < end else { return true }
    switch buffer[position] {
    case separator, UInt8(ascii: "\n"): return true
    case UInt8(ascii: "\r"): return position + 1 == end || buffer[position + 1] == 0x0A
    default: return false
    }
  }

  /// The place of the quote that closes the one at `opening`; nil if it is not in the buffer, or
  /// stands at its end, where it may be half of a doubled one.
  private func closingQuote(after opening: Int, _ lines: inout Int) -> Int? {
    var position = opening + 1
    while position < end {
      let byte = buffer[position]
      if byte == UInt8(ascii: "\"") {
        guard position + 1 < end else { return isAtEnd ? position : nil }
        if buffer[position + 1] != UInt8(ascii: "\"") { return position }
        position += 1
      } else if byte == UInt8(ascii: "\n") {
        lines += 1
      }
      position += 1
    }
    return nil
  }

  /// Takes the quotes of quoted fields away, in place: a field only gets shorter.
  private mutating func unquote() {
    let quote = UInt8(ascii: "\"")
    for field in fields.indices {
      let (begin, end) = fields[field]
      guard begin < end, buffer[begin] == quote else { continue }
      var target = begin + 1
      var position = begin + 1
      while position < end - 1 {
        buffer[target] = buffer[position]
        position += buffer[position] == quote ? 2 : 1
        target += 1
      }
      fields[field] = (begin + 1, target)
    }
  }

  /// Gives up the record and goes on behind the line on which it begins.
  private mutating func skipLine(_ reason: String) -> Bool {
    malformed = reason
    fields.removeAll(keepingCapacity: true)
    while start < end, buffer[start] != UInt8(ascii: "\n") { start += 1 }
    start = min(start + 1, end)
    nextLine += 1
    return true
  }
}
