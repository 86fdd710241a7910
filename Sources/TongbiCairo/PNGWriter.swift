// SPDX-License-Identifier: Apache-2.0

import CDeflate
import Tongbi
import TongbiCharts

/// Writes PNG: with a palette of 256 colours, which is enough for nearly every chart, else as red, green and blue.
enum PNGWriter {
  /// The picture as a file.
  static func bytes(_ image: PixelImage, pixelsPerMetre: Double) throws(TongbiError) -> [UInt8] {
    try DrawingLibrary.openDeflate()
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    let indexed = Palette(image)
    let rows = indexed?.rows ?? trueColor(image)
    var header = bigEndian(UInt32(image.width)) + bigEndian(UInt32(image.height))
    header += [8, indexed == nil ? 2 : 3, 0, 0, 0]
    append("IHDR", header, to: &file)
    let density = bigEndian(UInt32(clamping: Int64(pixelsPerMetre)))
    append("pHYs", density + density + [1], to: &file)
    if let indexed {
      append(
        "PLTE", indexed.colors.flatMap { [UInt8($0 >> 16 & 255), UInt8($0 >> 8 & 255), UInt8($0 & 255)] }, to: &file)
    }
    append("IDAT", try compressed(rows), to: &file)
    append("IEND", [], to: &file)
    return file
  }

  /// Each row as the difference to the row above (filter 2), three bytes a pixel.
  private static func trueColor(_ image: PixelImage) -> [UInt8] {
    let length = image.width * 3 + 1
    return [UInt8](unsafeUninitializedCapacity: length * image.height) { buffer, count in
      for y in 0..<image.height {
        let row = image.row(y)
        let above = y > 0 ? image.row(y - 1) : nil
        var at = y * length
        buffer[at] = 2
        at += 1
        for x in 0..<image.width {
          let (pixel, over) = (row[x], above?[x] ?? 0)
          for shift in [UInt32(16), 8, 0] {
            buffer[at] = UInt8(truncatingIfNeeded: pixel >> shift) &- UInt8(truncatingIfNeeded: over >> shift)
            at += 1
          }
        }
      }
      count = length * image.height
    }
  }

  private static func compressed(_ bytes: [UInt8]) throws(TongbiError) -> [UInt8] {
    guard let compressor = libdeflate_alloc_compressor(1) else {
      throw TongbiError(ChartProblem.drawing(message: "libdeflate"))
    }
    defer { libdeflate_free_compressor(compressor) }
    let bound = libdeflate_zlib_compress_bound(compressor, bytes.count)
    let packed = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      count = libdeflate_zlib_compress(compressor, bytes, bytes.count, buffer.baseAddress, bound)
    }
    guard !packed.isEmpty else { throw TongbiError(ChartProblem.drawing(message: "libdeflate")) }
    return packed
  }

  private static func append(_ type: String, _ content: [UInt8], to file: inout [UInt8]) {
    file += bigEndian(UInt32(content.count))
    let checked = Array(type.utf8) + content
    file += checked
    file += bigEndian(libdeflate_crc32(0, checked, checked.count))
  }

  private static func bigEndian(_ number: UInt32) -> [UInt8] {
    [UInt8(number >> 24), UInt8(number >> 16 & 255), UInt8(number >> 8 & 255), UInt8(number & 255)]
  }
}
