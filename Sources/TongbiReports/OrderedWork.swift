// SPDX-License-Identifier: Apache-2.0

import Dispatch
import FoundationEssentials
import Synchronization
import Tongbi

/// Work on numbered blocks by several threads, whose results are taken in order on the calling one.
///
/// While the next result is not there, the calling thread works on a block itself, so that nothing waits for a helper
/// that the system has not started. Results wait for their turn in small numbers only. A class because threads share it.
package final class OrderedWork<Output: Sendable>: Sendable {
  private struct State {
    /// The first block that nobody works on.
    var next = 0
    /// Blocks before this one may be begun.
    var limit: Int
    var results: [Int: Output] = [:]
    /// How many helpers work.
    var working = 0
    /// How many helpers wait until the limit moves on.
    var idle = 0
    /// Whether the calling thread waits for a helper.
    var isAwaited = false
    var isStopped = false
  }

  private enum Turn {
    case take(Output)
    case work(on: Int)
    case wait
  }

  private let count: Int
  private let lookahead: Int
  private let state: Mutex<State>
  private let progress = DispatchSemaphore(value: 0)
  private let room = DispatchSemaphore(value: 0)

  private init(count: Int, lookahead: Int) {
    self.count = count
    self.lookahead = lookahead
    state = Mutex(State(limit: lookahead))
  }

  /// Works on blocks 0 to `count` − 1.
  ///
  /// - Parameters:
  ///   - threads: How many threads work, the calling one included.
  ///   - helper: Makes, on a thread other than the calling one, what works there; the number, from 1, tells which.
  ///   - own: Works on a block on the calling thread.
  ///   - take: Takes a result, whose parts may be moved out of it, and returns whether more are wanted.
  package static func run<Failure: Error>(
    count: Int, threads: Int, helper: @escaping @Sendable (Int) -> (Int) -> Output, own: (Int) -> Output,
    take: (Int, inout Output) throws(Failure) -> Bool
  ) throws(Failure) {
    let threads = max(1, min(threads, count))
    let shared = OrderedWork(count: count, lookahead: threads + 2)
    defer { shared.stop() }
    for number in 1..<threads {
      onOwnThread { shared.help(number, helper) }
    }
    var block = 0
    while block < count {
      switch shared.turn(of: block) {
      case .wait: shared.progress.wait()
      case .work(let other): shared.keep(own(other), of: other)
      case .take(var output):
        shared.moveOn(past: block)
        guard try take(block, &output) else { return }
        block += 1
      }
    }
  }

  private func turn(of block: Int) -> Turn {
    state.withLock { state in
      if let output = state.results.removeValue(forKey: block) { return .take(output) }
      if state.next < min(count, state.limit) {
        state.next += 1
        return .work(on: state.next - 1)
      }
      state.isAwaited = true
      return .wait
    }
  }

  private func keep(_ output: Output, of block: Int) {
    state.withLock { $0.results[block] = output }
  }

  private func moveOn(past block: Int) {
    let wakes = state.withLock { state in
      state.limit = block + 1 + lookahead
      guard state.idle > 0 else { return false }
      state.idle -= 1
      return true
    }
    if wakes { room.signal() }
  }

  /// Lets no more block be begun, and waits for those that were.
  private func stop() {
    let (idle, isWorking) = state.withLock { state in
      state.isStopped = true
      state.isAwaited = state.working > 0
      defer { state.idle = 0 }
      return (state.idle, state.isAwaited)
    }
    for _ in 0..<idle { room.signal() }
    guard isWorking else { return }
    repeat { progress.wait() } while state.withLock { $0.working > 0 }
  }
}

extension OrderedWork {
  /// What a helper does all its life.
  private func help(_ number: Int, _ helper: (Int) -> (Int) -> Output) {
    var next = claim()
    guard next != nil else { return }
    // Held as it is: through an optional, it would be wrapped once more for each block.
    let worker = helper(number)
    while let block = next {
      let output = worker(block)
      let wakes = state.withLock { state in
        state.results[block] = output
        state.working -= 1
        defer { state.isAwaited = state.isStopped && state.working > 0 }
        return state.isAwaited
      }
      if wakes { progress.signal() }
      next = claim()
    }
  }

  /// The next block for a helper, once there is room for its result; `nil` where nothing is left.
  private func claim() -> Int? {
    while true {
      let (block, waits) = state.withLock { state -> (Int?, Bool) in
        if state.isStopped || state.next >= count { return (nil, false) }
        guard state.next < state.limit else {
          state.idle += 1
          return (nil, true)
        }
        state.next += 1
        state.working += 1
        return (state.next - 1, false)
      }
      guard waits else { return block }
      room.wait()
    }
  }
}

/// What the machine has; asked once, as the answer takes reading several files of the system.
package enum Processors {
  /// For how many threads there are processors; more than some would only wait for the calling one.
  package static let count = min(16, ProcessInfo.processInfo.activeProcessorCount)
}
