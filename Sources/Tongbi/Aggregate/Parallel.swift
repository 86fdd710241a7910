// SPDX-License-Identifier: Apache-2.0

import Dispatch
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
