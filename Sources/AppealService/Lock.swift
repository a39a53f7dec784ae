import Glibc

/// A mutex with conditions, on which threads of the system wait. (The one of Synchronization has
/// no conditions.)
struct Lock: ~Copyable, @unchecked Sendable {
  fileprivate let mutex: UnsafeMutablePointer<pthread_mutex_t>

  init() {
    mutex = .allocate(capacity: 1)
    let status = pthread_mutex_init(mutex, nil)
    precondition(status == 0, "the system gives no mutex")
  }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  @inline(__always)
  func lock() { pthread_mutex_lock(mutex) }

  @inline(__always)
  func unlock() { pthread_mutex_unlock(mutex) }
}

/// Something to wait for while a lock is held. Waits by the monotonic clock.
struct Condition: ~Copyable, @unchecked Sendable {
  private let condition: UnsafeMutablePointer<pthread_cond_t>

  init() {
    condition = .allocate(capacity: 1)
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    let status = pthread_cond_init(condition, &attributes)
    pthread_condattr_destroy(&attributes)
    precondition(status == 0, "the system gives no condition")
  }

  deinit {
    pthread_cond_destroy(condition)
    condition.deallocate()
  }

  /// Gives the lock back while waiting. May return for no reason, so ask again.
  func wait(_ lock: borrowing Lock) { pthread_cond_wait(condition, lock.mutex) }

  /// As `wait`, until `deadline` at most.
  func wait(_ lock: borrowing Lock, until deadline: MonotonicTime) {
    guard deadline != .distantFuture else { return wait(lock) }
    let nanoseconds = max(0, deadline.nanoseconds)
    var time = timespec(
      tv_sec: Int(nanoseconds / 1_000_000_000), tv_nsec: Int(nanoseconds % 1_000_000_000))
    pthread_cond_timedwait(condition, lock.mutex, &time)
  }

  @inline(__always)
  func signal() { pthread_cond_signal(condition) }

  func broadcast() { pthread_cond_broadcast(condition) }
}
