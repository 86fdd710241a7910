// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Changes of one figure against several bases.
extension SentenceReader {
  /// 环比、同比分别增长2.1%和7.8%: each change of the last figure has the base at its place.
  func assignToBases(_ values: [Int], _ at: Int, _ verb: (place: Int, direction: Int)) -> Bool {
    let bases = (clause..<at).compactMap { place -> ComparisonBase? in
      guard case .base(let base) = lexemes[place].kind else { return nil }
      return base
    }
    guard bases.count > 1, bases.count == values.count,
      let target = drafts.indices.last(where: { drafts[$0].takesChanges })
    else { return false }
    for (base, value) in zip(bases, values) {
      self.base = base
      give(target, value, self.verb(of: value) ?? verb)
    }
    return true
  }
}
