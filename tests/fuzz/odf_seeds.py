#!/usr/bin/env python3
"""Writes the seed corpus of the OpenDocument reader's fuzz target: tests/fuzz/odf_seeds.py

Parts of XML, each feature of the reader in one of them, and two whole packages. Equal results on every run; inputs that
once broke something are kept beside them under names that say what broke.
"""

import io
import pathlib
import zipfile

FOLDER = pathlib.Path(__file__).parent / "corpus" / "odf"
NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = " ".join(
    f'xmlns:{prefix}="{NAMESPACE}{name}:1.0"'
    for prefix, name in {"office": "office", "style": "style", "text": "text", "table": "table", "draw": "drawing", "fo": "xsl-fo-compatible"}.items()
)


def cell(text="", attributes=""):
    return f"<table:table-cell {attributes}>{f'<text:p>{text}</text:p>' if text else ''}</table:table-cell>"


def covered(text=""):
    return f"<table:covered-table-cell>{f'<text:p>{text}</text:p>' if text else ''}</table:covered-table-cell>"


def row(*cells, attributes=""):
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def table(*rows):
    return f'<table:table table:style-name="T"><table:table-column table:number-columns-repeated="3" table:visibility="collapse"/>{"".join(rows)}</table:table>'


WIDE, TALL = 'table:number-columns-spanned="2"', 'table:number-rows-spanned="2"'
MANY = 'table:number-columns-repeated="3"'
TEXTS = {
    "spans": table("<table:table-header-rows>" + row(cell("题", WIDE), covered("漏")) + "</table:table-header-rows>", row(cell("甲", TALL), cell("1")), row(covered(), cell("2")))
    + table(row(cell("块", WIDE + " " + TALL), covered(), cell("乙", MANY)), row(covered(), covered("遗"), cell("丙"), attributes='table:number-rows-repeated="2"')),
    "nested": table(row(f'<table:table-cell><text:p>外<draw:frame><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame></text:p>{table(row(cell("内")))}</table:table-cell>')),
    "lists": '<text:list text:style-name="L" xml:id="a"><text:list-header><text:p>题</text:p></text:list-header><text:list-item text:start-value="3"><text:p>甲</text:p>'
    '<text:list><text:list-item><text:p>子</text:p></text:list-item></text:list></text:list-item></text:list><text:list text:style-name="L" text:continue-list="a">'
    '<text:list-item><text:p>乙</text:p></text:list-item></text:list><text:numbered-paragraph text:list-id="n" text:level="2" text:style-name="L"><text:p>丙</text:p></text:numbered-paragraph>'
    '<text:h text:outline-level="1">丁</text:h>',
    "notes": '<text:p>甲<text:note text:note-class="endnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>注</text:p></text:note-body></text:note>'
    "<office:annotation><text:p>评</text:p></office:annotation><text:ruby><text:ruby-base>仇</text:ruby-base><text:ruby-text>qiu</text:ruby-text></text:ruby></text:p>",
    "hidden": '<text:p>甲<text:span text:style-name="H">暗</text:span></text:p><text:section text:display="none"><text:p>节</text:p></text:section><text:p><text:hidden-paragraph text:is-hidden="true"/>段<text:s text:c="4"/></text:p>',
    "changes": "<text:tracked-changes><text:changed-region><text:deletion><text:p>旧</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p> 新 <text:change/> <text:tab/><text:line-break/>末</text:p>",
    "astray": "<text:p>外<text:p>内</text:p>后</text:p><text:list-item><text:p>项</text:p></text:list-item><table:table-cell><text:p>格</text:p></table:table-cell><table:table><text:p>表</text:p></table:table>",
}
SHEETS = {
    "sheet": table(row(cell("附件")), row(cell("序号"), cell("名称"), cell("", 'table:number-columns-repeated="900"')), row(cell("1", 'office:value-type="float" office:value="1"'), cell("", 'table:formula="of:=A1"')),
    row(cell("", MANY), attributes='table:number-rows-repeated="1000000"'), row(cell(), cell("乙", TALL), attributes='table:visibility="filter"')),
    "sheet-merged": table(row(cell("题", 'table:number-columns-spanned="16384"')), row(cell("东", TALL), cell("甲")), row(covered(), cell("乙", MANY), attributes='table:number-rows-repeated="3"')),
}
STYLES = (
    f"<office:document-styles {SPACES}><office:styles><text:outline-style><text:outline-level-style text:level='1' style:num-format='一, 二, 三, ...' style:num-suffix='、'/></text:outline-style>"
    "<text:list-style style:name='L'><text:list-level-style-number text:level='1' style:num-format='1'/><text:list-level-style-number text:level='2' style:num-format='①, ②, ③, ...' text:display-levels='2'/></text:list-style>"
    "<style:style style:name='H' style:family='text' style:parent-style-name='H'><style:text-properties text:display='none'/></style:style></office:styles>"
    "<office:master-styles><style:master-page><style:header><text:p>眉</text:p></style:header></style:master-page></office:master-styles></office:document-styles>"
)


def content(kind, body):
    return f"<office:document-content {SPACES}><office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"


def package(kind, body):
    bytes_ = io.BytesIO()
    with zipfile.ZipFile(bytes_, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), f"application/vnd.oasis.opendocument.{kind}", zipfile.ZIP_STORED)
        archive.writestr(zipfile.ZipInfo("content.xml"), content(kind, body), zipfile.ZIP_DEFLATED)
        archive.writestr(zipfile.ZipInfo("styles.xml"), STYLES, zipfile.ZIP_DEFLATED)
    return bytes_.getvalue()


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    for kind, bodies in {"text": TEXTS, "spreadsheet": SHEETS}.items():
        for name, body in bodies.items():
            (FOLDER / name).write_bytes(f"{kind[0]}{content(kind, body)}\0{STYLES}".encode())
    (FOLDER / "lists.odt").write_bytes(package("text", TEXTS["lists"]))
    (FOLDER / "sheet.ods").write_bytes(package("spreadsheet", SHEETS["sheet"]))


if __name__ == "__main__":
    main()
