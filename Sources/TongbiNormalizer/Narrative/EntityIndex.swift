// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Finds the words that name who a sentence speaks of.
struct EntityIndex: Sendable {
  private let words: WordSet<Entity>

  /// Takes in the facilities of a registry.
  init(_ registry: FacilityRegistry) {
    var names: [(String, Entity)] = []
    for facility in registry.facilities {
      for name in [facility.name] + facility.otherNames where name.count >= 3 {
        let folded = FoldedText(name)
        let plain = folded.string(0..<folded.count)
        if registry.resolve(name)?.name == facility.name { names.append((plain, .named(facility.name))) }
      }
    }
    let own = Self.own.map { ($0, Entity.own) }
    let kinds = ["中心", "血站", "卫生室", "服务站", "集团"].map { ($0, Entity.ownKind($0)) }
    let groups = (FacilityKinds.names + Self.groups + Self.seats + Self.centres).map { ($0, Entity.named($0)) }
    let others = ["该院", "该中心", "该单位", "该卫生院", "该医院", "该站"].map { ($0, Entity.mentioned) }
    words = WordSet(names + own + groups + kinds + others + [("医院", .hospital), ("我国", .named("全国"))])
  }

  private static let own = [
    "本院", "我院", "全院", "院部", "院本部", "我中心", "本中心", "全中心", "我单位", "本单位", "我科", "本科室", "我科室", "医院内", "我站", "本站", "全站",
    "我所", "本所", "我局", "本局", "我委", "我公司", "我们", "咱们医院", "咱们院", "咱院", "咱们中心", "咱们", "本分院", "我分院",
    // All its campuses together.
    "两个院区共", "两院区共", "三个院区共", "三院区共", "各院区共", "全院三个院区", "全院两个院区",
  ]

  /// 市人民医院, 区疾控中心: the institutions at the seat of a region.
  private static let seats = ["", "县", "市", "区", "州", "省", "旗"].flatMap { level in
    [
      "人民医院", "总医院", "中医院", "中医医院", "妇幼保健院", "妇幼保健计划生育服务中心", "妇幼保健中心", "妇保院", "妇计中心", "中心医院", "第一人民医院", "第二人民医院",
      "第三人民医院", "第四人民医院",
      "第五人民医院", "第六人民医院", "第一医院", "第二医院", "第三医院", "第四医院", "第五医院", "第六医院", "精神病医院", "精神卫生中心", "传染病医院", "康复医院", "口腔医院",
      "儿童医院", "肿瘤医院", "妇女儿童医院", "骨科医院",
      "中西医结合医院", "疾控中心", "疾病预防控制中心", "中心血站", "血站", "急救中心", "卫生监督所", "皮肤病医院", "胸科医院", "眼科医院", "老年病医院",
    ].map { level + $0 } + (level.isEmpty ? [] : shortSeats.map { level + $0 })
  }

  /// 市一院, 县妇幼: those that are called by their number or kind alone.
  private static let shortSeats =
    ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"].map { $0 + "院" } + ["妇幼", "妇保院", "妇计中心", "妇幼院", "妇幼院区"]

  private static let groups =
    [
      "全县", "全市", "全省", "全区", "全州", "全国", "全旗", "全镇", "全乡", "我县", "我市", "我省", "我区", "我镇", "我乡", "县医院", "市医院",
      "区医院",
      "乡镇卫生院", "卫生院", "村卫生室", "社区卫生服务中心", "社区卫生服务站", "社区卫生服务中心(站)", "基层医疗卫生机构",
      "基层医疗机构", "医疗卫生机构", "医疗机构",
      "公立医院", "民营医院", "县级公立医院", "县级医院", "三级医院", "二级医院", "一级医院", "基层", "其他机构", "其他医疗机构", "其他医疗卫生机构", "其他卫生机构",
      "专业公共卫生机构",
      "县直医院", "全县医疗机构",
      "全市医疗机构", "全省医疗机构", "疾控中心",
      "门诊部", "诊所", "门诊部及诊所", "诊所和门诊部", "市级医院", "区级医院", "基层单位", "社区医院", "专科医院", "综合医院", "中医类医院", "公立医疗机构",
      "民营医疗机构", "社会办医疗机构", "社会办医院", "各级各类医疗卫生机构", "各级各类医疗机构", "各级医疗卫生机构", "各级医疗机构", "各类医疗机构", "各类医疗卫生机构", "县属医院",
      "区属医院",
      "市属医院", "省属医院", "县直医疗机构", "县属公立医院", "区属公立医院", "市属公立医院", "县直公立医院", "全县医疗卫生机构", "全市医疗卫生机构", "全县公立医院", "县域医共体",
      "医共体",
      "县医共体", "市医共体", "区医共体", "县医共体总医院", "市医共体总医院", "区医共体总医院",
      "牵头医院", "牵头单位", "本部院区", "主院区", "总院区", "本部", "医院本部", "中心本部", "总院本部", "站点", "各站点", "各站", "下属站点", "集团总院", "集团总医院",
      "医共体总院", "县域医共体总院",
      "成员单位", "基层成员单位", "直属急救站", "网络医院急救站", "网络急救站", "基层机构",
      "成员卫生院", "成员医院", "成员机构", "各成员卫生院", "总院", "各分院", "基层分院", "试点医院", "各乡镇分院", "各成员单位", "成员乡镇卫生院",
    ] + ["一", "二", "三", "四"].flatMap { number in ["医共体", "医疗集团"].map { "第" + number + $0 } }

  /// Centres that are called by their number.
  private static let centres = ["指挥中心", "急救中心", "急救指挥中心", "调度指挥中心", "急救调度指挥中心", "紧急救援中心"].map { "120" + $0 }

  /// The letters that names begin with.
  var firsts: [Unicode.Scalar] { words.firsts }

  /// The longest name at a place.
  func match(_ text: [Unicode.Scalar], at start: Int, before limit: Int) -> (end: Int, entity: Entity)? {
    guard let found = words.match(text, at: start, before: limit) else { return nil }
    // 市妇幼健康工作 names no hospital.
    let isShort = text[found.end - 1] == "幼"
    if found.meaning == .named("总院"), found.end < limit, "区专长党牵".unicodeScalars.contains(text[found.end]) { return nil }
    if isShort, found.end < limit, "健保卫工项机人服专病科系监院".unicodeScalars.contains(text[found.end]) { return nil }
    return (found.end, found.meaning)
  }
}
