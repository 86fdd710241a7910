// SPDX-License-Identifier: Apache-2.0

/// The kinds of institutions (机构类型) that reports give figures of: 二级以上公立医院, 县级妇幼保健机构, 门诊部(所).
enum FacilityKinds {
  /// The names of the kinds.
  static var names: [String] { hospitals + offices + others }

  /// The names, to look them up.
  static let known = Set(names)

  /// Whether a name is that of a kind of houses: 乡镇卫生院, 县级医院和乡镇卫生院, 三级公立医院.
  static func contains(_ name: String) -> Bool {
    WordSet.kindsOfHouses.contains(name) || WordSet.joinedKinds.contains(name) || known.contains(name)
  }

  /// The kinds that no single institution is called by: 三级公立医院, but not 中医医院, which a county has one of.
  static var plurals: [String] { names.filter { $0 != "中医医院" && $0 != "中西医结合医院" } }

  /// Those kinds, to look them up.
  static let severalHouses = Set(plurals)

  /// 医院 by level, owner and kind.
  private static var hospitals: [String] {
    levels.flatMap { level in natures.map { level + $0 + "医院" } }.filter { $0 != "医院" && $0 != "市级医院" }
  }

  private static let levels = [
    "", "三级", "二级", "一级", "二级以上", "二级及以上", "三级以上", "三级及以上", "一级及以上", "未定级", "县级", "区级", "省级", "县区级", "县(区)级", "县(市)级",
    "县(市、区)级", "县级(含县级市)", "县属", "区属", "市属", "省属", "市级", "县直", "区直", "市直", "省直", "城市", "政府办", "社会办", "营利性", "非营利性",
  ]
  private static let natures = [
    "", "公立", "民营", "综合", "专科", "中医", "中医类", "中西医结合", "公立综合", "公立中医", "公立专科", "民营综合", "民营专科", "非公立", "民族医",
  ]

  /// Institutions of public health, by level.
  private static var offices: [String] {
    ["", "县级", "市级", "省级", "区级", "县级(含县级市)"].flatMap { level in
      [
        "妇幼保健机构", "妇幼保健院(所、站)", "妇幼保健院(所)", "妇幼保健院(站)", "疾病预防控制机构", "卫生监督机构", "卫生监督所(中心)", "卫生监督中心", "采供血机构",
        "急救中心(站)", "专科疾病防治机构", "专科疾病防治院(所、站)", "健康教育机构", "健康教育所(站)", "计划生育技术服务机构",
      ].map { level + $0 }
    }
      + ["县级", "市级", "省级", "县级(含县级市)"].flatMap { level in
        ["妇幼保健院", "疾病预防控制中心", "卫生监督所"].map { level + $0 }
      }
  }

  private static let others = [
    "中医类医疗卫生机构", "中医类医疗机构", "中医类门诊部", "中医类诊所", "中医门诊部", "中医诊所", "中医类研究机构", "门诊部(所)", "诊所(医务室)", "诊所(卫生所、医务室)",
    "诊所、卫生所、医务室", "诊所(医务室、卫生所)", "医务室", "卫生所", "村卫生室(所)", "村卫生所", "村级卫生室", "村(社区)卫生室", "个体诊所", "护理院", "疗养院", "街道卫生院",
    "社区卫生服务机构", "社区卫生服务中心/站", "政府办基层医疗卫生机构", "政府办乡镇卫生院", "三级医疗机构", "二级医疗机构", "一级医疗机构", "未定级医疗机构", "二级及以上医疗机构",
    "二级以上医疗机构", "一级及以下医疗机构", "一级及以下医院", "二级及以下医疗机构", "二级及以下医院", "一级及未定级医院", "二级及以上医疗卫生机构", "二级以上医疗卫生机构",
    "三级机构", "二级机构", "一级机构", "一级及以下机构", "二级及以下机构", "二级及以上机构", "公立医疗卫生机构", "民营医疗卫生机构", "非公立医疗机构", "非公立医疗卫生机构", "公共卫生机构",
    "中心卫生院",
  ]
}

extension WordSet where Meaning == Bool {
  /// Words before a facility that say no more than how near it is.
  static let neighbours = WordSet(words: ["隔壁", "老大哥", "兄弟单位", "兄弟医院", "邻近", "相邻", "毗邻", "同级"])
}
