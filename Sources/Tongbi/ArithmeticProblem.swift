// SPDX-License-Identifier: Apache-2.0

/// What can go wrong between numbers and between periods.
public enum ArithmeticProblem: Problem, Hashable {
  /// A result has more digits than an exact decimal holds.
  case overflow(operation: String)
  /// A division by zero.
  case divisionByZero(dividend: String)
  /// A text that is not a plain decimal number.
  case notANumber(String)
  /// A text that is not a period.
  case notAPeriod(String)
  /// Two figures in different units.
  case unitMismatch(base: String, current: String)

  /// The stable name of the case.
  public var code: String {
    switch self {
    case .overflow: "overflow"
    case .divisionByZero: "division-by-zero"
    case .notANumber: "not-a-number"
    case .notAPeriod: "not-a-period"
    case .unitMismatch: "unit-mismatch"
    }
  }

  /// What was found and what to do.
  public func message(in language: Language) -> String {
    switch self {
    case .overflow(let operation):
      language.pick(
        "\(operation) 的结果超过18位有效数字。请检查是否有多余的数字。",
        "the result of \(operation) has more than 18 digits. Check for figures with too many digits.")
    case .divisionByZero(let dividend):
      language.pick("\(dividend) 不能除以0。", "\(dividend) cannot be divided by zero.")
    case .notANumber(let text):
      language.pick(
        "“\(text)”不是数字。请写成数字，例如 1204 或 12.5。",
        "“\(text)” is not a number. Use digits, for example 1204 or 12.5.")
    case .notAPeriod(let text):
      language.pick(
        "“\(text)”不是时期。可写 2023、2023-S1、2023-Q1、2023-06、2023-01/2023-09 或 2023-12-31。",
        "“\(text)” is not a period. Write 2023, 2023-S1, 2023-Q1, 2023-06, 2023-01/2023-09 or 2023-12-31.")
    case .unitMismatch(let base, let current):
      language.pick(
        "基期单位为\(base)，本期单位为\(current)。请先统一单位。",
        "the base is in \(base) and the current value in \(current). Convert one of them first.")
    }
  }
}
