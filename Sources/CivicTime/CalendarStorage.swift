/// Owns the memory behind a `WorkingClock`.
///
/// Unchecked, because it is written once, before anyone else can see it.
final class CalendarStorage: @unchecked Sendable {
  let tables: UnsafePointer<CalendarTables>
  private var blocks: [UnsafeMutableRawPointer] = []

  init(_ builder: CalendarBuilder) {
    let start = builder.start.milliseconds
    let end = builder.end.milliseconds
    // As many buckets as spans or a few more, so that a look-up steps over about one span.
    let timeShift = Self.shift(range: end - start, count: builder.spans.count)
    let workShift = Self.shift(range: builder.totalWork, count: builder.spans.count)
    let timeBuckets = Self.timeBuckets(builder, shift: timeShift)
    let workBuckets = Self.workBuckets(builder, shift: workShift)
    var blocks: [UnsafeMutableRawPointer] = []
    let header = CalendarTables(
      start: start, end: end, totalWork: builder.totalWork, timeShift: timeShift,
      workShift: workShift, spans: Self.copy(builder.spans, &blocks),
      timeBuckets: Self.copy(timeBuckets, &blocks), workBuckets: Self.copy(workBuckets, &blocks),
      segments: Self.copy(builder.segments, &blocks), days: Self.copy(builder.entries, &blocks),
      dayOrigin: Int64(builder.days.lowerBound.daysSince1970) - 1,
      workingDays: Self.copy(builder.workingDays, &blocks),
      workingDayCount: Int64(builder.workingDays.count))
    tables = Self.copy([header], &blocks)
    self.blocks = blocks
  }

  deinit {
    for block in blocks { block.deallocate() }
  }

  private static func copy<Element: BitwiseCopyable>(
    _ array: [Element], _ blocks: inout [UnsafeMutableRawPointer]
  ) -> UnsafePointer<Element> {
    // Lines of 64 bytes, so that no table shares a cache line with another.
    let block = UnsafeMutableRawPointer.allocate(
      byteCount: max(1, array.count) * MemoryLayout<Element>.stride, alignment: 64)
    blocks.append(block)
    let typed = block.bindMemory(to: Element.self, capacity: max(1, array.count))
    typed.initialize(from: array, count: array.count)
    return UnsafePointer(typed)
  }

  private static func shift(range: Int64, count: Int) -> Int64 {
    var shift: Int64 = 0
    while range >> (shift + 1) >= Int64(count), shift < 40 { shift += 1 }
    return max(shift, 10)
  }

  private static func timeBuckets(_ builder: CalendarBuilder, shift: Int64) -> [TimeBucket] {
    var buckets: [TimeBucket] = []
    var span = 0
    var segment = 0
    var time = builder.start.milliseconds
    while time <= builder.end.milliseconds {
      while builder.spans[span].close <= time { span += 1 }
      while builder.segments[segment].end <= time { segment += 1 }
      buckets.append(TimeBucket(span: Int32(span), segment: Int32(segment)))
      time += 1 << shift
    }
    return buckets
  }

  private static func workBuckets(_ builder: CalendarBuilder, shift: Int64) -> [Int32] {
    var buckets: [Int32] = []
    var span = 0
    var work: Int64 = 0
    while work < builder.totalWork {
      while builder.spans[span + 1].workBefore <= work { span += 1 }
      buckets.append(Int32(span))
      work += 1 << shift
    }
    return buckets
  }
}
