// SPDX-License-Identifier: Apache-2.0

/// Finds the colours of a picture and names them by number.
///
/// A chart has a dozen colours that fill something and a thousand that only smooth the edges of letters. The former stay
/// as they are; where all are too many, the latter are rounded to 32 or 16 steps of red, green and blue.
struct Palette {
  /// The rows with one byte a pixel, each behind the byte of filter 0.
  let rows: [UInt8]
  /// The colours by number.
  let colors: [UInt32]

  /// The picture with at most 256 colours; `nil` when even the rounded colours are more.
  init?(_ image: PixelImage) {
    var census = Census()
    guard census.count(image) else { return nil }
    // One pixel in four thousand is more than the edges of letters share.
    let many = image.width * image.height / 4000
    for mask in [0xFF_FFFF, 0xF8_F8F8, 0xF0_F0F0] as [UInt32] {
      if let colors = census.number(mask: mask, exactFrom: many) {
        self.colors = colors
        rows = census.rows(of: image)
        return
      }
    }
    return nil
  }

  /// Counts colours in an open hash table: how often each occurs, and later its number.
  private struct Census {
    private static let bits: UInt32 = 14
    private static let mark: UInt32 = 0x100_0000
    /// The colour with a mark that the place is taken; 0 is free.
    private var keys = [UInt32](repeating: 0, count: 1 << bits)
    private var counts = [Int32](repeating: 0, count: 1 << bits)
    private var numbers = [UInt8](repeating: 0, count: 1 << bits)
    /// The places taken, in the order in which the colours come first.
    private var taken: [Int] = []

    /// Counts all pixels; `false` when there are more colours than half of the table holds.
    mutating func count(_ image: PixelImage) -> Bool {
      for y in 0..<image.height {
        let row = image.row(y)
        var x = 0
        while x < image.width {
          let color = row[x] & 0xFF_FFFF
          let start = x
          while x < image.width, row[x] & 0xFF_FFFF == color { x += 1 }
          let place = place(of: color)
          if keys[place] == 0 {
            guard taken.count < keys.count / 2 else { return false }
            keys[place] = color | Self.mark
            taken.append(place)
          }
          counts[place] += Int32(x - start)
        }
      }
      return true
    }

    /// Numbers the colours, those that occur seldom after rounding; `nil` when more than 256 are left.
    mutating func number(mask: UInt32, exactFrom many: Int) -> [UInt32]? {
      var colors: [UInt32] = []
      var known: [UInt32: UInt8] = [:]
      for place in taken {
        let color = keys[place] & 0xFF_FFFF
        let rounded = counts[place] >= many ? color : Self.rounded(color, mask)
        if let number = known[rounded] {
          numbers[place] = number
        } else {
          guard colors.count < 256 else { return nil }
          numbers[place] = UInt8(colors.count)
          known[rounded] = UInt8(colors.count)
          colors.append(rounded)
        }
      }
      return colors
    }

    func rows(of image: PixelImage) -> [UInt8] {
      let length = image.width + 1
      return [UInt8](unsafeUninitializedCapacity: length * image.height) { buffer, count in
        for y in 0..<image.height {
          let row = image.row(y)
          let start = y * length
          buffer[start] = 0
          var last: UInt32 = .max
          var number: UInt8 = 0
          for x in 0..<image.width {
            let color = row[x] & 0xFF_FFFF
            if color != last {
              last = color
              number = numbers[place(of: color)]
            }
            buffer[start + 1 + x] = number
          }
        }
        count = length * image.height
      }
    }

    private func place(of color: UInt32) -> Int {
      var place = Int((color &* 2_654_435_761) >> (32 - Self.bits))
      while keys[place] != 0, keys[place] != color | Self.mark { place = (place + 1) & (keys.count - 1) }
      return place
    }

    /// A colour with only the highest bits of each part kept, spread so that white stays white.
    private static func rounded(_ color: UInt32, _ mask: UInt32) -> UInt32 {
      let kept = color & mask
      return mask == 0xFF_FFFF ? color : kept | (kept >> (mask == 0xF8_F8F8 ? 5 : 4)) & ~mask & 0xFF_FFFF
    }
  }
}
