// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// A form of files in which observations stand one after another, written straight to bytes: a report has thousands of them.
protocol ObservationForm {
  /// Writes the observation at a place, field by field: a copy of it counts a dozen references.
  mutating func write(_ all: Span<Observation>, _ place: Int, to bytes: inout TextBytes)
}

extension ObservationForm {
  /// Writes observations, each on a line, and hands on the bytes as they come.
  mutating func write(_ observations: [Observation], to body: ([UInt8]) throws -> Void) rethrows {
    // About how many bytes are handed on at once.
    let stretch = 1 << 16
    var bytes = TextBytes(capacity: stretch + stretch / 4)
    let all = observations.span
    for place in all.indices {
      write(all, place, to: &bytes)
      if bytes.count >= stretch { try body(bytes.take()) }
    }
    if bytes.count > 0 { try body(bytes.take()) }
  }
}
