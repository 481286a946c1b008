"""The files that the transcripts name: small notices, and inputs that are bad in one way each."""
import struct
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = ('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
         '<Default Extension="xml" ContentType="application/xml"/></Types>')
RELATIONS = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
             'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
             'Target="word/document.xml"/></Relationships>')

# Plain text with a table as pasted from a spreadsheet: tabs between cells, a line for each row.
HEAD = """青山市教育局文件

青教函〔2024〕5号

关于公布2024年优秀教研组名单的通知

各县（区）教育局，各市直学校：

经评审，现将2个优秀教研组予以公布。

附件：优秀教研组名单

青山市教育局

2024年3月1日

附件

优秀教研组名单

"""
NOTICE = HEAD + "序号\t县区\t教研组名称\n1\t城东区\t青山一中\u3000语文组\n2\t城西区\t青山二中数学组\n"
SECOND = """
附件2

优秀教师名单

编号\t姓名\t学校
1\t张\u3000三\t青山一中
2\t李小四\t青山二中
"""


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def table(rows, merged=()):
    """`merged`: (row, column) of cells that begin, and those that continue, a vertical merge."""
    xml = "<w:tbl><w:tblGrid>" + "<w:gridCol/>" * len(rows[0]) + "</w:tblGrid>"
    for y, row in enumerate(rows):
        xml += "<w:tr>"
        for x, text in enumerate(row):
            merge = "" if (y, x) not in merged else '<w:vMerge w:val="restart"/>' if text else "<w:vMerge/>"
            xml += f"<w:tc><w:tcPr>{merge}</w:tcPr>{paragraph(text)}</w:tc>"
        xml += "</w:tr>"
    return xml + "</w:tbl>"


def document(body):
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<w:document {W}><w:body>{body}</w:body></w:document>'


HEAD_XML = "".join(paragraph(text) for text in HEAD.split("\n\n") if text)
ROWS = [["序号", "县区", "教研组名称"], ["1", "城东区", "青山一中语文组"], ["2", "", "青山二中数学组"], ["4", "城西区", "青山三中英语组"]]
TEACHERS = [["编号", "姓名", "学校"], ["1", "张三", "青山一中"], ["2", "李小四", "青山二中"]]


def write_zip(path, entries):
    """Stored entries with one date: the bytes are the same everywhere."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in entries:
            archive.writestr(zipfile.ZipInfo(name), text)


def write_docx(path, document_xml):
    write_zip(path, [("[Content_Types].xml", TYPES), ("_rels/.rels", RELATIONS), ("word/document.xml", document_xml)])


def compound_file(entries):
    """An OLE compound file ([MS-CFB]): one FAT sector, one directory sector, the entries without content."""
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
    header += struct.pack("<IIIIIIII", 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0) + struct.pack("<I", 0)
    header += b"\xff" * (512 - len(header))
    fat = struct.pack("<II", 0xFFFFFFFD, 0xFFFFFFFE) + b"\xff" * 504
    directory = b""
    for kind, name in [(5, "Root Entry")] + [(2, name) for name in entries]:
        utf16 = name.encode("utf-16-le") + b"\0\0"
        directory += utf16.ljust(64, b"\0") + struct.pack("<HBB", len(utf16), kind, 1) + b"\xff" * 12 + bytes(36)
        directory += struct.pack("<III", 0xFFFFFFFE, 0, 0)
    return header + fat + directory.ljust(512, b"\0")


REGIONS = [["序号", "区县", "学校"], ["1", "市直属", "甲校"], ["2", "吴兴区", "乙校"], ["3", "吴心区", "丙校"], ["4", "南浔", "丁校"]]


def build_notices(folder):
    (folder / "notice.txt").write_text(NOTICE, encoding="utf-8")
    (folder / "two.txt").write_text(NOTICE + SECOND, encoding="utf-8")
    (folder / "letter.txt").write_text(HEAD.split("附件")[0], encoding="utf-8")
    write_docx(folder / "notice.docx", document(HEAD_XML + table(ROWS, {(1, 1), (2, 1)})))
    write_docx(folder / "regions.docx", document(HEAD_XML.replace("青山市", "湖州市") + table(REGIONS)))
    write_docx(folder / "two.docx", document(HEAD_XML + table(ROWS) + paragraph("附件2") + paragraph("优秀教师名单")
                                             + table(TEACHERS)))


def build_bad(folder):
    good = (folder / "notice.docx").read_bytes()
    xml = document(HEAD_XML)
    (folder / "folder").mkdir()
    (folder / "empty.docx").write_bytes(b"")
    (folder / "blank.txt").write_text(" \n\u3000\n\n", encoding="utf-8")
    (folder / "binary.docx").write_bytes(bytes(range(256)) * 8)
    (folder / "old.doc").write_bytes(compound_file(["WordDocument", "1Table"]))
    (folder / "locked.docx").write_bytes(compound_file(["EncryptionInfo", "EncryptedPackage"]))
    (folder / "scan.pdf").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n")
    write_zip(folder / "photos.zip", [("a.jpg", b"\xff\xd8"), ("b.jpg", b"\xff\xd8")])
    (folder / "cut.docx").write_bytes(good[:len(good) * 2 // 3])
    place = good.index("青山二中数学组".encode())
    (folder / "flipped.docx").write_bytes(good[:place] + b"\xe8" + good[place + 1:])
    write_docx(folder / "unclosed.docx", xml.replace("</w:body>", ""))
    write_docx(folder / "half.docx", xml[:len(xml) // 2])
    write_docx(folder / "doctype.docx", xml.replace("?>\n", '?>\n<!DOCTYPE x [<!ENTITY a "b">]>\n'))
    locked = bytearray(good)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):  # bit 0 of the flags: encrypted
        at = locked.find(mark)
        while at >= 0:
            locked[at + offset] |= 1
            at = locked.find(mark, at + 4)
    (folder / "locked-zip.docx").write_bytes(locked)
    write_docx(folder / "picture.docx", document('<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata/>'
                                                   '</v:shape></w:pict></w:r></w:p>'))
    write_docx(folder / "long-tag.docx", document("<!--" + "x" * 300_000 + "-->" + paragraph("文")))
    write_docx(folder / "deep.docx", document("<w:sdt>" * 300 + "</w:sdt>" * 300))


RULES = """[columns]
区县 = ["县区", "所属县区"]

[labels]
no_division = ["城西区"]
"""
BAD_RULES = {
    "no-list": '[columns]\n区县 = "县区"\n',
    "unknown-key": 'skip = ["status"]\n\n[column]\n区县 = ["县区"]\n',
    "two-names": '[columns]\n区县 = ["县区"]\n地区 = ["县 区"]\n',
    "mark": '[lists]\n参与单位 = ["、", "和"]\n学校 = ["//"]\n',
    "pass": 'skip = ["fill-group"]\n',
    "not-toml": '[columns]\n区县 = 县区\n',
    "empty": "",
}


def build_rules(folder):
    (folder / "rules.toml").write_text(RULES, encoding="utf-8")
    for name, text in BAD_RULES.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    (folder / "gbk.toml").write_bytes(RULES.encode("gb18030"))


def build(folder):
    build_notices(folder)
    build_rules(folder)
    build_bad(folder)
