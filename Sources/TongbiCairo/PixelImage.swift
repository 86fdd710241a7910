// SPDX-License-Identifier: Apache-2.0

/// Pixels as Cairo keeps them: 32 bits each, 0x00RRGGBB in the order of this machine's bytes.
struct PixelImage {
  let pixels: UnsafeRawBufferPointer
  let width: Int
  let height: Int
  /// The bytes from one row to the next.
  let stride: Int

  /// The pixels of one row.
  func row(_ index: Int) -> UnsafeBufferPointer<UInt32> {
    UnsafeRawBufferPointer(rebasing: pixels[index * stride..<index * stride + width * 4]).bindMemory(to: UInt32.self)
  }
}
