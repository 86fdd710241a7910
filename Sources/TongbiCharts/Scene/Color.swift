// SPDX-License-Identifier: Apache-2.0

/// A colour of the screen (sRGB), without transparency so that every backend prints the same.
package struct Color: Hashable, Sendable {
  /// The red, green and blue parts, one byte each, as in HTML: 0x0072B2.
  package let hex: UInt32

  package init(_ hex: UInt32) { self.hex = hex }

  /// The parts as fractions from 0 to 1.
  package var components: (red: Double, green: Double, blue: Double) {
    (Double(hex >> 16 & 255) / 255, Double(hex >> 8 & 255) / 255, Double(hex & 255) / 255)
  }

  /// The form `#0072b2`.
  package var html: String {
    let digits = String(hex, radix: 16)
    return "#" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }

  /// White.
  package static let white = Color(0xFFFFFF)

  /// The contrast with another colour by WCAG 2.1, from 1 to 21.
  package func contrast(with other: Color) -> Double {
    let (first, second) = (luminance, other.luminance)
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  private var luminance: Double {
    func linear(_ part: Double) -> Double {
      // The sRGB curve with exponent 2.4, by Newton's fifth root so that no C library is needed.
      part <= 0.04045 ? part / 12.92 : fifthRoot(of: (part + 0.055) / 1.055).twelfthPower
    }
    let (red, green, blue) = components
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  private func fifthRoot(of number: Double) -> Double {
    (0..<40).reduce(1.0) { root, _ in
      let fourth = root * root * root * root
      return root - (fourth * root - number) / (5 * fourth)
    }
  }
}

extension Double {
  fileprivate var twelfthPower: Double {
    let cube = self * self * self
    return cube * cube * cube * cube
  }
}
