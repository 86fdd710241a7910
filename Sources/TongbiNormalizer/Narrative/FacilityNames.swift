// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// What the names in a report mean, each looked up once however many figures stand under it.
final class FacilityNames {
  /// The facilities known by name.
  let registry: FacilityRegistry
  private var known: [String: String?] = [:]
  private var last: (name: String, meaning: String?)?

  init(_ registry: FacilityRegistry) { self.registry = registry }

  /// The meaning of a name, worked out where it is not known yet.
  func meaning(of name: String, else find: () -> String?) -> String? {
    if let last, last.name == name { return last.meaning }
    let meaning = known[name] ?? find()
    known[name] = .some(meaning)
    last = (name, meaning)
    return meaning
  }
}
