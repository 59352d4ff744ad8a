"""Which kind of file some bytes are; the suffix of a name is often wrong and is not asked."""

from __future__ import annotations

from typing import Literal

Kind = Literal[
    "zip", "compound", "flat_ods", "xml_2003", "html", "delimited", "empty", "old_excel", "mhtml", "rtf", "pdf",
    "archive",
]  # fmt: skip

_SAMPLE = 4096
_BLANKS = b" \t\r\n\x0b\x0c"
_BOM = b"\xef\xbb\xbf"
_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "compound"),
    (b"\x09\x00\x04\x00", "old_excel"),
    (b"\x09\x02\x06\x00", "old_excel"),
    (b"\x09\x04\x06\x00", "old_excel"),
    (b"\x09\x08", "old_excel"),
    (b"{\\rtf", "rtf"),
    (b"%PDF", "pdf"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x1f\x8b", "archive"),
)
_HTML = (b"<!doctype html", b"<html", b"<table", b"<head", b"<meta", b"<body", b"<style")


def kind_of(data: bytes) -> Kind:
    r"""Recognise a kind of file by its first bytes.

    Parameters
    ----------
    data
        the whole file.

    Returns
    -------
    str
        `delimited` for everything that is none of the others.

    Examples
    --------
    >>> kind_of(b"<html><table>"), kind_of(b"a,b"), kind_of(b" \n")
    ('html', 'delimited', 'empty')
    """
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    start = data[:_SAMPLE].removeprefix(_BOM).lstrip(_BLANKS).lower()
    if not start:
        return "delimited" if data.strip(_BLANKS + b"\xef\xbb\xbf") else "empty"
    if start.startswith(b"mime-version:"):
        return "mhtml"
    if start.startswith(_HTML):
        return "html"
    if start.startswith((b"<?xml", b"<office:document", b"<workbook", b"<!--")):
        return _kind_of_xml(start)
    return "html" if start.startswith(b"<") and b"<table" in start else "delimited"


def _kind_of_xml(start: bytes) -> Kind:
    if b"opendocument" in start:
        return "flat_ods"
    if b"office:spreadsheet" in start or b"excel.sheet" in start:
        return "xml_2003"
    return "html" if b"<html" in start or b"<table" in start else "delimited"
