// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Tongbi
import TongbiReports

/// Puts figures into a cube in the order in which they come, the first at once and, where there are processors for it, all
/// others while the calling thread reads on. Two processors have enough to do with reading: another thread would only take
/// turns with those two.
///
/// A class because two threads share it: from the first figures that go into it on, the cube is touched only in ``queue``.
final class CubeFeed: @unchecked Sendable {
  /// How many chunks may wait for their turn, so that memory stays small.
  private static let mostWaiting = 2
  /// How many rows are put in at once, and those of chunks of how many: fewer are in before another thread has begun, and
  /// longer chunks are those of long tables.
  private static let firstRows = 1 << 14
  private static let shortChunk = 1 << 12

  private var cube: Cube
  private let queue = DispatchQueue(label: "cube")
  private let room = DispatchSemaphore(value: CubeFeed.mostWaiting)
  /// How many rows came so far.
  private var rows = 0
  /// Whether figures went into ``queue``, behind which all others have to wait.
  private var isQueued = false
  private let processors: Int?

  /// A feed into an empty cube.
  ///
  /// - Parameter processors: How many there are; nil has them counted for the first long table.
  init(policy: DuplicatePolicy, processors: Int? = nil) {
    cube = Cube(policy: policy)
    self.processors = processors
  }

  /// Adds the observations of a stretch of a table.
  func add(_ chunk: ObservationChunk) {
    guard goesToQueue(chunk.count) else { return cube.add(chunk) }
    room.wait()
    queue.async { [self] in
      cube.add(chunk)
      room.signal()
    }
  }

  /// Adds single observations.
  func add(_ observations: [Observation]) {
    guard goesToQueue(observations.count) else { return observations.forEach { cube.add($0) } }
    queue.async { [self] in
      for observation in observations { cube.add(observation) }
    }
  }

  /// Whether the next figures, so many, go into ``queue``.
  private func goesToQueue(_ count: Int) -> Bool {
    rows += count
    let isLong = rows > Self.firstRows || count > Self.shortChunk
    isQueued = isQueued || isLong && (processors ?? Processors.count) > 2
    return isQueued
  }

  /// The cube with all that was added; the feed is empty then.
  func finish() -> Cube {
    queue.sync {
      var taken = Cube(policy: cube.policy)
      swap(&taken, &cube)
      return taken
    }
  }
}
