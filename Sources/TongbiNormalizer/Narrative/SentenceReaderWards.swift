// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Departments that a clause praises, and their names among other words.
extension SentenceReader {
  /// 骨伤科一枝独秀，全年手术1102例: the department that the first clause speaks of, where it tells no figure itself.
  func wardPraised(_ at: Int) -> String? {
    guard let ward = wardInWords(at) else { return nil }
    // 国医堂、治未病中心轮番圈粉 are two, and what follows is the house's.
    if WordSet.halls.ends(ward) {
      let next = lexemes[at].range.lowerBound + ward.unicodeScalars.count
      return next < text.scalars.count && text.scalars[next] == "、" ? nil : ward
    }
    guard ward != document.department, ward.count < lexemes[at].range.count,
      WordSet.wards.ends(ward)
    else { return nil }
    // 骨伤科主任带领团队完成各类手术1382台.
    let range = lexemes[at].range
    if WordSet.headsOfWards.end(text.scalars, at: range.lowerBound + ward.count, before: range.upperBound) != nil {
      return ward
    }
    guard let mark = lexemes[at...].firstIndex(where: isMark), mark + 1 < lexemes.count,
      case .mark(let comma) = lexemes[mark].kind, comma == "，" || comma == ",",
      lexemes[at..<mark].allSatisfy({ lexeme in
        switch lexeme.kind {
        case .text, .act, .lead, .glue, .guarded: true
        default: false
        }
      })
    else { return nil }
    return ward
  }

  /// Whether a clause says of a department that it was honoured.
  func isHonoured(_ at: Int) -> Bool {
    let end = lexemes[at...].firstIndex(where: isMark) ?? lexemes.count
    return WordSet.honoured.occurs(in: text.scalars, lexemes[at].range.lowerBound..<lexemes[end - 1].range.upperBound)
  }

  /// The department that words begin with.
  func wardInWords(_ at: Int) -> String? {
    let words = text.scalars[lexemes[at].range]
    // 国医堂汇聚名中医5名，全年门诊8.6万人次.
    if let end = WordSet.halls.end(text.scalars, at: words.startIndex, before: words.endIndex) {
      return text.string(words.startIndex..<end)
    }
    guard let end = words.prefix(8).firstIndex(of: "科"), end > words.startIndex + 1 else { return nil }
    let name = text.string(words.startIndex..<(end + 1))
    // 据财务科决算数, 部分科室服务意识淡薄, 急诊科的兄弟姐妹.
    let isNone = "据按由经".unicodeScalars.contains(text.scalars[words.startIndex]) || name == "部分科"
    return isNone || WordSet.noWards.ends(name) ? nil : name
  }
}

extension WordSet where Meaning == Bool {
  static let honoured = WordSet(words: ["获评", "获批", "被评为", "入选", "荣获", "评为", "获"])
  /// Halls of a hospital in which traditional medicine is practised.
  static let halls = WordSet(words: ["国医堂", "国医馆", "名医堂", "名医馆", "名中医馆"])
  /// Those of a department whose deeds are its own.
  static let headsOfWards = WordSet(words: ["主任", "团队", "全体", "医护", "护理", "副主任", "护士长", "专家"])
}
