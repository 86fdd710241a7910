// SPDX-License-Identifier: Apache-2.0

import Glibc
import Testing

@testable import TongbiCairo

/// The chunks of a PNG file.
struct PNGChunks {
  private(set) var types: [String] = []
  private var contents: [String: [UInt8]] = [:]

  init(_ file: [UInt8]) {
    var at = 8
    while at + 12 <= file.count {
      let length = Int(Self.number(file, at))
      let type = String(decoding: file[at + 4..<at + 8], as: UTF8.self)
      types.append(type)
      contents[type] = Array(file[at + 8..<at + 8 + length])
      at += 12 + length
    }
  }

  func number(in type: String, at offset: Int) -> UInt32 {
    Self.number(contents[type] ?? [0, 0, 0, 0, 0, 0, 0, 0], offset)
  }

  subscript(type: String) -> [UInt8] { contents[type] ?? [] }

  private static func number(_ bytes: [UInt8], _ at: Int) -> UInt32 {
    bytes[at..<at + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }
}

@Suite("PNG writer")
struct PNGWriterTests {
  @Test("every pixel comes back, with a palette and without", arguments: [3, 200, 5000])
  func roundTrip(colors: Int) throws {
    let (width, height) = (80, 70)
    var pixels = [UInt32](repeating: 0, count: (width + 3) * height)
    for index in pixels.indices { pixels[index] = 0xFF00_0000 | UInt32(index % colors * 3571) & 0xFFFFFF }
    let file = try pixels.withUnsafeBytes { bytes in
      try PNGWriter.bytes(
        PixelImage(pixels: bytes, width: width, height: height, stride: (width + 3) * 4), pixelsPerMetre: 4724)
    }
    let chunks = PNGChunks(file)
    #expect(chunks.types.contains("PLTE") == (colors <= 256))
    let bytesPerPixel = colors <= 256 ? 1 : 3
    let rows = inflated(chunks["IDAT"], count: (width * bytesPerPixel + 1) * height)
    var above = [UInt8](repeating: 0, count: width * bytesPerPixel)
    for y in 0..<height {
      let start = y * (width * bytesPerPixel + 1)
      let filter = rows[start]
      var row = Array(rows[(start + 1)..<(start + 1 + width * bytesPerPixel)])
      if filter == 2 { for index in row.indices { row[index] &+= above[index] } }
      for x in 0..<width {
        let expected = pixels[y * (width + 3) + x] & 0xFFFFFF
        let from = bytesPerPixel == 1 ? Int(row[x]) * 3 : x * 3
        let source = bytesPerPixel == 1 ? chunks["PLTE"] : row
        let found = UInt32(source[from]) << 16 | UInt32(source[from + 1]) << 8 | UInt32(source[from + 2])
        #expect(found == expected)
      }
      above = row
    }
  }

  /// Unpacks what was packed, with functions that Tongbi itself has no use for.
  private func inflated(_ packed: [UInt8], count: Int) -> [UInt8] {
    typealias Decompress =
      @convention(c) (
        OpaquePointer?, UnsafeRawPointer?, Int, UnsafeMutableRawPointer?, Int, UnsafeMutablePointer<Int>?
      ) -> Int32
    let library = dlopen("libdeflate.so.0", RTLD_LAZY)
    let make = unsafeBitCast(
      dlsym(library, "libdeflate_alloc_decompressor"), to: (@convention(c) () -> OpaquePointer?).self)
    let free = unsafeBitCast(
      dlsym(library, "libdeflate_free_decompressor"), to: (@convention(c) (OpaquePointer?) -> Void).self)
    let decompress = unsafeBitCast(dlsym(library, "libdeflate_zlib_decompress"), to: Decompress.self)
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      let decompressor = make()
      defer { free(decompressor) }
      var actual = 0
      _ = decompress(decompressor, packed, packed.count, buffer.baseAddress, count, &actual)
      initialized = actual
    }
  }
}
