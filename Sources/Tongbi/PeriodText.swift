// SPDX-License-Identifier: Apache-2.0

extension Period: CustomStringConvertible {
  /// The form that every output uses: `2023`, `2023-S1`, `2023-Q1`, `2023-06`, `2023-01/2023-09`, `2023-11-30`,
  /// `../2023-06-04`, `2023-01-01/2023-07-20`.
  public var description: String {
    switch self {
    case .year(let year): Self.fourDigits(year)
    case .half(let year, let half): "\(Self.fourDigits(year))-S\(half)"
    case .quarter(let year, let quarter): "\(Self.fourDigits(year))-Q\(quarter)"
    case .month(let month): month.description
    case .months(let first, let last): "\(first)/\(last)"
    case .instant(let day): day.description
    case .upTo(let day): "../\(day)"
    case .days(let first, let last): "\(first)/\(last)"
    }
  }

  private static func fourDigits(_ year: Int) -> String {
    let digits = String(year)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// Reads one of the forms of ``description``; `2023-H1` and `2023Q1`, `2023S1`, `202306` are read too.
  ///
  /// - Throws: ``TongbiError`` for any other text.
  public init(parsing text: some StringProtocol) throws(TongbiError) {
    guard let period = Period(text) else { throw TongbiError(ArithmeticProblem.notAPeriod(String(text)), kind: .usage) }
    self = period
  }

  /// Reads one of the forms of ``description``; `nil` for any other text. See ``init(parsing:)``.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else {
      guard let period = Self.single(bytes[...]) else { return nil }
      self = period
      return
    }
    let first = bytes[..<slash]
    guard let last = Self.single(bytes[(slash + 1)...]) else { return nil }
    if first.elementsEqual("..".utf8), case .instant(let day) = last {
      self = .upTo(day)
      return
    }
    switch (Self.single(first), last) {
    case (.month(let first)?, .month(let last)) where first <= last: self = .months(first, last)
    case (.instant(let first)?, .instant(let last)) where first <= last: self = .days(first, last)
    default: return nil
    }
  }

  private static func single(_ bytes: ArraySlice<UInt8>) -> Period? {
    guard let year = number(bytes.prefix(4), digits: 4), year > 0 else { return nil }
    let hasDash = bytes.dropFirst(4).first == UInt8(ascii: "-")
    let rest = bytes.dropFirst(hasDash ? 5 : 4)
    switch (rest.count, rest.first) {
    case (0, _):
      return hasDash ? nil : .year(year)
    case (2, UInt8(ascii: "S")?), (2, UInt8(ascii: "H")?), (2, UInt8(ascii: "Q")?):
      guard let part = number(rest.suffix(1), digits: 1) else { return nil }
      if rest.first == UInt8(ascii: "Q") { return (1...4).contains(part) ? .quarter(year, part) : nil }
      return (1...2).contains(part) ? .half(year, part) : nil
    case (2, _):
      return number(rest, digits: 2).flatMap { Month(year, $0) }.map(Period.month)
    case (5, _) where hasDash && rest.dropFirst(2).first == UInt8(ascii: "-"):
      guard let month = number(rest.prefix(2), digits: 2), let day = number(rest.suffix(2), digits: 2) else {
        return nil
      }
      return Day(year, month, day).map(Period.instant)
    default:
      return nil
    }
  }

  /// The number that so many digits are; `nil` for any other bytes.
  private static func number(_ bytes: ArraySlice<UInt8>, digits: Int) -> Int? {
    guard bytes.count == digits else { return nil }
    var number = 0
    for byte in bytes {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }

  /// The period as a person writes it: 2023年, 2023年上半年, 2023年1—9月, 2023年末.
  public func name(in language: Language) -> String {
    switch language {
    case .english: englishName
    case .chinese: chineseName
    }
  }

  private var chineseName: String {
    switch self {
    case .year(let year): "\(year)年"
    case .half(let year, let half): "\(year)年\(half == 1 ? "上" : "下")半年"
    case .quarter(let year, let quarter): "\(year)年\(["一", "二", "三", "四"][quarter - 1])季度"
    case .month(let month): "\(month.year)年\(month.number)月"
    case .months(let first, let last) where first.year == last.year:
      "\(first.year)年\(first.number)—\(last.number)月"
    case .months(let first, let last):
      "\(first.year)年\(first.number)月—\(last.year)年\(last.number)月"
    case .instant(let day) where day.month.number == 12 && day.number == 31: "\(day.year)年末"
    case .instant(let day) where day.isLastOfMonth: "\(day.year)年\(day.month.number)月末"
    case .instant(let day): Self.chinese(day)
    case .upTo(let day): "截至\(Self.chinese(day))"
    case .days(let first, let last): "\(Self.chinese(first))—\(Self.chinese(last))"
    }
  }

  private static func chinese(_ day: Day) -> String { "\(day.year)年\(day.month.number)月\(day.number)日" }

  private var englishName: String {
    func month(_ month: Month) -> String { "\(Self.monthNames[month.number - 1]) \(month.year)" }
    func day(_ day: Day) -> String { "\(day.number) \(month(day.month))" }
    switch self {
    case .year(let year): return "\(year)"
    case .half(let year, let half): return "H\(half) \(year)"
    case .quarter(let year, let quarter): return "Q\(quarter) \(year)"
    case .month(let single): return month(single)
    case .months(let first, let last) where first.year == last.year:
      return "\(Self.monthNames[first.number - 1])–\(month(last))"
    case .months(let first, let last): return "\(month(first)) – \(month(last))"
    case .instant(let date) where date.month.number == 12 && date.number == 31: return "end of \(date.year)"
    case .instant(let date): return day(date)
    case .upTo(let date): return "up to \(day(date))"
    case .days(let first, let last): return "\(day(first)) – \(day(last))"
    }
  }

  private static let monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
