// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials

/// Names that a mistyped path may have meant.
enum SimilarNames {
  /// Up to three names in the folder of a path that look like its last part, the nearest first.
  static func find(_ path: String) -> [String] {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let wanted = parts.last.map(String.init), !wanted.isEmpty, wanted.count <= 255 else { return [] }
    let folder = parts.dropLast().joined(separator: "/")
    let place = parts.count == 1 ? "." : folder.isEmpty ? "/" : folder
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: place) else { return [] }
    let limit = max(2, wanted.count / 4)
    let near = names.prefix(5_000).compactMap { name -> (distance: Int, name: String)? in
      let distance = distance(fold(wanted), fold(name))
      return distance <= limit || stem(name) == stem(wanted) ? (distance, name) : nil
    }
    let sorted = near.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
    return sorted.prefix(3).map { parts.count == 1 ? $0.name : "\(folder)/\($0.name)" }
  }

  private static func fold(_ name: String) -> [Character] { Array(name.lowercased()) }

  private static func stem(_ name: String) -> String {
    let lower = name.lowercased()
    return lower.lastIndex(of: ".").map { String(lower[..<$0]) } ?? lower
  }

  /// How many characters must be put in, taken out or replaced to turn one into the other.
  private static func distance(_ first: [Character], _ second: [Character]) -> Int {
    var row = Array(0...second.count)
    for (index, character) in first.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (other, candidate) in second.enumerated() {
        let replaced = diagonal + (character == candidate ? 0 : 1)
        diagonal = row[other + 1]
        row[other + 1] = min(replaced, row[other] + 1, diagonal + 1)
      }
    }
    return row[second.count]
  }
}
