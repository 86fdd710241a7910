// SPDX-License-Identifier: Apache-2.0

/// Finds the colours of a picture and names them by number.
enum Palette {
  /// The rows with one byte a pixel, each behind the byte of filter 0, and the colours by number; `nil` when there are
  /// more than 256.
  static func indexed(_ image: PixelImage) -> (rows: [UInt8], colors: [UInt32])? {
    var colors: [UInt32] = []
    // An open hash table of 4096 places: colour with a mark that the place is taken, and its number.
    var keys = [UInt32](repeating: 0, count: 4096)
    var numbers = [UInt8](repeating: 0, count: 4096)
    let length = image.width + 1
    var isFull = false
    let rows = [UInt8](unsafeUninitializedCapacity: length * image.height) { buffer, count in
      var last: UInt32 = 0
      var lastNumber: UInt8 = 0
      for y in 0..<image.height where !isFull {
        let row = image.row(y)
        let start = y * length
        buffer[start] = 0
        for x in 0..<image.width {
          let key = row[x] & 0xFFFFFF | 0x1_000000
          if key != last {
            var place = Int((key &* 2_654_435_761) >> 20)
            while keys[place] != key, keys[place] != 0 { place = (place + 1) & 4095 }
            if keys[place] == 0 {
              guard colors.count < 256 else {
                isFull = true
                break
              }
              keys[place] = key
              numbers[place] = UInt8(colors.count)
              colors.append(key & 0xFFFFFF)
            }
            last = key
            lastNumber = numbers[place]
          }
          buffer[start + 1 + x] = lastNumber
        }
      }
      count = isFull ? 0 : length * image.height
    }
    return isFull ? nil : (rows, colors)
  }
}
