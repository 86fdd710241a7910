// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// Decides what a name means that ends in a metric's and begins with words nobody knows: 助产机构分娩1,864例.
///
/// Where the same report tells the metric by its plain name as well, or by two such names, the words narrow it and no
/// catalogue knows the figure. Where it is the only one, it is the metric.
enum SupposedMetrics {
  private struct Key: Hashable {
    let facility: String?
    let metric: ObjectIdentifier
    /// An aim says nothing of what the results are called.
    let role: Observation.Role
  }

  /// Gives figures the metrics that they are supposed to be of, where nothing speaks against it.
  static func settle(_ reading: inout NarrativeReading) {
    guard !reading.supposed.isEmpty else { return }
    var told: Set<Key> = []
    // Of the few metrics that are supposed, as a report has thousands of figures.
    let supposed = Set(reading.supposed.values.map(\.identity))
    for place in reading.observations.indices {
      guard let metric = reading.observations[place].metric?.identity, supposed.contains(metric) else { continue }
      told.insert(
        Key(facility: reading.observations[place].facility, metric: metric, role: reading.observations[place].role))
    }
    var labels: [Key: Set<String>] = [:]
    for (place, metric) in reading.supposed {
      let observation = reading.observations[place]
      labels[Key(facility: observation.facility, metric: metric.identity, role: observation.role), default: []].insert(
        observation.label)
    }
    for (place, metric) in reading.supposed {
      let observation = reading.observations[place]
      let key = Key(facility: observation.facility, metric: metric.identity, role: observation.role)
      guard !told.contains(key), labels[key]?.count == 1 else { continue }
      name(&reading.observations[place], metric)
    }
    reading.supposed = [:]
  }

  private static func name(_ observation: inout Observation, _ metric: Metric) {
    observation.metric = metric
    guard UnitWord.fits(observation.unit.symbol, metric: metric.unit) else { return }
    observation.unit = metric.unit
    observation.quantity?.unit = metric.unit
  }
}

extension SentenceReader {
  /// Whether a name behind words that nobody knows may stand for the whole: the satisfaction of whoever is asked, a deed of
  /// whoever did it; but not the visits of a clinic, or the rate of a place or a group.
  func mayBeWhole(_ metric: Metric, behind words: String) -> Bool {
    guard (1...12).contains(words.count), !WordSet.narrowing.ends(words) else { return false }
    let letters = Array(words.unicodeScalars)
    if WordSet.narrowingAnywhere.occurs(in: letters, letters.indices) { return false }
    return metric.name.hasSuffix("满意度") || WordSet.agents.ends(words)
  }
}

extension WordSet where Meaning == Bool {
  /// Places and groups, which have rates of their own.
  static let narrowing = WordSet(words: [
    "区", "县", "镇", "乡", "村", "市", "街道", "院", "科", "室", "类", "型", "级", "龄", "岁", "外", "族", "户", "校", "企业", "女", "男", "儿",
    "婴",
    "部分", "个别", "首", "项", "次", "日", "月", "年", "季度", "亚专业", "专科", "专业", "病种", "病组",
  ])
  /// Words that narrow what follows wherever they stand.
  static let narrowingAnywhere = WordSet(words: [
    "未", "不", "非", "无", "除", "仅", "只", "重点", "特殊", "困难", "贫困", "脱贫", "异地", "外地", "流动", "试点", "专项", "夜间", "日间", "集采",
    "国谈", "目标",
    "线上", "远程", "每", "人均", "日均", "单", "同级", "同类", "平均", "增", "降",
  ])
  /// Who does what a metric counts, and words that say no more than that it was done.
  static let agents = WordSet(words: [
    "机构", "单位", "中心", "站点", "团队", "队伍", "系统", "人员", "医生", "医师", "专家", "护士", "部门", "总支", "支部", "做", "创建", "设立", "创成",
    "建成", "下设",
    "打造", "培育", "各类", "各种", "各项", "各级", "全部", "全季度", "全季", "所有", "收治", "接诊", "开展", "完成", "实施",
  ])
}
