// SPDX-License-Identifier: Apache-2.0

/// Numbers for the names of facilities, so that a name that many figures share is compared rather than hashed.
struct FacilityNumbers {
  private var numbers: [String: Int] = [:]
  private var last: (name: String, number: Int)?

  /// The number of a name; 0 for none.
  mutating func number(of name: String?) -> Int {
    guard let name else { return 0 }
    if let last, last.name == name { return last.number }
    let number = numbers[name] ?? numbers.count + 1
    numbers[name] = number
    last = (name, number)
    return number
  }
}
