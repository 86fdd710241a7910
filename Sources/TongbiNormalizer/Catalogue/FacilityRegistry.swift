// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// The facilities known by name, from `facilities.csv`; an empty registry resolves nothing.
package struct FacilityRegistry: Sendable {
  /// The facilities, in the order of the file.
  package let facilities: [Facility]
  private var names: [String: Set<Int>] = [:]
  /// Names without the county in front, for what no full name fits.
  private var shortNames: [String: Set<Int>] = [:]

  /// Makes a registry.
  package init(facilities: [Facility] = []) {
    self.facilities = facilities
    for (place, facility) in facilities.enumerated() {
      for name in [facility.name] + facility.otherNames {
        let folded = FoldedName.fold(name)
        guard !folded.isEmpty else { continue }
        names[folded, default: []].insert(place)
        shortNames[Self.withoutCounty(folded), default: []].insert(place)
      }
    }
  }

  /// The facility that a name means: by its name or another name, else by the name without the county in front
  /// (清源县人民医院, 县人民医院, 人民医院) where only one facility fits; `nil` when none or several do. A footnote behind a name
  /// that is not known with it is left out.
  package func resolve(_ name: String) -> Facility? {
    if let facility = known(name) { return facility }
    guard !facilities.isEmpty, let split = FootnoteMark.split(label: name) else { return nil }
    return known(split.text)
  }

  private func known(_ name: String) -> Facility? {
    guard !facilities.isEmpty else { return nil }
    let folded = FoldedName.fold(name)
    guard !folded.isEmpty else { return nil }
    if let places = names[folded] { return only(places) }
    return shortNames[Self.withoutCounty(folded)].flatMap(only)
  }

  private func only(_ places: Set<Int>) -> Facility? {
    places.count == 1 ? places.first.map { facilities[$0] } : nil
  }

  private static func withoutCounty(_ name: String) -> String {
    let scalars = Array(name.unicodeScalars)
    // The county's own name is two to four characters before its 县, 市, 区 or 旗.
    for end in 0..<min(5, scalars.count) where "县市区旗".unicodeScalars.contains(scalars[end]) {
      let rest = scalars[(end + 1)...]
      guard rest.count >= 3 else { break }
      return String(String.UnicodeScalarView(rest))
    }
    return name
  }
}
