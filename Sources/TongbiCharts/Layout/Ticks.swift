// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Round numbers along an axis: steps of 1, 2 or 5 times a power of ten.
struct Ticks {
  /// The numbers, in order, exact so that they print as they are.
  let values: [ExactDecimal]

  /// About `count` numbers that enclose the values from `low` to `high`.
  init(from low: Double, to high: Double, about count: Int) {
    let spread = max(high - low, max(abs(high), abs(low)) * 2e-5, 1e-9)
    let rough = spread / Double(max(1, count))
    var exponent = -12
    while exponent < 17, Self.power(exponent + 1) <= rough { exponent += 1 }
    let fraction = rough / Self.power(exponent)
    let step: Int64 = fraction <= 1.01 ? 1 : fraction <= 2.01 ? 2 : fraction <= 5.01 ? 5 : 10
    let unit = Double(step) * Self.power(exponent)
    let first = (low / unit + 1e-9).rounded(.down)
    let last = (high / unit - 1e-9).rounded(.up)
    guard abs(first) < 1e6, abs(last) < 1e6, last >= first else {
      values = []
      return
    }
    values = (Int64(first)...Int64(last)).map { index in
      let number = ExactDecimal(significand: index * step, places: max(0, -exponent))
      return (try? number.scaled(byPowerOfTen: max(0, exponent))) ?? number
    }
  }

  private static func power(_ exponent: Int) -> Double {
    let size = (0..<abs(exponent)).reduce(1.0) { power, _ in power * 10 }
    return exponent < 0 ? 1 / size : size
  }
}
