"""Workbooks put together by hand, part by part, to the bytes that a reader has to cope with."""

from __future__ import annotations

import io
import struct
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = " ".join(f'xmlns:{name}="{_OASIS}{name}:1.0"' for name in ("office", "table", "text", "style", "manifest"))


def archive(parts: dict[str, str | bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


def xlsx_parts(
    rows: str,
    *,
    after: str = "",
    before: str = "",
    strings: tuple[str, ...] = (),
    formats: tuple[str, ...] = (),
    book: str = "",
) -> dict[str, str | bytes]:
    """Give the parts of a workbook with one worksheet, whose rows and strings are XML."""
    codes = "".join(f'<numFmt numFmtId="{164 + i}" formatCode="{code}"/>' for i, code in enumerate(formats))
    styles = "".join(f'<xf numFmtId="{164 + i}"/>' for i in range(len(formats)))
    texts = "".join(f"<si>{string}</si>" for string in strings)
    kinds = {"rId1": ("worksheet", "worksheets/sheet1.xml"), "rId2": ("sharedStrings", "sharedStrings.xml")}
    kinds["rId3"] = ("styles", "/xl/styles.xml")
    relations = "".join(
        f'<Relationship Id="{key}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for key, (kind, target) in kinds.items()
    )
    return {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": (
            f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r" Type="{RELATIONS}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": (
            f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">{book}'
            '<sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{relations}</Relationships>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{texts}</sst>',
        "xl/styles.xml": (
            f'<styleSheet xmlns="{MAIN}"><numFmts>{codes}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>'
            f'<cellXfs><xf numFmtId="0"/>{styles}<xf numFmtId="10"/></cellXfs></styleSheet>'
        ),
        "xl/worksheets/sheet1.xml": (
            f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'
        ),
    }


def xlsx(rows: str, **parts: object) -> bytes:
    return archive(xlsx_parts(rows, **parts))


def ods_content(tables: str, *, styles: str = "") -> str:
    return (
        f'<office:document-content {_SPACES} xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:'
        f'xmlns:calcext:1.0"><office:automatic-styles>{styles}</office:automatic-styles>'
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )


def ods(tables: str, **styles: str) -> bytes:
    return archive({"content.xml": ods_content(tables, **styles)})


def record(number: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", number, len(data)) + data


def unicode_text(text: str, size: str = "<H") -> bytes:
    return struct.pack(size + "B", len(text), 1) + text.encode("utf-16-le")


def xls_stream(
    cells: bytes, *, book: bytes = b"", version: int = 0x0600, name: bytes | None = None, after: bytes = b""
) -> bytes:
    """Lay out a BIFF stream with one worksheet, whose records are given."""
    name = unicode_text("表", "<B") if name is None else name
    head = record(0x0809, struct.pack("<HHHHII", version, 5, 0, 0, 0, 0)) + book
    start = len(head) + 4 + 6 + len(name) + 4
    head += record(0x0085, struct.pack("<IBB", start, 0, 0) + name) + record(0x000A)
    return head + record(0x0809, struct.pack("<HHHHII", version, 16, 0, 0, 0, 0)) + cells + record(0x000A) + after


def compound(stream: bytes, *, name: str = "Workbook", size: int | None = None) -> bytes:
    """Put one stream into a compound file of 512-byte sectors."""
    size = max(len(stream), 4096) if size is None else size
    stream = stream.ljust(4096, b"\0")
    sectors = -(-len(stream) // 512)
    fat_count = -(-(sectors + 2) // 126)
    first = fat_count + 1
    fat = [0xFFFFFFFD] * fat_count + [0xFFFFFFFE]
    fat += [*range(first + 1, first + sectors), 0xFFFFFFFE]
    fat += [0xFFFFFFFF] * (128 * fat_count - len(fat))
    header = _header(fat_count=fat_count, directory=fat_count)
    entries = _entry("Root Entry", 5, 0xFFFFFFFE, 0) + _entry(name, 2, first, size) + bytes(256)
    body = struct.pack(f"<{len(fat)}I", *fat) + entries + stream.ljust(sectors * 512, b"\0")
    return header + body


def small_compound(stream: bytes, *, name: str = "Workbook") -> bytes:
    """Put a short stream into the stream of small sectors, 64 bytes each."""
    count = -(-len(stream) // 64)
    sectors = -(-count // 8)
    fat = [0xFFFFFFFD, 0xFFFFFFFE, 0xFFFFFFFE, *range(4, 3 + sectors), 0xFFFFFFFE]
    fat += [0xFFFFFFFF] * (128 - len(fat))
    small = [*range(1, count), 0xFFFFFFFE]
    small += [0xFFFFFFFF] * (128 - len(small))
    header = _header(fat_count=1, directory=1, small_table=2)
    entries = _entry("Root Entry", 5, 3, sectors * 512) + _entry(name, 2, 0, len(stream)) + bytes(256)
    tables = struct.pack("<128I", *fat) + entries + struct.pack("<128I", *small)
    return header + tables + stream.ljust(sectors * 512, b"\0")


def _header(*, fat_count: int, directory: int, small_table: int = 0xFFFFFFFE, more: int = 0xFFFFFFFE) -> bytes:
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    numbers = (0, fat_count, directory, 0, 4096, small_table, int(small_table < 10), more, int(more < 10))
    struct.pack_into("<9I", header, 40, *numbers)
    struct.pack_into("<109I", header, 76, *range(fat_count), *[0xFFFFFFFF] * (109 - fat_count))
    return bytes(header)


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    entry = bytearray(128)
    encoded = name.encode("utf-16-le")
    entry[: len(encoded)] = encoded
    struct.pack_into("<HB", entry, 64, len(encoded) + 2, kind)
    struct.pack_into("<II", entry, 116, start, size)
    return bytes(entry)
