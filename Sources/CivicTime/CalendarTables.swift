// The flat tables behind `WorkingClock`. All times are milliseconds UTC since 1970, all work is
// milliseconds of working time since the horizon's start.

/// A maximal stretch of working time.
@usableFromInline
struct WorkSpan: BitwiseCopyable {
  @usableFromInline var open: Int64
  @usableFromInline var close: Int64
  /// Working time before `open`.
  @usableFromInline var workBefore: Int64
}

/// A stretch of time in which the zone's offset stays the same.
@usableFromInline
struct OffsetSegment: BitwiseCopyable {
  @usableFromInline var start: Int64
  @usableFromInline var end: Int64
  /// Milliseconds the wall clock is ahead of UTC.
  @usableFromInline var offset: Int64
}

/// Where to begin looking for an instant: the first span that closes, and the first segment that
/// ends, after the bucket's start.
@usableFromInline
struct TimeBucket: BitwiseCopyable {
  @usableFromInline var span: Int32
  @usableFromInline var segment: Int32
}

/// One local day. A day without working time has `open == close`.
@usableFromInline
struct DayEntry: BitwiseCopyable {
  @usableFromInline var open: Int64
  @usableFromInline var close: Int64
  /// Working days of the horizon before this one.
  @usableFromInline var workingDaysBefore: Int32
}

@usableFromInline
struct CalendarTables: BitwiseCopyable {
  /// The horizon.
  @usableFromInline var start: Int64
  @usableFromInline var end: Int64
  @usableFromInline var totalWork: Int64
  /// Log2 of the width of a bucket of time and of work.
  @usableFromInline var timeShift: Int64
  @usableFromInline var workShift: Int64
  /// Spans in order of time, then a sentinel that opens and closes at `Int64.max`.
  @usableFromInline var spans: UnsafePointer<WorkSpan>
  @usableFromInline var timeBuckets: UnsafePointer<TimeBucket>
  /// For each bucket of work, the span in which it begins.
  @usableFromInline var workBuckets: UnsafePointer<Int32>
  /// Segments in order of time; the last ends at `Int64.max`.
  @usableFromInline var segments: UnsafePointer<OffsetSegment>
  /// One entry a local day, with one more before the first and after the last.
  @usableFromInline var days: UnsafePointer<DayEntry>
  /// The day number before the first, that of `days[0]`.
  @usableFromInline var dayOrigin: Int64
  /// Indices into `days` of the working days, in order.
  @usableFromInline var workingDays: UnsafePointer<Int32>
  @usableFromInline var workingDayCount: Int64
}
