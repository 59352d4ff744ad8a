"""The programs that write the files: openpyxl, XlsxWriter, LibreOffice."""

from __future__ import annotations

import io
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def workbook(
    sheets: dict[str, Sequence[Sequence[object]]], dress: Callable[[Any], None] | None = None, **options: Any
) -> bytes:
    """Write rows with openpyxl; `dress` may change the workbook before it is saved."""
    book = openpyxl.Workbook(**options)
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    if dress is not None:
        dress(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def converted(data: bytes, suffix: str, *, kind: str = "", source: str = ".xlsx") -> bytes:
    """Open with LibreOffice and save as another kind of file, computing all formulas."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "book" + source)
        path.write_bytes(data)
        target = suffix + (f":{kind}" if kind else "")
        command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", target]
        subprocess.run([*command, "--outdir", f"{folder}/out", path], check=True, capture_output=True, timeout=120)
        return Path(folder, "out", f"book.{suffix}").read_bytes()


def encrypted(data: bytes) -> bytes:
    """Protect a workbook by a password."""
    from msoffcrypto.format.ooxml import OOXMLFile

    out = io.BytesIO()
    OOXMLFile(io.BytesIO(data)).encrypt("password", out)
    return out.getvalue()
