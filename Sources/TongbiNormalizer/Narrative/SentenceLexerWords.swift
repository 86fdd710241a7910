// SPDX-License-Identifier: Apache-2.0

/// Words that say nothing known, and what joins them.
extension SentenceLexer {
  /// A single character that reads as a joining word belongs to the word it begins: 在 in 在职, 有 in 有序.
  func merged(_ found: [Lexeme]) -> [Lexeme] {
    let lexemes = nouns(found)
    var grown: [Int] = []
    var merged: [Lexeme] = []
    merged.reserveCapacity(lexemes.count)
    for place in lexemes.indices {
      let range = lexemes[place].range
      let followsText = isText(merged, upTo: range.lowerBound)
      let precedesText = isText(lexemes, place + 1, from: range.upperBound)
      var isWords = false
      switch lexemes[place].kind {
      case .lead, .glue, .act, .holds:
        isWords =
          range.count == 1 && precedesText && !isFirm(text[range.lowerBound]) && !isRegion(lexemes[place + 1].range)
          && !(text[range.lowerBound] == "但" && opensClause(lexemes, place))
        if followsText, isShortVerb(lexemes[place]) { isWords = true }
      case .entity(.ownKind) where followsText || precedesText:
        // 胸痛中心, 院士工作站.
        isWords = true
      case .entity:
        if let whole = seat(lexemes[place], of: merged.last) {
          merged[merged.count - 1] = whole
          continue
        }
        let before = merged.count > 1 ? merged[merged.count - 2] : nil
        if followsText, let whole = facility(lexemes[place], after: merged[merged.count - 1].range, behind: before) {
          let last = merged[merged.count - 1].range
          if whole.range.lowerBound > last.lowerBound {
            merged[merged.count - 1].range = last.lowerBound..<whole.range.lowerBound
            merged.append(whole)
          } else {
            merged[merged.count - 1] = whole
          }
          continue
        }
      case .each where range.count == 1 && range.lowerBound > 0 && touches(lexemes, place, place + 1):
        // 次均药费, 人均费用.
        isWords = isCounter(text[range.lowerBound - 1])
      case .text:
        // 中医院 and 分院.
        if let whole = seat(lexemes[place], of: merged.last) {
          merged[merged.count - 1] = whole
          continue
        }
        isWords = true
      default: break
      }
      if isWords, !followsText,
        let named = unlisted(range, after: merged, before: lexemes, place + 1)
          ?? region(range, after: merged, before: lexemes, place + 1)
      {
        merged.append(named)
        if named.range.upperBound < range.upperBound {
          merged.append(Lexeme(kind: .text, range: named.range.upperBound..<range.upperBound))
        }
      } else if isWords, followsText {
        if grown.last != merged.count - 1 { grown.append(merged.count - 1) }
        merged[merged.count - 1].range = merged[merged.count - 1].range.lowerBound..<range.upperBound
      } else {
        merged.append(isWords ? Lexeme(kind: .text, range: range) : lexemes[place])
      }
    }
    // 上坪乡, 永年县: names with a letter that joins words elsewhere.
    for place in grown {
      let range = merged[place].range
      guard (2...12).contains(range.count), case .text = merged[place].kind else { continue }
      if range.count <= 6,
        WordSet.regionEndings.match(text, endingAt: range.upperBound, after: range.lowerBound) != nil,
        let named = region(range, after: Array(merged[..<place]), before: merged, place + 1)
      {
        merged[place] = named
      } else if text[range.upperBound - 1] == "心",
        let named = unlisted(range, after: Array(merged[..<place]), before: merged, place + 1)
      {
        // 城东街道中心, where 中心 alone is the reporting facility.
        merged[place] = named
      }
    }
    return VerbPhrase(text: text).told(withBracketedUnits(withJoinedKinds(merged)))
  }

  /// Whether the last lexeme is words that end at a place.
  func isText(_ lexemes: [Lexeme], upTo end: Int) -> Bool {
    let last = lexemes.count - 1
    guard last >= 0, lexemes[last].range.upperBound == end, case .text = lexemes[last].kind else { return false }
    return true
  }

  /// Whether the lexeme at a place in a list is words that begin at a place of the text.
  private func isText(_ lexemes: [Lexeme], _ place: Int, from start: Int) -> Bool {
    guard place < lexemes.count, lexemes[place].range.lowerBound == start, case .text = lexemes[place].kind else {
      return false
    }
    return true
  }

  /// Whether a lexeme ends where another begins.
  private func touches(_ lexemes: [Lexeme], _ place: Int, _ next: Int) -> Bool {
    next < lexemes.count && lexemes[next].range.lowerBound == lexemes[place].range.upperBound
  }

  /// Letters before 均 that make it part of a name.
  private func isCounter(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "次", "人", "日", "例", "户", "床", "年", "月", "平": true
    default: false
    }
  }

  /// Verbs right before 率, 金 and the like are parts of a noun: 规范管理率, 慰问金.
  private func nouns(_ lexemes: [Lexeme]) -> [Lexeme] {
    var lexemes = lexemes
    for place in lexemes.indices.dropLast().reversed() {
      guard case .text = lexemes[place + 1].kind,
        lexemes[place].range.upperBound == lexemes[place + 1].range.lowerBound
      else { continue }
      let next = lexemes[place + 1].range
      switch lexemes[place].kind {
      case .act: break
      case .glue, .lead:
        // 治疗成功率, 病情稳定率.
        guard next.count == 1, text[next.lowerBound] == "率" || text[next.lowerBound] == "性" else { continue }
      default: continue
      }
      let isTail = next.count == 1 && "率金费书员证".unicodeScalars.contains(text[next.lowerBound])
      let isLonger =
        next.count > 1 && next.count <= 9 && text[next.upperBound - 1] == "率"
        && lexemes[place].range.count > 1 && "规管接签筛检整".unicodeScalars.contains(text[lexemes[place].range.lowerBound])
      if isTail || isLonger {
        lexemes[place] = Lexeme(kind: .text, range: lexemes[place].range.lowerBound..<next.upperBound)
        lexemes.remove(at: place + 1)
      }
    }
    return lexemes
  }

  /// ，但血压控制率只有62%: where no word begins with 但.
  private func opensClause(_ lexemes: [Lexeme], _ place: Int) -> Bool {
    guard place > 0 else { return true }
    if case .mark = lexemes[place - 1].kind { return true }
    return false
  }

  private func isShortVerb(_ lexeme: Lexeme) -> Bool {
    guard lexeme.range.count == 1, case .act = lexeme.kind else { return false }
    return true
  }

  /// Letters that join words even before others that say nothing known.
  private func isFirm(_ letter: Unicode.Scalar) -> Bool {
    letter == "的" || letter == "了" || letter == "为" || letter == "是"
  }
}
