import Glibc

/// A thread of the system that runs `body` once. The cooperative pool has only as many threads as
/// cores and must never wait for a disk.
func startThread(_ body: @escaping @Sendable () -> Void) throws(ServiceError) {
  let box = Unmanaged.passRetained(ThreadBody(body))
  var thread = pthread_t()
  let status = pthread_create(
    &thread, nil,
    { context in
      guard let context else { return nil }
      Unmanaged<ThreadBody>.fromOpaque(context).takeRetainedValue().run()
      return nil
    }, box.toOpaque())
  guard status == 0 else {
    box.release()
    throw .noThread(status)
  }
  pthread_detach(thread)
}

private final class ThreadBody {
  let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}
