// SPDX-License-Identifier: Apache-2.0

package import Tongbi

/// The words that count something, and which of them stand for one another.
package enum UnitWord {
  /// Words that count patients or procedures; reports use them for one another.
  private static let cases: Set<String> = ["人次", "人", "人数", "例", "台", "台次", "名", "例次", "位", "人次数"]
  /// Words that count meetings, campaigns and other events.
  private static let events: Set<String> = [
    "次", "期", "场", "场次", "批次", "届", "轮", "节", "堂", "回", "课", "班次", "班", "趟", "车次", "辆次",
  ]
  /// Words that count things.
  private static let things: Set<String> = [
    "个", "家", "间", "所", "项", "支", "件", "份", "处", "条", "起", "套", "台", "例", "单", "封", "面", "张", "部", "类",
  ]
  /// Words that count days.
  private static let days: Set<String> = ["天", "日"]

  /// Words that count something alike.
  private struct Group: OptionSet {
    let rawValue: UInt16
    static let cases = Group(rawValue: 1)
    static let events = Group(rawValue: 2)
    static let things = Group(rawValue: 4)
    static let days = Group(rawValue: 8)
    static let shares = Group(rawValue: 16)
    static let wideShare = Group(rawValue: 32)
    static let volumes = Group(rawValue: 64)
    static let pieces = Group(rawValue: 128)
    static let doses = Group(rawValue: 256)
    static let money = Group(rawValue: 512)
  }

  /// The groups of fewer than 128 words, found without a hasher: a number is compared with many metrics.
  private struct GroupTable {
    private var words: [(word: PackedWord, isIn: Group, takes: Group)] = []
    /// For each slot 1 + the place of its word; words of one slot stand in the next free ones.
    private var slots = [UInt8](repeating: 0, count: 256)

    mutating func add(_ word: PackedWord, isIn: Group, takes: Group) {
      var slot = word.slot
      while slots[slot] > 0 { slot = (slot + 1) & 255 }
      words.append((word, isIn, takes))
      slots[slot] = UInt8(words.count)
    }

    /// The groups of a word; none for one that stands in no group.
    subscript(word: PackedWord) -> (isIn: Group, takes: Group) {
      var slot = word.slot
      while slots[slot] > 0 {
        let found = words[Int(slots[slot]) - 1]
        if found.word == word { return (found.isIn, found.takes) }
        slot = (slot + 1) & 255
      }
      return ([], [])
    }
  }

  /// For each word the groups it stands in, and the groups that may stand for it where it is the unit of a metric.
  private static let groups: GroupTable = {
    let members: [(Group, Set<String>)] = [
      (.cases, cases), (.events, events), (.things, things), (.days, days), (.shares, ["%", "‰", "/10万"]),
      (.wideShare, ["％"]), (.volumes, ["毫升", "升", "吨", "ml", "ML", "mL", "u", "U"]), (.pieces, ["个"]),
      (.doses, ["剂", "针次", "针", "人次"]), (.money, ["块"]),
    ]
    let takers: [(Group, Set<String>)] = [
      (.wideShare, ["%"]), (.shares, ["‰", "/10万"]), (.cases, ["人次", "人", "名", "台"]), (.days, ["天", "日", "床日"]),
      (.events, ["次", "期", "场次"]), (.volumes, ["单位"]), (.pieces, ["张"]), (.doses, ["剂次"]),
      (.money, ["元"]),
    ]
    var groups = GroupTable()
    for word in (members + takers).reduce(into: Set<String>(), { $0.formUnion($1.1) }) {
      guard let packed = PackedWord(word) else { continue }
      let own = takers.first { $0.1.contains(word) }?.0
      groups.add(
        packed, isIn: Group(members.filter { $0.1.contains(word) }.map(\.0)),
        takes: own ?? (things.contains(word) ? .things : []))
    }
    return groups
  }()

  /// Whether a number counted in one unit may be a figure of a metric counted in the other.
  package static func fits(_ written: String, metric: Unit) -> Bool {
    guard let own = PackedWord(written), let expected = PackedWord(metric.symbol) else {
      return written == metric.symbol
    }
    if own == expected { return true }
    return !groups[expected].takes.isDisjoint(with: groups[own].isIn)
  }

  /// The longest unit that starts at a place: where it ends and how it is written.
  static func match(_ text: [Unicode.Scalar], at start: Int, before limit: Int) -> (end: Int, unit: String)? {
    guard let (end, unit) = words.match(text, at: start, before: limit) else { return nil }
    if end < limit, unit.forbidden.contains(text[end]) {
      // 16家乡镇卫生院.
      let isTown = unit.spelling == "家" && text[end] == "乡" && end + 1 < limit && text[end + 1] == "镇"
      if !isTown, !countsPersons(text, start, end, limit) { return nil }
    }
    return (end, unit.spelling)
  }

  /// 86名医师, 1.5万名老年人 count; 百名医生 and 名老中医 are names.
  private static func countsPersons(_ text: [Unicode.Scalar], _ start: Int, _ end: Int, _ limit: Int) -> Bool {
    start > 0 && (NumberScanner.isDigit(text[start - 1]) || "余多万".unicodeScalars.contains(text[start - 1]))
      && text[end - 1] == "名" && persons.end(text, at: end, before: limit) != nil
  }

  private static let persons = WordSet(words: [
    "医师", "医生", "医务", "医护", "老人", "老年", "老党员", "老干部", "优秀", "义务", "义诊", "师生", "院士", "院领导",
  ])

  /// What must not follow a unit: 人民, 名称, 日常, 天然, 点心, 个别, 家庭, 场所.
  private static let followersThatForbid: [String: Set<Unicode.Scalar>] = [
    "人": ["民", "口", "均", "员", "才", "体", "类", "群", "士", "力", "文", "生", "事", "物", "大", "格", "工"],
    "名": ["称", "单", "录", "牌", "誉", "优", "义", "医", "词", "次", "老", "师", "院"], "日": ["常", "益", "期", "前", "间", "均"],
    "天": ["然", "津"], "点": ["心", "评", "击"], "个": ["别", "性", "人", "体"], "家": ["庭", "属", "长", "乡", "园"],
    "场": ["所", "地", "景"],
    "面": ["积", "对", "向", "临", "试"], "台": ["账", "帐", "阶"], "次": ["均", "要", "日", "年", "月"], "张": ["贴"],
    "件": ["套"], "期": ["间", "望", "待", "满", "盼"], "项": ["目"], "户": ["籍"], "条": ["件", "例", "款"],
    "支": ["部", "出", "付", "持", "撑", "援"],
    "类": ["型", "别"], "起": ["来", "到", "草", "步"], "份": ["额"], "所": ["有", "在", "属", "以"], "位": ["置", "于", "居"],
    "分": ["别", "院", "管", "类", "级", "布", "析", "工", "娩", "中", "局", "之", "公", "散", "享", "段", "批", "期", "级"],
    "年": ["龄", "度", "级", "轻", "均"], "层": ["面", "级", "次"], "本": ["院", "年", "地", "科", "人", "着"],
    "种": ["植", "类"],
    "批": ["准", "复", "评", "示"], "轮": ["岗", "训", "换"], "对": ["口", "比", "象", "标", "照", "接", "全", "县", "各"],
    "处": ["理", "罚", "置", "方", "级", "分"],
    "组": ["织", "建", "成", "长"], "部": ["门", "署", "分", "委"], "升": ["级", "至", "到", "高"], "只": ["有", "能"], "点钟": [],
    "月": ["龄"],
    "单": ["位", "独"], "针": ["对", "灸"], "剂": ["型", "量"], "节": ["约", "日", "省"], "课": ["题", "程"], "班": ["子", "级"],
    "届": ["时"],
  ]

  /// Units that are written otherwise: 31个人, 48.5块钱.
  private static let spoken = ["/100000": "/10万", "个人": "人", "块钱": "元", "个DDDs": "DDDs"]

  /// A unit as it is understood, and what must not follow it.
  private struct Word: Sendable {
    let spelling: String
    let forbidden: [Unicode.Scalar]
  }

  private static let words = WordSet<Word>(
    [
      "%", "‰", "/10万", "/100000", "/万", "个百分点", "百分点", "个千分点", "千分点", "人次", "人日", "床日", "例次", "台次", "场次", "科次", "家次",
      "户次", "辆次", "剂次", "批次", "针次", "班次", "趟", "车次", "人份", "人", "名", "例", "台", "张", "家", "间", "个", "所", "户", "元", "天",
      "日", "岁",
      "次", "场",
      "期", "份", "册", "件", "起", "封", "面", "项", "管", "单位", "毫升", "吨", "治疗量", "倍", "小时", "分钟", "秒", "辆", "套", "支", "条",
      "篇", "部", "块",
      "平方米", "㎡", "亩", "公里", "米", "公斤", "千克", "克", "升", "只", "对", "组", "类", "批", "届", "处", "座", "栋", "层", "本", "堂", "节",
      "课时",
      "学时", "学分", "位", "种", "轮", "单", "剂", "针", "瓶", "盒", "枚", "股", "点", "周", "年", "月", "个月", "DDDs", "个DDDs", "DDD",
      "分", "课",
      "人天",
      "ml", "mL", "ML", "美元", "门", "款", "个人", "块钱", "条次", "项次", "件次", "幅", "版", "岗", "回", "人数", "档", "次数", "角", "公顷",
      "时", "U", "u",
    ].map {
      let spelling = spoken[$0] ?? $0
      return ($0, Word(spelling: spelling, forbidden: Array(followersThatForbid[spelling] ?? [])))
    })
}
