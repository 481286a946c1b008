#!/usr/bin/env python3
"""Writes a notice with a roster of N rows as Word would save it: generate.py ROWS OUT.docx

Every run and paragraph carries its properties, so that a row weighs about 5 KB of XML (10,000 rows: 50 MB). The roster
has what makes rosters hard: a district merged over ten rows, one district typed as three paragraphs, cells that list
two to four organisations, full-width spaces in names. The notice's claim (等N个) is true. Equal input, equal bytes.
"""

import sys
import zipfile

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DISTRICTS = [["市直属"], ["吴", "兴", "区"], ["南浔区"], ["德清县"], ["长兴县"], ["安吉县"], ["南太湖新区"]]
VIRTUES = ["红心聚力", "思政一体", "三校共进", "艺心乡见", "立德优师", "同心筑梦", "薪火相传", "向阳花开", "匠心育人"]
PLACES = ["湖州市", "吴兴区", "南浔区", "德清县", "长兴县", "安吉县", "织里镇", "练市镇", "莫干山镇"]
SCHOOLS = ["第一小学", "实验中学", "滨湖高级中学", "行知中学", "爱山小学教育集团", "艺术与设计学校", "成人文化技术学校"]
ENDINGS = ["党委", "党总支", "党支部"]

FONTS = ('<w:rFonts w:ascii="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:cs="宋体"/>'
         '<w:color w:val="000000"/><w:kern w:val="0"/><w:sz w:val="24"/><w:szCs w:val="24"/>')
BORDERS = "".join(f'<w:{side} w:val="single" w:color="auto" w:sz="4" w:space="0"/>' for side in ("top", "left", "bottom", "right"))
WIDTHS = [737, 1134, 3402, 4252]


def paragraph(text, align="both"):
    run = f'<w:r w:rsidRPr="00A77B3E"><w:rPr>{FONTS}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return ('<w:p w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E"><w:pPr><w:widowControl/>'
            '<w:spacing w:before="0" w:after="0" w:line="360" w:lineRule="exact"/>'
            f'<w:jc w:val="{align}"/><w:rPr>{FONTS}</w:rPr></w:pPr>{run}</w:p>')


def cell(column, lines, merge="", span=1):
    width = sum(WIDTHS[column:column + span])
    grid_span = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return (f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{grid_span}{merge}<w:tcBorders>{BORDERS}</w:tcBorders>'
            '<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/><w:vAlign w:val="center"/></w:tcPr>'
            + "".join(paragraph(line, "center") for line in lines) + "</w:tc>")


def row(cells):
    return ('<w:tr w:rsidR="00A77B3E" w:rsidTr="00B21F04"><w:trPr><w:trHeight w:val="567" w:hRule="atLeast"/>'
            '<w:jc w:val="center"/></w:trPr>' + "".join(cells) + "</w:tr>")


def name(index):
    space = "\u3000" if index % 7 == 0 else ""
    return f"{VIRTUES[index % 9]}{space}{VIRTUES[(index * 5 + 1) % 9]}{index + 1}号"


def organisations(index):
    return [PLACES[(index + k) % 9] + SCHOOLS[(index * 3 + k) % 7] + ENDINGS[(index + k) % 3] for k in range(2 + index % 3)]


def record(index):
    block, place = divmod(index, 10)
    first = place == 0
    merge = '<w:vMerge w:val="restart"/>' if first else "<w:vMerge/>"
    district = DISTRICTS[block % len(DISTRICTS)] if first else [""]
    return row([cell(0, [str(index + 1)]), cell(1, district, merge), cell(2, [name(index)]), cell(3, organisations(index))])


def pieces(rows):
    """The document part, piece by piece."""
    yield f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document xmlns:w="{WORD}"><w:body>'
    head = ["湖教党〔2023〕10号", "", "关于公布全市教育系统党建联建最佳实践的通知", "", "各区（县）教育局党委，各市直学校（单位）党组织：",
            f"经择优推荐、专家评分、实地核查等环节，决定将“{name(0)}”等{rows}个党建联建项目评定为最佳实践，具体名单详见附件。", "",
            "附件：全市教育系统党建联建最佳实践名单", "", "中共湖州市教育局委员会", "2023年6月14日", "", "附件"]
    for text in head:
        yield paragraph(text)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in WIDTHS)
    yield f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:jc w:val="center"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    yield row([cell(0, ["全市教育系统党建联建最佳实践名单"], span=4)])
    yield row([cell(i, [text]) for i, text in enumerate(["序号", "区县", "党建联建名称", "联建党组织"])])
    for index in range(rows):
        yield record(index)
    yield '</w:tbl><w:p/><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>'


TYPES = ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
         '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
         '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
         '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
RELATIONS = ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
             '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
             'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
             'Target="word/document.xml"/></Relationships>')


def entry(part):
    info = zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def main():
    rows, path = int(sys.argv[1]), sys.argv[2]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(entry("[Content_Types].xml"), TYPES)
        archive.writestr(entry("_rels/.rels"), RELATIONS)
        with archive.open(entry("word/document.xml"), "w", force_zip64=False) as part:
            for piece in pieces(rows):
                part.write(piece.encode())


if __name__ == "__main__":
    main()
