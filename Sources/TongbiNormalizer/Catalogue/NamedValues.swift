// SPDX-License-Identifier: Apache-2.0

/// Values, each with the names that stand for it.
struct NamedValues<Value: Sendable>: Sendable {
  /// By its names, the place of each in `values`.
  private var names: NameIndex
  private var values: [Value] = []

  /// No values, with room for so many names.
  init(roomFor count: Int) { names = NameIndex(roomFor: count) }

  /// Has some names, which have blanks between them, stand for a value.
  mutating func add(_ value: Value, _ written: String) {
    names.put(each: written, values.count)
    values.append(value)
  }

  /// What a folded name stands for; `nil` where it stands for nothing.
  subscript(folded: String) -> Value? { names[folded].map { values[$0] } }
}
