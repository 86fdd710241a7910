# SPDX-License-Identifier: Apache-2.0
"""Makes the tables that are measured: monthly figures of made-up facilities over two years.

`facility,metric,period,value,unit`, about 57 bytes a row. 2 % of the values are empty (not reported), 1 % are `*`
(masked). The same number of rows in the same order gives the same bytes on every machine.
"""

import array
import contextlib
import multiprocessing
import os
import random
import zipfile

COLUMNS = ["facility", "metric", "period", "value", "unit"]
MONTHS = [f"{year}-{month:02}" for year in (2022, 2023) for month in range(1, 13)]
METRICS = [  # name, Tongbi's id, unit, decimals, no figure of a month reaches
    ("门诊人次", "visits_outpatient", "人次", 0, 40_000),
    ("急诊人次", "visits_emergency", "人次", 0, 9_000),
    ("出院人次", "discharges", "人次", 0, 3_000),
    ("手术人次", "surgeries", "人次", 0, 900),
    ("健康检查人次", "health_checks", "人次", 0, 2_000),
    ("互联网诊疗人次", "internet_visits", "人次", 0, 600),
    ("医疗收入", "revenue_medical", "元", 2, 9_000_000),
    ("门诊收入", "revenue_outpatient", "元", 2, 4_000_000),
]
COUNTIES = [first + second for first in "清青安永平长宁东南北" for second in "河源泽丰和乐山原阳溪"]
TOWNS = [first + second for first in "柳石松马高大新沙金红黄枣桃竹杨梅" for second in "林桥泉岭坡塘店湾坝寨沟集口楼坪庄"]
KINDS = ["卫生院", "中医院", "门诊部", "卫生室", "服务站"]
BLOCK = 50_000  # rows that a process makes at a time


def facility(index):
    """A name such as 清河柳林卫生院; the first 128,000 differ from each other."""
    index, kind = divmod(index, len(KINDS))
    county, town = divmod(index, len(TOWNS))
    return COUNTIES[county % len(COUNTIES)] + TOWNS[town] + KINDS[kind]


def scrambled(number):
    """64 bits that look random and depend on nothing but the number (SplitMix64)."""
    mask = 0xFFFF_FFFF_FFFF_FFFF
    number = (number + 1) * 0x9E37_79B9_7F4A_7C15 & mask
    number = (number ^ number >> 30) * 0xBF58_476D_1CE4_E5B9 & mask
    number = (number ^ number >> 27) * 0x94D0_49BB_1331_11EB & mask
    return number ^ number >> 31


def cells(index):
    """The cells of the row that stands at this place in the table in order: by facility, metric and month."""
    series, month = divmod(index, len(MONTHS))
    place, metric = divmod(series, len(METRICS))
    name, _, unit, decimals, largest = METRICS[metric]
    bits = scrambled(index)
    share = bits % 100
    if share < 2:
        value = ""
    elif share < 3:
        value = "*"
    else:
        figure = (bits >> 8) % (largest * 10**decimals)
        value = f"{figure // 100}.{figure % 100:02}" if decimals else str(figure)
    return facility(place), name, MONTHS[month], value, unit


def lines(indices):
    return "".join(",".join(cells(index)) + "\n" for index in indices).encode()


def make_table(path, rows, order):
    """Writes the table with so many rows as CSV; `order` is "in order" or "shuffled"."""
    indices = range(rows)
    if order == "shuffled":
        indices = array.array("I", indices)
        random.Random(2023).shuffle(indices)
    with replacing(path) as file, multiprocessing.Pool() as pool:
        file.write((",".join(COLUMNS) + "\n").encode())
        blocks = (indices[start : start + BLOCK] for start in range(0, rows, BLOCK))
        file.writelines(pool.imap(lines, blocks))


def make_workbook(path, rows):
    """Writes the table in order as the one sheet of a workbook, its words shared as Excel shares them."""
    words = {}

    def cell(column, row, text):
        if text.replace(".", "").isdigit():
            return f'<c r="{column}{row}"><v>{float(text):.15g}</v></c>'
        return f'<c r="{column}{row}" t="s"><v>{words.setdefault(text, len(words))}</v></c>'

    def line(row, texts):
        return f'<row r="{row}">{"".join(cell(c, row, text) for c, text in zip("ABCDE", texts) if text)}</row>'

    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    with replacing(path) as file, zipfile.ZipFile(file, "w") as archive:

        def part(name):
            info = zipfile.ZipInfo(name)  # which is dated 1980, so that the bytes stay the same
            info.compress_type = zipfile.ZIP_DEFLATED
            return archive.open(info, "w")

        with part("xl/worksheets/sheet1.xml") as sheet:
            sheet.write(f"<worksheet {main}><sheetData>{line(1, COLUMNS)}".encode())
            for index in range(rows):
                sheet.write(line(index + 2, cells(index)).encode())
            sheet.write(b"</sheetData></worksheet>")
        with part("xl/sharedStrings.xml") as strings:
            items = "".join(f"<si><t>{word}</t></si>" for word in words)
            strings.write(f'<sst {main} uniqueCount="{len(words)}">{items}</sst>'.encode())
        others = {
            "[Content_Types].xml": f"""<Types xmlns="{package}/content-types">
              <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
              <Override PartName="/xl/workbook.xml" ContentType="{kinds}.sheet.main+xml"/>
              <Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kinds}.worksheet+xml"/>
              <Override PartName="/xl/sharedStrings.xml" ContentType="{kinds}.sharedStrings+xml"/></Types>""",
            "_rels/.rels": f"""<Relationships xmlns="{package}/relationships">
              <Relationship Id="rId1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""",
            "xl/_rels/workbook.xml.rels": f"""<Relationships xmlns="{package}/relationships">
              <Relationship Id="rId1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>
              <Relationship Id="rId2" Type="{office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>""",
            "xl/workbook.xml": f"""<workbook {main} xmlns:r="{office}">
              <sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>""",
        }
        for name, text in others.items():
            with part(name) as file:
                file.write(f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'.encode())


@contextlib.contextmanager
def replacing(path):
    """A file to write that takes its name when it is whole, so that a run cut short leaves nothing to mistake for it."""
    unfinished = path.with_name(path.name + ".part")
    with open(unfinished, "wb") as file:
        yield file
    os.replace(unfinished, path)
