// SPDX-License-Identifier: Apache-2.0

extension Facility {
  /// Whether a name stands for many facilities (全县, 合计, 医院) and must not be added to them.
  public static func isCollective(_ name: String) -> Bool { CollectiveName.all.matches(name) }
}

/// Names that stand for many facilities, compared byte by byte: there are tens of thousands of facilities.
private struct CollectiveName {
  static let all = CollectiveName()

  private let names = Set(
    [
      "医院", "卫生院", "乡镇卫生院", "基层", "基层医疗卫生机构", "社区卫生服务中心", "社区卫生服务中心(站)", "社区卫生服务站",
      "村卫生室", "其他机构", "其他", "公立医院", "民营医院", "合计", "总计", "小计", "全部", "total", "all", "sum", "overall",
    ].map { Array($0.utf8) })
  private let beginnings = [
    "全国", "全省", "全市", "全县", "全区", "全州", "全院", "全系统", "全镇", "全乡", "全街道", "全旗", "辖区", "我省", "我市", "我县", "我区", "我镇",
    "我乡", "各",
  ].map { Array($0.utf8) }
  private let endings = ["合计", "总计", "小计"].map { Array($0.utf8) }

  // The first three bytes of names and beginnings, and the last three of endings, as numbers.
  private let firstWords, lastWords: Set<UInt32>

  init() {
    firstWords = Set((names + beginnings).map { Self.word($0.prefix(3)) })
    lastWords = Set(endings.map { Self.word($0.suffix(3)) })
  }

  private static func word(_ bytes: some Sequence<UInt8>) -> UInt32 { bytes.reduce(0) { $0 << 8 | UInt32($1) } }

  /// Whether a name is one of them, or begins or ends as they do; capitals are like small letters.
  func matches(_ name: String) -> Bool {
    // Nearly every name of a facility begins and ends in another way, which three bytes tell of a Chinese one.
    let first = Self.word(name.utf8.prefix(3))
    let last = Self.word(name.utf8.suffix(3))
    if first & 0x80 != 0, !firstWords.contains(first), !lastWords.contains(last) { return false }
    let isASCIIName = name.utf8.contains { $0 < 0x80 }
    let bytes = Array((isASCIIName ? name.lowercased() : name).utf8)
    return beginnings.contains { bytes.starts(with: $0) }
      || endings.contains { bytes.suffix($0.count).elementsEqual($0) }
      || names.contains(bytes)
  }
}
