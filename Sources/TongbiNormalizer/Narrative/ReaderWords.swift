// SPDX-License-Identifier: Apache-2.0

/// Words that the reader of sentences asks for by name.
extension WordSet where Meaning == Bool {
  /// Verbs before what is brought about for all of a region.
  static let bringingAbout = WordSet(words: ["实现", "完成", "使", "让", "将", "推动", "达成", "全面"])
  static let ofData = WordSet(words: ["数据", "数", "统计数据", "以上", "上述", "以上数据", "以上为", "均为", "皆为"])
  static let tails = WordSet(words: ["接收量", "接收数", "接收人次", "完成量", "完成数", "服务量", "服务人次", "规模", "情况", "水平", "任务完成"])
  static let sumsUp = WordSet(words: ["累计"])
  static let matching = WordSet(words: ["恢复到", "恢复至", "回升至", "回升到", "相当于", "达到", "达", "已达", "为", "是", "仅为", "约为"])
  static let copulas = WordSet(words: ["的", "是", "为", "有", "依次是", "分别是", "分别为", "依次为"])
  static let byPlanOnly = WordSet(words: ["按", "按照", "依据", "根据", "照", "对照", "围绕", "紧扣"])
  static let staffWords = WordSet(words: ["职工", "员工", "干部职工", "医务人员", "医护人员", "全体职工", "同志", "在职职工", "医务工作者"])
  static let leaders = WordSet(words: [
    "分院区", "分院", "新院区", "老院区", "东院区", "西院区", "南院区", "北院区", "总院", "总医院", "牵头医院", "牵头单位", "龙头医院", "我院", "本院", "院部",
  ])
  static let nows = WordSet(words: ["目前", "现有", "原来", "原有", "原", "当前", "现在", "最初", "起初", "此前", "过去", "如今", "今天", "眼下"])
  static let standing = WordSet(words: ["现有", "目前", "现编制", "现开放", "现核定", "现设"])
  static let settlements = WordSet(words: ["DRG", "DIP", "病组", "病例", "入组", "清算", "病种", "医保"])
  static let losses = WordSet(words: ["亏损", "亏损额", "缺口"])
  static let ofNow = WordSet(words: ["现在的", "如今的"])
  static let leading = WordSet(words: ["牵头", "成员", "试点", "县级", "直属", "公立"])
  /// Rates of how much of a plan was done.
  static let reachings = WordSet(words: ["完成率", "执行率", "达标率", "达成率", "到位率"])
  static let cared = WordSet(words: ["高血压患者", "糖尿病患者", "精神障碍患者", "高血压病人", "糖尿病病人"])
  static let inCare = WordSet(words: ["在管", "登记在册", "在册", "登记", "辖区", "确诊"])
  static let caringFor = WordSet(words: ["在管", "管理", "随访", "在册"])
  static let continued = WordSet(words: ["连续两年", "连续三年", "连续四年", "连续五年", "连续多年", "连年", "多年来", "连续"])
  static let since = WordSet(words: ["以来", "至今"])
  static let averages = WordSet(words: ["平均", "平均为", "平均达", "总体", "整体"])
  static let topics = WordSet(words: ["方面", "情况", "中"])
  static let ofAims = WordSet(words: ["的", "数", "指标", "进度"])
  static let doings = WordSet(words: [
    "共", "累计", "总", "全年", "完成", "实现", "收治", "接诊", "接待", "开展", "新增", "诊疗", "门诊", "出院", "住院", "手术", "签约", "举办", "组织",
  ])
  static let lookingBack = WordSet(words: ["回顾", "回望", "回首", "纵观", "总结", "展望", "过去的", "已经过去的", "即将过去的", "进入", "步入"])
  static let holdings = WordSet(words: [
    "组成", "组建了", "成立了", "下设", "设", "设有", "设立", "设置", "组建", "成立", "建立", "配备", "管理", "下辖",
  ])
  static let doers = WordSet(words: [
    "书记", "党委书记", "支部书记", "党支部书记", "院长", "主要负责人", "主要领导", "领导", "院领导", "班子成员", "领导班子", "领导班子成员", "党委委员", "委员", "党员",
    "专家", "干部",
    "中层干部", "党员干部", "医务人员", "医护人员", "本人", "各支部", "支部", "党支部", "党委", "科室", "团队", "志愿者", "全体党员", "院党委书记", "县级", "市级",
    "院级", "科级",
  ])
  static let ofThose = WordSet(words: ["在管患者", "在管病人", "患者", "病人", "在管", "其", "辖区", "上述人群", "该人群"])
  static let persons = WordSet(words: ["患者", "病人", "老年人", "老人", "儿童", "孕产妇", "产妇", "孕妇", "新生儿", "残疾人", "育龄妇女"])
  static let done = WordSet(words: [
    "已", "实际", "实测", "监测值", "完成值", "实有", "上述指标", "目前", "当前", "现为", "现有", "现已", "目前已", "截至", "截止", "累计已", "提前",
  ])
  static let shares = WordSet(words: ["占", "占比", "约占", "占全院", "占全县", "占全市"])
  static let regionEndings = WordSet(words: ["县", "省", "区", "市", "旗", "镇", "乡", "州", "街道", "农场"])
  /// Words that end as names of regions do and are none.
  static let noRegions = WordSet(words: [
    "院区", "病区", "社区", "辖区", "园区", "山区", "地区", "景区", "校区", "小区", "县区", "市区", "牧区", "林区", "灾区", "疫区", "库区", "厂区",
    "诊区",
    "分区", "片区", "郊区", "功能区", "服务区", "等候区", "治疗区", "清洁区", "污染区", "隔离区", "示范区", "试验区", "城市", "门市", "超市", "上市", "县市", "乡镇",
    "城镇",
    "城乡", "下乡", "家乡", "返乡", "回乡", "贫困县", "示范县", "试点县", "先进县", "达标县", "示范乡", "示范镇", "示范市", "卫生镇", "卫生乡", "卫生县",
    "文明县",
    "护区", "输血区", "检区", "康复区", "留观区", "抢救区", "中心区", "自治区", "老区", "主城区", "老城区", "新城区", "中心城区",
  ])
  /// Verbs before the name of a region.
  static let towards = WordSet(words: [
    "依托",
    "走进", "深入", "前往", "面向", "覆盖", "涉及", "包括", "惠及", "支援", "帮扶", "对口", "派驻", "抵达", "来自", "位于", "地处", "进驻", "下沉", "辐射",
    "服务", "带动", "联系", "包联", "赴", "到", "以", "翻开", "打开", "走近", "来到", "帮助", "协助",
    "在", "对", "向", "由", "从", "给", "把", "将", "为", "是", "有", "按", "送", "进", "创建", "建成", "组织",
  ])
  /// Words that say where something stands among others.
  static let ranks = WordSet(words: [
    "最高", "最低", "最多", "最少", "最长", "最短", "最大", "最小", "最好", "最差", "较高", "较低", "较多", "较少", "较好", "较差", "第一", "末位", "首位",
    "列前", "排前", "靠前", "靠后", "领先", "较长", "较短", "较快", "较慢", "较大", "较小",
    "偏高", "偏低", "最快", "最慢", "居前", "居后", "落后", "前列",
  ])
  /// What is ranked.
  static let ranked = WordSet(words: [
    "乡镇", "县区", "县市区", "单位", "机构", "街道", "地区", "医院", "科室", "卫生院", "乡镇卫生院", "中心", "乡",
  ])
  static let ranking = WordSet(words: [
    "最高", "最低", "最多", "最少", "最长", "最短", "最大", "最小", "最好", "最差", "最快", "最慢", "较快", "较慢", "较大", "较小", "较高", "较低", "较多",
    "较少", "较好", "较差", "排名",
    "排在",
    "位居",
    "位列", "居前", "居后", "靠前",
    "靠后", "领先", "末位", "首位", "排前", "排后", "前三", "后三", "前两", "后两", "末两", "末三", "前一", "后一", "前五", "后五", "偏高", "偏低", "居首",
    "垫底", "高于", "低于", "达标",
    "名列", "依次", "超过", "不足", "前1", "前2", "前3", "前4", "前5", "前6", "前8", "前10", "后1", "后2", "后3", "后5", "前十", "前四", "后十",
  ])
  static let managing = WordSet(words: ["管理", "在管", "规范管理", "已管理", "纳入管理", "健康管理"])
  static let givenCare = WordSet(words: ["接受健康管理", "享受健康管理", "纳入健康管理", "提供健康管理", "规范管理", "健康管理的"])
  static let personsCared = WordSet(words: [
    "老年人", "高血压患者", "糖尿病患者", "高血压病人", "糖尿病病人", "精神障碍患者", "高血压", "糖尿病",
  ])
  static let counties = WordSet(words: ["县", "区", "市", "旗"])
  static let dayClinics = WordSet(words: ["中医馆", "国医馆", "国医堂", "口腔科", "门诊"])
  static let departments = WordSet(words: ["科", "病区", "病房", "一区", "二区", "中心", "门诊", "专业组", "中医馆", "国医馆", "国医堂", "ICU"])
  static let handling = WordSet(words: ["处理", "处置", "完成", "开展", "实施"])
  static let populations = WordSet(words: ["人群", "老年人", "儿童", "老人", "学生", "职工", "妇女"])
  /// Words that set an aim.
  static let announcing = WordSet(words: [
    "提出", "提出了", "确定", "确定了", "明确", "明确了", "设定", "设定了", "定下", "定下了", "确立", "确立了", "下达", "下达了",
  ])
  /// Words that what was reached is set against an aim with.
  static let setAgainst = WordSet(words: ["与", "距", "距离", "离", "较", "比", "未达", "没有达到", "尚未达到", "低于", "不及", "达不到"])
  static let gaps = WordSet(words: ["差距", "相比", "还差", "尚差", "仍差", "相差", "尚有", "仍有", "还有"])
  /// Words of persons in care or in office, which begin as a word of place does.
  static let holding = WordSet(words: ["在管", "在册", "在岗", "在职", "在编", "在院", "在校", "在读", "在建"])
  /// What kind of area 地区 is, and no name of one.
  static let kindsOfAreas = WordSet(words: [
    "农村", "城市", "边远", "偏远", "贫困", "民族", "西部", "东部", "中部", "部分", "重点", "周边", "欠发达", "发达", "高原", "高发", "流行", "其他", "山",
    "牧",
    "脱贫", "基层", "城乡", "薄弱", "多发", "国家", "有关", "各", "当", "该", "本", "老少边穷",
  ])
  /// Groups of people that are no staff of their own.
  static let teams = WordSet(words: [
    "团队", "队员", "乡村医生", "村医", "志愿", "学员", "小组", "成员", "参训", "培训", "专家组", "巡诊", "辞职", "离职", "引进", "招聘", "新进", "新招", "调离",
    "退休", "转岗",
    "进修", "录用",
  ])
  static let training = WordSet(words: ["培训", "轮训", "集训"])
  static let yearly = WordSet(words: ["年度", "全年"])
  static let yearlyAims = WordSet(words: ["年度目标", "年度控制目标", "年度目标值", "全年目标", "全年任务"])
  static let peaks = WordSet(words: ["单日", "高峰日", "日最高", "单月最高", "最高日", "峰值日", "单日最高", "单日最大", "每日", "每天", "当日"])
  static let serving = WordSet(words: [
    "服务", "惠及", "受益", "接诊", "诊治", "接待", "救治", "义诊", "接受", "受惠", "共服务", "免费", "累计", "共", "为",
  ])
  static let within = WordSet(words: ["内", "中", "间"])
  static let `where` = WordSet(words: ["在", "到", "由", "向", "对", "与", "为", "从", "给", "赴", "往"])
  static let someOf = WordSet(words: [
    "其他", "其余", "部分", "各", "多", "该", "两", "基层", "全部", "所有", "大型", "公立", "民营", "辖区", "城区", "农村", "下属", "成员", "牵头", "其中",
    "支持", "推进", "指导",
    "帮扶", "托管", "一般", "中心", "普通", "重点", "首诊", "首选", "患病", "选择", "就近", "常驻", "进驻", "入驻", "派驻", "下沉",
  ])
  static let housesOfNames = WordSet(words: [
    "分院", "卫生服务站", "卫生服务中心", "卫生室", "血站", "总医院", "街道中心", "社区中心", "镇中心", "乡中心", "防治院", "疗养院", "护理院",
  ])
  /// What a house is given and does not earn: no part of a revenue that a catalogue knows.
  static let subsidies = WordSet(words: ["补助", "补助收入", "财政拨款", "拨款收入", "财政收入"])
  /// 帮助分院开展新技术23项: whom someone helped, and no part.
  static let helpedBranches = Set(["帮助", "帮扶", "指导", "支持", "协助", "支援", "带动"].map { $0 + "分院" })
  /// The houses of a group, spoken of together.
  static let branches = WordSet(words: ["分院", "各分院", "乡镇分院", "各乡镇分院", "基层分院", "总院", "医共体总院"])
  /// Offices that run the facilities of a region.
  static let offices = WordSet(words: [
    "卫健局", "卫健委", "卫计局", "卫计委", "卫生和计划生育局", "卫生健康局", "卫生健康委", "卫生健康委员会", "医保局", "医疗保障局", "疾控局",
  ])
  /// What an office has of its own.
  static let matters = WordSet(words: [
    "党", "廉政", "干部", "职工", "人员", "投诉", "信访", "问题", "整改", "处分", "处理", "约谈", "谈话", "表彰", "荣誉", "预算", "支出", "收入", "文件",
    "制度", "发展对象", "积极分子", "申请书",
  ])
  static let campuses = WordSet(words: ["院区", "分部", "本部"])
  /// Institutions that are many in a county and have a name of their own each.
  static let communityHouses = WordSet(words: ["社区卫生服务中心", "社区卫生服务站", "卫生院", "村卫生室", "卫生服务站"])
  /// Words before which 医院 is part of no name: 医院感染, 医院管理.
  static let afterNoName = WordSet(words: [
    "感染", "感控", "获得", "管理", "信息", "评审", "文化", "等级", "工作", "建设", "评价", "章程", "院长",
  ])
  /// Words that are no name where they stand before 医院 or 卫生院: 上级医院, 新建卫生院.
  static let noProperNames = WordSet(words: [
    "级", "供血", "用血", "上级", "下级", "牵头", "成员", "托管", "周边", "各大", "县内", "县外", "省内", "省外", "市内", "市外", "外地", "试点", "定点",
    "示范", "智慧", "人文", "闭环", "温馨", "阳光", "数字", "节约型", "无烟", "廉洁", "法治", "书香", "和谐", "幸福",
    "平安", "互联网",
    "方舱", "合作", "对口", "支援", "协作", "核心", "龙头", "监测", "样本", "哨点", "基层", "社区", "建", "扩", "改", "迁", "大型", "综合", "专科", "公立",
    "民营", "私立", "中医",
    "康复", "儿童", "肿瘤", "口腔", "妇产", "三甲", "二甲", "附属", "教学", "实习", "研究型", "现代", "绿色", "健康", "美丽", "清廉", "文明", "甲等", "乙等",
    "我国", "全",
    "本", "该", "其", "每", "两", "多", "数", "达标", "合格", "优秀", "先进", "标准", "特色", "区域", "所属", "下属", "直属", "辖", "县", "市", "省",
    "国", "流动", "帮扶", "受援", "总",
  ])
  static let kindsOfHouses = Set(FacilityKinds.plurals + ["公立医院", "民营医院", "乡镇卫生院", "村卫生室", "基层医疗卫生机构", "基层医疗机构"])
  static let providing = WordSet(words: ["提供", "提供了", "进行", "进行了", "开展", "开展了", "实施", "实施了", "完成", "完成了", "做了"])
  static let untils = WordSet(words: ["到", "至"])
  static let foundings = WordSet(words: ["建于", "立于", "办于", "始于", "创于"])
  static let early = WordSet(words: ["提前", "超额", "如期"])
  static let reaching = WordSet(words: ["了", "为", "是", "达", "达到", "近"])
  /// What words for the time of an event end in.
  static let timesOfEvents = WordSet(words: ["时", "之初", "初期", "当初", "伊始", "起步阶段"])
  static let events = WordSet(words: ["前", "初", "峰值"])
  static let equals = WordSet(words: ["是", "为", "达", "达到", "约", "相当于"])
  static let speeds = WordSet(words: ["增速", "增长速度", "降速", "增长势头"])
  /// Words of those who go to what others hold.
  static let attending = WordSet(words: attended)
  /// Words of those who do what is counted.
  static let joining = WordSet(words: attended + ["完成"])
  private static let attended = ["参加", "参与", "接受"]
  static let wholes = WordSet(words: ["全", "我"])
  static let groups = WordSet(words: ["基层", "医共体", "医疗机构", "医疗卫生机构"] + FacilityKinds.plurals)
  static let openers = WordSet(words: [
    "现", "仅", "仅仅", "单是", "当月", "当日", "单月", "当季", "目前", "同时", "此外", "另外", "另", "另有", "还有", "年内", "当前", "据统计",
  ])
  static let allInstitutions = WordSet(words: [
    "医疗卫生机构", "医疗机构", "各级各类医疗卫生机构", "各级各类医疗机构", "各级医疗卫生机构", "各级医疗机构", "各类医疗机构", "各类医疗卫生机构",
  ])
  static let publicInstitutions = WordSet(words: ["公立医疗卫生机构", "公立医疗机构"])
  static let times = WordSet(words: ["年", "月", "周", "天"])
  static let foundingVerbs = WordSet(words: ["新建", "新设", "新成立", "新设立"])
  static let scopes = WordSet(words: ["含", "不含", "剔除", "扣除"])
  static let without = WordSet(words: ["不含", "剔除", "扣除"])
  static let patients = WordSet(words: ["患者", "病人"])
  static let people = WordSet(words: ["群众", "农牧民", "牧民", "患者", "居民", "市民", "老百姓", "百姓", "村民", "病人"])
  static let sums = WordSet(words: ["累计", "共", "共计", "总计", "现", "已", "将", "年", "在"])
  static let aimVerbs = WordSet(words: [
    "力争", "冲刺", "争取", "确保", "努力", "计划", "预计", "预期", "拟", "有望", "要求达到", "应达到", "须达到",
  ])
  static let counted = WordSet(words: ["患者", "病人", "人群", "孕产妇"])
  static let takingPart = WordSet(words: ["参加", "参与"])
  static let doneTo = WordSet(words: [
    "走访", "慰问", "排查", "救助", "招聘", "引进", "新增", "新建", "选派", "派出", "救治", "整改", "培训", "组织", "表彰", "聘用",
    "下派", "接种", "签订", "评选", "推荐", "处理", "通报", "发放",
  ])
  /// Words between a name and what became of it.
  static let adverbs = WordSet(words: ["才", "就", "却", "因此", "由此", "也", "须", "应", "必须", "应当"])
  static let linking = WordSet(words: [
    "则", "也", "亦", "却", "又", "再", "还", "已", "现已", "均已", "随之", "由此", "一路", "一举", "进一步", "相应", "同时", "因此", "因而", "继而",
    "转而", "如今", "并", "终于", "经核实", "经测算", "一度", "曾一度", "尚", "仍", "尚且", "而", "但",
  ])
  /// Words for all the time up to a day.
  static let untilNow = WordSet(words: ["截至", "截止", "目前", "至今", "累计"])
  /// Words that make of a year what another is built on: 在2023年的基础上.
  static let grounds = WordSet(words: ["基础上", "基础", "水平上"])
  /// Words before an aim that is still ahead.
  static let distances = WordSet(words: ["距", "距离", "离"])
  /// Words before a colon that make aims of what follows.
  static let plans = WordSet(words: [
    "计划", "工作计划", "目标", "工作目标", "主要目标", "打算", "工作打算", "工作安排", "工作要点", "预期目标", "主要预期目标", "奋斗目标", "目标任务", "安排", "初步安排",
    "考核要求", "目标要求", "质控目标", "年度目标", "任务", "责任书", "责任书明确", "责任书约定", "责任书规定", "责任书要求", "责任状", "任务书", "要求", "协议约定",
    "协议明确", "会议明确", "会议要求", "通知要求", "通知明确", "方案要求", "方案明确", "方案提出", "规划提出",
  ])
  static let joints = WordSet(words: ["并", "且", "同时", "其中"])
  static let including = WordSet(words: ["含", "包括", "包含", "其中含"])
  static let notes = WordSet(words: [
    "含", "不含", "包括", "包含", "不包括", "剔除", "按", "占", "注", "以", "扣除", "除",
  ])
  static let wanting = WordSet(words: [
    "缺编", "缺口", "失调", "缺员", "目前", "现有", "仅", "只有", "偏低", "较低", "不高", "差距", "短缺", "缺乏", "不足", "尚未", "偏紧", "偏高", "滞后",
    "拖欠", "下滑", "未达", "未完成", "今年", "不到位", "高达", "偏长", "超标", "不平衡", "不均衡", "较重", "沉重",
  ])
  static let gapsFromAims = WordSet(words: [
    "尚有差距", "仍有差距", "还有差距", "有差距", "有一定差距", "尚有一定差距", "仍有一定差距", "还有一定差距", "有较大差距", "还差", "尚差", "相差",
  ])
  static let planning = WordSet(words: [
    "下一步", "下步", "今后", "明年", "下半年", "力争", "计划", "确保", "将", "目标", "达到", "以上", "以内", "提高到", "提升至",
  ])
  static let institutionEndings = WordSet(words: ["医院", "卫生院", "保健院", "中心"])
  static let deeds = WordSet(words: ["管理", "服务", "规范"])
  static let saving = WordSet(words: ["抢救", "救治"])
  static let cutShort = WordSet(words: ["率", "占比", "比例", "强度"])
  static let centres = WordSet(words: ["镇中心", "乡中心"])
  static let houses = WordSet(words: ["医院", "卫生院", "保健院", "中心", "站", "室"])
  static let notNouns = WordSet(words: [
    "排名", "为期", "历时", "长达", "约", "地址", "电话", "邮编", "编号", "位居", "名列", "前", "近", "第", "不到", "另有", "还有", "中有", "以",
    "由", "被", "于", "为", "一式", "共印", "印",
  ])
  static let ratioEndings = WordSet(words: PhraseWords.ratioEndings)
  static let durationEndings = WordSet(words: PhraseWords.durationEndings)
  static let partEndings = WordSet(words: [
    "科", "病区", "院区", "分院", "科室", "病房", "中医馆", "国医馆", "国医堂", "老年人", "老人", "女生", "类别", "疫苗", "儿童", "人群", "女", "男", "男性",
    "女性", "在职", "退休",
    "离退休", "农村", "城镇", "城市",
    "贫困人口", "脱贫人口", "成人", "学生", "居民", "院前", "ICU", "监护室", "高血压", "糖尿病", "孕产妇", "残疾人", "特殊家庭", "贫困户", "脱贫户",
    "低保户", "流动人口", "精神障碍",
  ])
  static let noKeyGroups = WordSet(words: ["居民", "人群", "农村", "城镇", "城市", "流动人口", "学生", "成人", "男性", "女性"])
  static let notPeriods = WordSet(words: PhraseWords.notPeriods)
  static let perHead = WordSet(words: ["每千", "每万", "每百", "每十万", "人均"])
  static let neutral = WordSet(words: [
    "群众", "患者", "病人", "居民", "推动", "紧盯", "瞄准", "盯住", "报表显示", "年报显示", "统计报表显示", "直报数据显示", "那时候", "那时", "当时", "参保群众",
    "参保患者", "两病", "慢病",
    "全院", "全系统", "全系统设", "所属", "完成", "辖区居民", "全人群", "常住居民", "全年", "年度", "目前", "本院", "单位",
    "中心", "科室", "累计", "实际", "业务", "新", "期末", "年末", "期初", "年底", "月末", "职工", "团队", "发生", "辖区", "通过", "本地", "总", "年均",
    "目前",
    "现有", "全体", "医联体", "绿色通道", "双向转诊平台", "转诊平台", "预约平台", "平台", "系统", "巡察反馈", "督导反馈", "检查反馈", "来信", "后", "各成员单位", "当前",
    "期内",
    "本期", "当期", "季度", "报告期", "报告期内",
    "统计",
    "共有", "全部", "我市", "我县", "开展", "的", "常住人口", "辖区常住人口", "人口",
    "户籍人口", "各季", "各季度", "各月", "逐月", "逐季", "每季度", "第三方", "测评", "评价", "调查", "评估", "涉及", "限期", "常态化", "限时", "各级", "国家",
    "上级",
    "家属", "新冠疫苗", "新冠病毒疫苗", "疫苗接种点", "接种点", "预防接种门诊", "接种门诊", "采样点", "年初", "书记", "支部书记", "做", "做了", "第三方评价", "第三方测评",
    "第三方调查", "抽查", "七一前夕", "“七一”前夕", "绩效考核", "问卷", "电话", "回访",
    "当天", "参保居民", "参保人员", "参保职工", "我国", "我省", "年内", "综合", "总体", "初步测算", "测算", "经测算", "初步统计", "初步核算",
    "疫情中", "疫情期间", "定点", "落实",
  ])
  /// Words before 手术 that make no kind of it: how often, how many a day, and those that were not done.
  static let noKindsOfSurgery = WordSet(words: [
    "再次", "日均", "平均", "人均", "次均", "取消", "暂停", "延期", "待", "首台", "申请", "重返", "计划",
  ])
  /// Words before an aim that a plan keeps to: 围绕全年门诊20万人次的目标.
  static let aroundAims = WordSet(words: ["围绕", "紧扣", "对照", "锚定", "聚焦", "对标", "为完成", "完成"])
  /// Words that a sentence begins with that speaks of the day of writing.
  static let now = WordSet(words: ["目前", "截至目前", "截止目前", "现在", "当前", "如今"])
  static let causes = WordSet(words: ["导致", "使得", "造成"])
  /// 供血医院满意度: those who judge, and no hospital by its name.
  static let bloodUsers = WordSet(words: ["供血", "用血"])
  static let goingTo = WordSet(words: ["赴", "到", "进", "走进", "深入", "下", "前往", "在"])
  static let caring = WordSet(words: ["接诊", "诊治", "收治", "接待", "服务", "完成", "救治"])
  static let countEndings = WordSet(words: ["人数", "次数", "台次", "例数", "台数", "件数", "人次", "总数", "户数", "份数", "张数"])
}
