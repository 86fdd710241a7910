// SPDX-License-Identifier: Apache-2.0

/// A reporting unit (医疗机构).
public struct Facility: Hashable, Sendable {
  /// The name used in every output.
  public var name: String
  /// Other spellings of the name that reports use.
  public var otherNames: [String]
  /// What it is, such as 综合医院 or 乡镇卫生院; `nil` where unknown.
  public var type: String?
  /// The group it is compared within; `nil` where unknown.
  public var group: String?

  /// Makes a facility.
  public init(name: String, otherNames: [String] = [], type: String? = nil, group: String? = nil) {
    self.name = name
    self.otherNames = otherNames
    self.type = type
    self.group = group
  }
}
