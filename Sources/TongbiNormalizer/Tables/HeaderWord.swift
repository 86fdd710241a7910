// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// What the word in a column's header says the column is.
enum HeaderWord: Int, Hashable {
  /// The reporting unit's name, its region, or its code, in this order of preference.
  case facility, region, facilityCode
  case period, year, month, quarter
  case metric, value, unit, numerator, denominator
  /// A breakdown: department, sex, age.
  case part
  /// Serial numbers, notes, people, contacts.
  case ignored
  /// A change or a share of change that is worked out from other columns.
  case change
  /// What was to be reached, or how much of it was done: no result.
  case aim

  /// The word's meaning; `nil` for a word that is none of these.
  init?(_ header: String) {
    let folded = FoldedName.fold(WrittenLabel(header).name)
    if let word = (Self.words[folded] ?? Self.words[FoldedName.fold(header)]).flatMap(HeaderWord.init) {
      self = word
    } else if Self.changes.contains(where: folded.holds) || folded.hasPrefix("±") || folded == "+/-" {
      self = .change
    } else if Self.codeEndings.contains(where: folded.hasSuffix) {
      self = .ignored
    } else if let split = FootnoteMark.split(label: FoldedName.trimmed(header)), let word = HeaderWord(split.text) {
      self = word
    } else {
      return nil
    }
  }

  private static let changes = [
    "增减", "同比", "环比", "增长", "增幅", "增速", "比上年", "较上年", "比去年", "较去年", "变化", "涨幅", "降幅", "升降", "yoy", "yearoveryear",
    "growth", "change(", "%change",
  ]
  private static let codeEndings = ["代码", "编码", "邮编", "邮政编码", "电话", "日期戳"]

  /// By its names, the raw value of each.
  private static let words: NameIndex = {
    var words = NameIndex(roomFor: 512)
    func add(_ word: HeaderWord, _ names: String) { words.put(each: names, word.rawValue) }
    add(.facility, "机构名称 医疗机构 医疗机构名称 医疗卫生机构 医疗卫生机构名称 单位名称 机构 机构全称 医院 医院名称 填报单位 填报机构 报送单位 上报单位 报告单位")
    add(.facility, "卫生机构 卫生机构名称 卫生院 基层机构 成员单位 facility facility_name hospital hospital_name organisation organization")
    add(
      .facility,
      "organisation_name organization_name org org_name orgunit organisationunit organisation_unit provider provider_name"
    )
    add(.facility, "institution institution_name clinic trust unit_name site ou ouname")
    add(.region, "地区 省份 省市 省 市 县 区县 县区 地市 市县 乡镇 区域 region province county district area ref_area state country")
    add(.facilityCode, "机构代码 机构编码 组织机构代码 统一社会信用代码 单位代码 医院代码 org_code provider_code orgcode facility_id")
    add(.facilityCode, "facility_code hospital_id hospital_code provider_id org_id")
    add(.period, "时间 日期 期间 时期 统计期 报告期 统计时间 统计月份 统计日期 统计年月 年月 报告时间 数据时间 所属期 period date time timeperiod pe")
    add(.period, "time_period reporting_period year_month")
    add(.year, "年份 年度 年 统计年度 统计年份 year fy financial_year calendar_year")
    add(.month, "月份 月 month")
    add(.quarter, "季度 quarter")
    add(
      .metric, "指标 指标名称 指标项 指标项目 项目 项目名称 统计指标 统计项目 indicator indicator_name measure metric data_element dataelement dx")
    add(.metric, "series variable")
    add(.metric, "工作任务 任务名称 任务内容 工作内容 工作指标 工作项目 主要指标 监测指标 业务指标 考核指标 考核项目 绩效指标 主要业务指标 指标内容")
    add(.value, "数值 值 数量 指标值 数据 数据值 统计值 本期值 value obs_value values figure amount")
    add(.value, "完成情况 完成值 完成数 完成数量 完成 实际完成 实际完成值 实际完成数 实际完成情况 实际值 实际数 实际 实绩 达到值 监测值 监测结果 实际结果")
    add(.aim, "目标值 目标 目标数 任务数 任务 任务量 计划数 计划值 计划 年度目标 年度目标值 年度任务 年度任务数 全年目标 全年任务 全年任务数 目标任务 任务目标 标准值 标准 参考值")
    add(
      .aim,
      "控制目标 控制值 考核目标 考核标准 指标要求 目标要求 下达任务 下达任务数 省定目标 市定目标 县定目标 完成率 完成比例 完成度 完成进度 进度 达成率 完成百分比 任务完成率 目标完成率 target plan")
    add(.unit, "单位 计量单位 数据单位 unit units unit_measure uom")
    add(.numerator, "分子 分子值 分子数 numerator num")
    add(.denominator, "分母 分母值 分母数 denominator den")
    add(.part, "科室 科室名称 部门 性别 年龄 年龄组 年龄段 病种 疾病 类型 类别 分类 类 分组 险种 支付方式 付费方式 医保类型 人群 专科 病区 级别 等级 type")
    add(
      .part,
      "department dept ward sex gender age age_group category class group payer speciality specialty disaggregation")
    add(.part, "categoryoptioncombo attributeoptioncombo catoptcombo attroptcombo co ao")
    add(.ignored, "序号 编号 行号 排名 名次 备注 说明 注 附注 填报人 制表人 审核人 联系人 联系电话 手机 地址 邮编 行政区划代码 区划代码 序 no no. id")
    add(
      .ignored,
      "index rank note notes comment comments remark remarks source status stored_by storedby strby last_updated lastupdated"
    )
    add(.ignored, "lstupd cmt followup flwup deleted timestamp created phone address # factor multiplier divisor")
    add(.change, "增减 增减额 增减数 增减率 同比 环比 差额 差值 change yoy difference diff")
    return words
  }()

  /// Words that stand for the sum of the others, in a facility's place or a part's.
  static func isTotal(_ text: String) -> Bool {
    if endsAsName(text) { return false }
    let folded = FoldedName.fold(FootnoteMark.split(label: text)?.text ?? text)
    guard let last = folded.unicodeScalars.last, lastOfTotals.contains(last) else { return false }
    return totals.contains(folded) || groupEndings.contains(where: folded.hasSuffix)
  }

  /// 小计, 乡镇卫生院合计: the sum of a group of rows only.
  static func isSubtotal(_ text: String) -> Bool {
    let folded = FoldedName.fold(text)
    // 全院合计, 集团合计: the sum of all that report, not of some.
    if ["集团", "全院", "医共体"].contains(where: folded.hasPrefix) { return false }
    return folded == "subtotal" || !totals.contains(folded) && groupEndings.contains(where: folded.hasSuffix)
      || folded == "小计"
  }

  /// 全县平均, 均值: a mean of other rows, which is no facility and no sum.
  static func isAverage(_ text: String) -> Bool {
    if endsAsName(text) { return false }
    let folded = FoldedName.fold(text)
    guard let last = folded.unicodeScalars.last, lastOfAverages.contains(last) else { return false }
    return averages.contains(folded)
      || folded.count <= 8 && averageEndings.contains(where: folded.hasSuffix)
  }

  /// Whether a word ends as names of facilities do, and no word for a sum or a mean.
  private static func endsAsName(_ text: String) -> Bool {
    guard let last = text.unicodeScalars.last else { return false }
    return endingsOfNames.contains(last)
  }

  private static let endingsOfNames = Set("院所站心室部局队点".unicodeScalars)

  private static let averages: Set<String> = ["平均", "均数", "均值", "月均", "季均", "年均", "中位数", "average", "mean", "median"]

  private static let averageEndings = ["平均", "平均值", "平均数", "平均水平", "均值"]

  private static let lastOfAverages = Set((averages + averageEndings).compactMap { $0.unicodeScalars.last })

  private static let groupEndings = ["小计", "合计", "总计", "subtotal"]

  private static let totals: Set<String> = [
    "合计", "总计", "总和", "共计", "累计", "累计数", "总", "全部", "全县", "全市", "全区", "全省", "全国", "全系统", "全县合计", "全市合计", "全区合计", "全省合计",
    "合计数",
    "小计", "subtotal", "total", "all", "grandtotal", "sum", "overall", "全县总计", "全市总计", "不分",
  ]

  private static let lastOfTotals = Set((totals + groupEndings).compactMap { $0.unicodeScalars.last })
}
