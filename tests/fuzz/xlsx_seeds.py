#!/usr/bin/env python3
"""Writes the seed corpus of xlsx_fuzz and the sample workbook: tests/fuzz/xlsx_seeds.py

Small packages, stored and not deflated so that a fuzzer can change their text; each feature of the reader in one of them.
"""

import pathlib
import zipfile

HERE = pathlib.Path(__file__).parent
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


def package(path, sheets, strings="", styles="", workbook="", beside=None, method=zipfile.ZIP_STORED):
    """`sheets` are (name, attributes, content); `beside` a part of the first sheet: (kind, root, content)."""
    def relationships(items):
        lines = "".join(f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>' for key, kind, target in items)
        return f'<Relationships xmlns="{PACKAGE}">{lines}</Relationships>'

    entries = {"_rels/.rels": relationships([("r1", "officeDocument", "xl/workbook.xml")])}
    listed = "".join(f'<sheet name="{name}" sheetId="{i}" r:id="s{i}" {attributes}/>'
                     for i, (name, attributes, _) in enumerate(sheets, 1))
    entries["xl/workbook.xml"] = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{workbook}<sheets>{listed}</sheets></workbook>'
    links = [(f"s{i}", "worksheet", f"worksheets/sheet{i}.xml") for i in range(1, len(sheets) + 1)]
    for kind, part, content in (("sharedStrings", "sst", strings), ("styles", "styleSheet", styles)):
        if content:
            links.append((kind, kind, f"{kind}.xml"))
            entries[f"xl/{kind}.xml"] = f'<{part} xmlns="{MAIN}">{content}</{part}>'
    entries["xl/_rels/workbook.xml.rels"] = relationships(links)
    for i, (_, _, content) in enumerate(sheets, 1):
        entries[f"xl/worksheets/sheet{i}.xml"] = f'<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}">{content}</worksheet>'
    if beside:
        kind, root, content = beside
        entries["xl/worksheets/_rels/sheet1.xml.rels"] = relationships([("b", kind, f"../{kind}.xml")])
        entries[f"xl/{kind}.xml"] = f'<{root} xmlns="{MAIN}" xmlns:a="{DRAWING}" xmlns:xdr="x">{content}</{root.split()[0]}>'
    kinds = {"xl/workbook": "sheet.main", "xl/worksheets/sheet": "worksheet", "xl/styles": "styles", "xl/sharedStrings": "sharedStrings"}
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{SHEET_TYPE}.{kind}+xml"/>' for name in entries
                        for start, kind in kinds.items() if name.startswith(start))
    entries["[Content_Types].xml"] = (
        f'<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>')
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, content in entries.items():
            archive.writestr(zipfile.ZipInfo(name), '<?xml version="1.0"?>\n' + content, method)


def cell(place, text, style=0):
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t>{text}</t></is></c>' if isinstance(text, str) else (
        f'<c r="{place}" s="{style}"><v>{text}</v></c>')


def rows(lines, style=0, first=1):
    out = ""
    for number, line in enumerate(lines, first):
        cells = "".join(cell(f"{chr(65 + i)}{number}", text, style) for i, text in enumerate(line) if text != "")
        out += f'<row r="{number}">{cells}</row>'
    return out


STYLES = ('<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>'
          '<fonts><font/></fonts><fills><fill/></fills><borders><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border>'
          '</borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf/><xf borderId="1"/><xf numFmtId="164" borderId="1"/><xf numFmtId="4" borderId="1"/>'
          '<xf numFmtId="49"/></cellXfs>')


def corpus():
    folder = HERE / "corpus" / "xlsx"
    folder.mkdir(parents=True, exist_ok=True)
    plain = f"<sheetData>{rows([['序号', '单位'], [1, '甲校'], [2.5, '乙校']])}</sheetData>"
    package(folder / "plain", [("Sheet1", "", plain)])
    package(folder / "strings", [("a", "", '<sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row></sheetData>')],
            strings="<si><t>a_x000D_b</t></si><si><r><t>张</t></r><rPh><t>z</t></rPh><r><t>三</t></r></si>")
    package(folder / "merges", [("a", "", plain + '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="A2:XFD1048576"/>'
                                 "</mergeCells>")])
    package(folder / "formats", [("a", "", f"<sheetData>{rows([[45091, 0.5]], 2)}</sheetData>")], styles=STYLES,
            workbook='<workbookPr date1904="1"/>')
    package(folder / "hidden", [("a", "", '<cols><col min="1" max="1" hidden="1"/></cols>' + plain), ("b", 'state="hidden"', plain)])
    package(folder / "formulas", [("a", "", '<sheetData><row r="1"><c r="A1"><f>1+1</f></c><c r="B1" t="e"><v>#N/A</v></c>'
                                   '<c r="C1" t="b"><v>1</v></c></row></sheetData>')])
    package(folder / "drawing", [("a", "", plain)], beside=(
        "drawing", "xdr:wsDr", "<xdr:a><a:p><a:r><a:t>框</a:t></a:r></a:p><a:blip/></xdr:a>"))
    package(folder / "comments", [("a", "", plain)], beside=(
        "comments", "comments", "<commentList><comment><text><r><t>核</t></r></text></comment></commentList>"))


def sample():
    listed = [["序号", "区县", "单位名称", "代码", "资助金额（元）", "批准时间"]]
    names = ["东河镇中心小学", "第一高级中学", "实验幼儿园", "职业技术学校", "西山乡中心学校", "特殊教育学校"]
    body = ""
    for i, name in enumerate(names):
        row = i + 5
        region = {0: "吴兴区", 3: "德清县"}.get(i, "")
        body += (f'<row r="{row}"{" hidden=" + chr(34) + "1" + chr(34) if i == 4 else ""}>' + cell(f"A{row}", i + 1, 1) +
                 (cell(f"B{row}", region, 1) if region else f'<c r="B{row}" s="1"/>') + cell(f"C{row}", name, 1) +
                 cell(f"D{row}", f"0{i + 31:04}", 1) + cell(f"E{row}", 1200 + i * 350.5, 3) +
                 cell(f"F{row}", 45091 + i * 31, 2) + "</row>")
    total = '<row r="11">' + cell("A11", "合计", 1) + "".join(f'<c r="{c}11" s="1"/>' for c in "BCD") + cell("E11", 12457.5, 3) + \
            '<c r="F11" s="1"/></row>'
    sheet = ("<sheetData>" + rows([["附件2"], ["2023年度教育专项资助名单"]]) + rows([["", "", "", "", "", "单位：元"]], first=3) +
             rows(listed, 1, 4) + body + total + rows([["注：金额以拨款通知为准。"]], first=12) + "</sheetData>"
             '<mergeCells><mergeCell ref="A2:F2"/><mergeCell ref="B5:B7"/><mergeCell ref="B8:B10"/></mergeCells>')
    choices = "<sheetData>" + rows([["吴兴区"], ["德清县"]]) + "</sheetData>"
    package(HERE.parent.parent / "samples" / "xlsx" / "annex" / "notice.xlsx",
            [("名单", "", sheet), ("选项", 'state="hidden"', choices)], styles=STYLES, method=zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    corpus()
    sample()
