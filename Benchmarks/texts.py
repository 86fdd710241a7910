# SPDX-License-Identifier: Apache-2.0
"""Makes long texts of many work reports, the same bytes everywhere, to time `tongbi extract` with."""

import random

TOWNS = ["清溪", "白塔", "石桥", "柳林", "青山", "东湾", "南坪", "北川", "双河", "云岭"]
HOUSES = ["县人民医院", "县中医医院", "县妇幼保健院", "镇中心卫生院", "乡卫生院"]

# {n} a count, {w} ten thousands, {p} a percentage, {c} a change in percent, {y} yuan.
FIGURES = [
    "全年完成门急诊{w}万人次，同比增长{c}%；出院{n}人次，比上年增加{c}%。",
    "开展手术{n}台次，其中三四级手术{n}台次，占比{p}%。",
    "病床使用率{p}%，较上年提高{c}个百分点；平均住院日{c}天，同比下降{c}%。",
    "医疗收入{n}万元，药占比{p}%，下降{c}个百分点，耗占比{p}%。",
    "门诊次均费用{y}元，住院次均费用{n}元，分别下降{c}%和{c}%。",
    "家庭医生签约{n}人，签约率{p}%，重点人群签约率{p}%。",
    "高血压患者规范管理率{p}%，糖尿病患者规范管理率{p}%，65岁及以上老年人健康管理率{p}%。",
    "接种疫苗{n}剂次，健康档案建档率{p}%，孕产妇系统管理率{p}%，3岁以下儿童系统管理率{p}%。",
    "现有职工{n}人，其中执业（助理）医师{n}人、注册护士{n}人，编制床位{n}张。",
    "全院设党支部{m}个，现有党员{n}名，发展党员{m}名，召开党委会{m}次。",
]
PROSE = [
    "全院上下坚持以人民健康为中心，紧紧围绕年初确定的各项目标任务，统筹推进改革、发展和管理，各项工作取得明显成效。",
    "加强党对医院工作的全面领导，严格落实意识形态工作责任制，推动主题教育走深走实，把学习成果转化为服务群众的实际行动。",
    "持续改善就医感受，优化门诊流程，推行预约诊疗和诊间结算，设立一站式服务台，让群众少跑腿、少排队。",
    "深入推进紧密型县域医共体建设，落实分级诊疗制度，选派骨干到基层坐诊带教，提升基层服务能力。",
    "强化医疗质量安全管理，落实核心制度，规范病历书写，加强重点环节和重点时段的巡查，切实防范医疗风险。",
    "加强人才队伍和重点专科建设，鼓励职工参加培训和进修，营造尊重知识、尊重人才的良好氛围。",
    "一是学科建设还不够强，高层次人才引进难；二是信息化水平有待提高，数据共享还不充分；三是精细化管理还有差距。",
    "严格执行中央八项规定精神，常态化开展警示教育，签订廉洁从业承诺书，行风建设不断加强。",
]
# How many sentences without figures stand between two with some.
KINDS = {"prose": 4, "mixed": 0.25, "figures": 0}


def report(numbers, spacing):
    """One report: title, headings, paragraphs."""

    def filled(sentence):
        values = {
            "{n}": lambda: str(numbers.randrange(100, 9000)),
            "{m}": lambda: str(numbers.randrange(2, 40)),
            "{w}": lambda: f"{numbers.randrange(1000, 9999) / 100}",
            "{p}": lambda: f"{numbers.randrange(100, 990) / 10}",
            "{c}": lambda: f"{numbers.randrange(11, 150) / 10}",
            "{y}": lambda: f"{numbers.randrange(1500, 3500) / 10}",
        }
        for mark, value in values.items():
            while mark in sentence:
                sentence = sentence.replace(mark, value(), 1)
        return sentence

    lines = [f"{numbers.choice(TOWNS)}{numbers.choice(HOUSES)}{numbers.randrange(2015, 2025)}年度工作总结"]
    for heading in ["一、医疗业务", "二、公共卫生", "三、运行管理", "四、党的建设"]:
        lines.append(heading)
        for _ in range(3):
            words = []
            for _ in range(4):
                words.append(filled(numbers.choice(FIGURES)))
                plain = int(spacing) + (numbers.random() < spacing % 1)
                words += numbers.choices(PROSE, k=plain)
            lines.append("".join(words))
    return "\n".join(lines) + "\n"


def make_text(path, kind, megabytes=8):
    """Writes reports of a kind one after the other, until they are so long."""
    numbers = random.Random(7)
    written = 0
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        while written < megabytes * 1_000_000:
            text = report(numbers, KINDS[kind])
            file.write(text)
            written += len(text.encode())
