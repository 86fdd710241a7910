// SPDX-License-Identifier: Apache-2.0

import CThread
import Dispatch
import Glibc
import Synchronization

/// The results of independent pieces of work, in order, made on all cores.
///
/// - Parameters:
///   - count: How many pieces there are.
///   - work: Makes the piece of an index; called once for each, in any order.
package func inParallel<Result: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Result) -> [Result] {
  guard count > 1 else { return (0..<count).map(work) }
  let results = Mutex([Result?](repeating: nil, count: count))
  DispatchQueue.concurrentPerform(iterations: count) { index in
    let result = work(index)
    results.withLock { $0[index] = result }
  }
  return results.withLock { $0.compactMap(\.self) }
}

/// Has work done on a thread of its own while the calling one goes on; where the system has no thread to give, not at all.
///
/// To wake the first thread of a dispatch queue takes several times as long, a good part of the time of a small table.
/// The thread begins on another processor than the calling one: some systems let a new thread wait behind the one that
/// made it, for milliseconds, while another processor has nothing to do.
package func onOwnThread(_ work: @escaping @Sendable () -> Void) {
  var attributes = pthread_attr_t()
  guard pthread_attr_init(&attributes) == 0 else { return }
  defer { pthread_attr_destroy(&attributes) }
  pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
  let isElsewhere = cthread_begin_elsewhere(&attributes) != 0
  let work = Unmanaged.passRetained(
    ThreadWork {
      if isElsewhere { cthread_run_anywhere() }; work()
    })
  var thread = pthread_t()
  let failure = pthread_create(
    &thread, &attributes,
    { work in
      if let work { unsafe Unmanaged<ThreadWork>.fromOpaque(work).takeRetainedValue().work() }
      return nil
    }, work.toOpaque())
  if failure != 0 { work.release() }
}

/// What a thread is to do, as C can hand it over.
private final class ThreadWork: Sendable {
  let work: @Sendable () -> Void

  init(_ work: @escaping @Sendable () -> Void) { self.work = work }
}
