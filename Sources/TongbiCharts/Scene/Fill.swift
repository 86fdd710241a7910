// SPDX-License-Identifier: Apache-2.0

/// How an area is filled.
package enum Fill: Hashable, Sendable {
  /// One colour all over.
  case solid(Color)
  /// Slanted lines on white inside of an outline: a figure that was worked out, or the second polarity in print.
  case hatched(Color)
  /// White inside of an outline.
  case outlined(Color)

  /// The colour that the fill is made with.
  package var color: Color {
    switch self {
    case .solid(let color), .hatched(let color), .outlined(let color): color
    }
  }
}
