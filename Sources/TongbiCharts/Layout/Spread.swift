// SPDX-License-Identifier: Apache-2.0

/// Moves labels apart that stand closer than their height, as little as possible and within bounds.
enum Spread {
  /// The new places of labels, in the order given.
  ///
  /// Groups that touch are joined and placed around the mean of their wishes, which is the least squares answer.
  ///
  /// - Parameters:
  ///   - wishes: Where the middle of each label wants to stand, in points.
  ///   - distance: The least distance between two middles, in points.
  ///   - bounds: Where middles may stand. When they do not all fit, the distance is kept and the bounds are not.
  static func places(_ wishes: [Double], distance: Double, within bounds: ClosedRange<Double>) -> [Double] {
    struct Block {
      var members: [Int]
      var top: Double
    }
    let order = wishes.indices.sorted { (wishes[$0], $0) < (wishes[$1], $1) }
    func top(_ members: [Int]) -> Double {
      let sum = members.enumerated().reduce(0.0) { $0 + wishes[$1.element] - Double($1.offset) * distance }
      let wanted = sum / Double(members.count)
      let lowest = bounds.upperBound - Double(members.count - 1) * distance
      return max(bounds.lowerBound, min(wanted, lowest))
    }
    var blocks: [Block] = []
    for index in order {
      var block = Block(members: [index], top: top([index]))
      while let last = blocks.last, last.top + Double(last.members.count) * distance > block.top + 1e-9 {
        blocks.removeLast()
        let members = last.members + block.members
        block = Block(members: members, top: top(members))
      }
      blocks.append(block)
    }
    var places = wishes
    for block in blocks {
      for (offset, member) in block.members.enumerated() { places[member] = block.top + Double(offset) * distance }
    }
    return places
  }
}
