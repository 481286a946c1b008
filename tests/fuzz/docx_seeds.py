#!/usr/bin/env python3
"""Writes the seed corpora of the Word reader's fuzz targets: tests/fuzz/docx_seeds.py

docx_body gets parts of XML, each feature of the reader in one of them; docx gets whole packages of the same. Equal
results on every run; inputs that once broke something are kept beside them under names that say what broke.
"""

import io
import pathlib
import random
import zipfile

FOLDER = pathlib.Path(__file__).parent / "corpus"
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def run(text, properties=""):
    return f"<w:r>{properties}<w:t>{text}</w:t></w:r>"


def paragraph(content, properties=""):
    return f"<w:p>{properties}{content}</w:p>"


def cell(text, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(run(text)) if text else '<w:p/>'}</w:tc>"


def field(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


RESTART, CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
WIDE = '<w:tcW w:w="2000" w:type="dxa"/>'
NUMBERED = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
BOX = f"<w:txbxContent>{paragraph(run('框'))}</w:txbxContent>"

BODIES = {
    "merges": f'<w:tbl><w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="1000"/></w:tblGrid>'
    f'<w:tr><w:trPr><w:tblHeader/></w:trPr>{cell("题", "<w:gridSpan w:val=" + chr(34) + "2" + chr(34) + "/>")}</w:tr>'
    f"<w:tr>{cell('甲', RESTART)}{cell('1')}</w:tr><w:tr>{cell('漏', CONTINUE)}{cell('2')}</w:tr>"
    f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{cell("3", "<w:hMerge/>")}</w:tr></w:tbl>',
    "widths": f"<w:tbl><w:tr>{cell('题', WIDE)}</w:tr><w:tr>{cell('1', WIDE.replace('2000', '1000'))}{cell('2', WIDE.replace('2000', '1010'))}</w:tr></w:tbl>",
    "nested": f"<w:tbl><w:tr><w:tc>{paragraph(run('外'))}<w:tbl><w:tr>{cell('内')}</w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>",
    "revisions": paragraph(f"<w:ins>{run('新')}</w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>", "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>")
    + paragraph(f"<w:moveFrom>{run('移')}</w:moveFrom>") + f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr>{cell('删')}</w:tr><w:tr>{cell('去', '<w:cellDel/>')}{cell('留')}</w:tr></w:tbl>",
    "fields": paragraph(field("begin") + "<w:r><w:instrText> TOC </w:instrText></w:r>" + field("separate") + run("目录") + field("end"))
    + paragraph(field("begin") + "<w:r><w:instrText>EQ \\o\\ac(○,王)</w:instrText></w:r>" + run("夹") + field("end") + '<w:fldSimple w:instr="PAGE">' + run("1") + "</w:fldSimple>"),
    "boxes": paragraph(f'<w:r><mc:AlternateContent><mc:Choice Requires="w14">{BOX}</mc:Choice><mc:Fallback>{BOX}</mc:Fallback></mc:AlternateContent></w:r>')
    + paragraph("<a:txBody><a:p><a:r><a:t>图</a:t></a:r></a:p></a:txBody>"),
    "runs": paragraph(run("隐", "<w:rPr><w:vanish/></w:rPr>") + '<w:r><w:tab/><w:br/><w:br w:type="page"/><w:noBreakHyphen/><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    + f"<w:r><w:ruby><w:rt>{run('yin')}</w:rt><w:rubyBase>{run('音')}</w:rubyBase></w:ruby></w:r><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"),
    "controls": f'<w:sdt><w:sdtPr><w:showingPlcHdr/><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent>{paragraph(run("点击"))}</w:sdtContent></w:sdt>',
    "sections": paragraph(run("一"), "<w:pPr><w:sectPr/></w:pPr>") + paragraph(run("二"), "<w:pPr><w:pageBreakBefore/></w:pPr>") + '<w:sectPr><w:type w:val="continuous"/></w:sectPr>',
    "numbers": paragraph(run("甲"), NUMBERED) + paragraph(run("乙"), NUMBERED) + paragraph("", '<w:pPr><w:pStyle w:val="H"/></w:pPr>'),
    "astray": run("散") + f"<w:tbl>{run('落')}<w:tr>{cell('1')}</w:tr></w:tbl><w:p><w:p>{run('内')}</w:p><w:tbl><w:tr>{cell('')}</w:tr></w:tbl></w:p>",
}
STYLES = (
    f'<w:styles {SPACES}><w:style w:type="paragraph" w:default="1" w:styleId="N"><w:pPr><w:jc w:val="both"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="H"><w:basedOn w:val="N"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>'
    "<w:rPr><w:vanish/></w:rPr></w:style></w:styles>"
)
NUMBERING = (
    f'<w:numbering {SPACES}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
    '<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="3"/></w:lvlOverride></w:num></w:numbering>'
)


def package(document):
    relationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    listed = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    one = '<Relationship Id="{0}" Type="' + relationship + '/{0}" Target="{1}"/>'
    parts = {
        "_rels/.rels": listed.format(one.format("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": listed.format(one.format("styles", "styles.xml") + one.format("numbering", "numbering.xml")),
        "word/document.xml": document,
        "word/styles.xml": STYLES,
        "word/numbering.xml": NUMBERING,
    }
    bytes_ = io.BytesIO()
    with zipfile.ZipFile(bytes_, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return bytes_.getvalue()


def main():
    for folder in ("docx", "docx_body"):
        (FOLDER / folder).mkdir(parents=True, exist_ok=True)
    for name, body in BODIES.items():
        document = f"<w:document {SPACES}><w:body>{body}</w:body></w:document>"
        (FOLDER / "docx_body" / name).write_bytes("\0".join([document, STYLES, NUMBERING]).encode())
        (FOLDER / "docx" / f"{name}.docx").write_bytes(package(document))
    for seed in range(6):
        source = random.Random(seed)
        decisions = bytes(source.randrange(256) for _ in range(400 * (seed + 1)))
        (FOLDER / "docx_body" / f"decisions-{seed}").write_bytes(b"\x01" + decisions)


if __name__ == "__main__":
    main()
