// SPDX-License-Identifier: Apache-2.0

/// A person's word over one field of an extracted observation, with who said so and why.
public struct Correction: Hashable, Sendable {
  /// What is corrected.
  public enum Field: String, Hashable, Sendable, CaseIterable {
    /// The figure; nothing takes it out.
    case value
    /// The metric, by id or name.
    case metric
    /// The facility.
    case facility
    /// The period.
    case period
    /// Whether it is a result or an aim.
    case role
    /// What it is a part of; nothing makes it the whole.
    case part
    /// The changes stated beside it; nothing takes them out.
    case changes
  }

  /// What is corrected.
  public var field: Field
  /// What was extracted, as it is printed.
  public var former: String
  /// What is right, as the person wrote it.
  public var value: String
  /// Why.
  public var reason: String
  /// Who said so.
  public var who: String
  /// When, as written.
  public var when: String
  /// Where the correction stands.
  public var source: Source

  /// Makes a correction.
  public init(
    field: Field, former: String = "", value: String, reason: String, who: String = "", when: String = "",
    source: Source
  ) {
    self.field = field
    self.former = former
    self.value = value
    self.reason = reason
    self.who = who
    self.when = when
    self.source = source
  }

  /// The correction on one line: 26.8% → 26.4%（录入错误，王某，2024-01-08）.
  public func words(in language: Language) -> String {
    let nothing = language.pick("（空）", "(nothing)")
    let remarks = [reason, who, when].filter { !$0.isEmpty }.joined(separator: language.pick("，", ", "))
    let change = "\(former.isEmpty ? nothing : former) → \(value.isEmpty ? nothing : value)"
    let what = field == .value ? change : "\(field.name(in: language)) \(change)"
    return language.pick("\(what)（\(remarks)）", "\(what) (\(remarks))")
  }
}

extension Correction.Field {
  /// The field in a word.
  public func name(in language: Language) -> String {
    switch self {
    case .value: language.pick("数值", "value")
    case .metric: language.pick("指标", "metric")
    case .facility: language.pick("机构", "facility")
    case .period: language.pick("时期", "period")
    case .role: language.pick("性质", "role")
    case .part: language.pick("分项", "part")
    case .changes: language.pick("增减", "stated changes")
    }
  }
}
