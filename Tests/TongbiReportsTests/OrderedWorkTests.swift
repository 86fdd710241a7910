// SPDX-License-Identifier: Apache-2.0

import Testing
import Tongbi

@testable import TongbiReports

@Suite("Work on blocks by several threads")
struct OrderedWorkTests {
  @Test("results come in the order of the blocks, whoever made them")
  func order() throws {
    var taken: [Int] = []
    try OrderedWork.run(
      count: 20_000, threads: 3,
      helper: { _ in { $0 } }, own: { $0 },
      take: { (_, output) throws(TongbiError) in
        taken.append(output)
        return true
      })
    #expect(taken == Array(0..<20_000))
  }

  @Test("work ends where no more is wanted")
  func ends() throws {
    var taken = 0
    try OrderedWork.run(
      count: 1_000, threads: 2, helper: { _ in { $0 } }, own: { $0 },
      take: { (block, _) throws(TongbiError) in
        taken += 1
        return block < 9
      })
    #expect(taken == 10)
  }
}
