"""An OpenDocument workbook: from its archive or its one XML file to sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.office.limits import RefusedError
from lixia_kpi.office.markup import Handlers, in_pieces, walk
from lixia_kpi.office.ods.content import Content

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lixia_kpi.office.archive import Archive
    from lixia_kpi.office.sheet import Sheet

_MANIFEST = "META-INF/manifest.xml"
_CONTENT = "content.xml"


def read_ods(archive: Archive) -> list[Sheet]:
    """Read all tables of an ODS workbook; links to other files are not followed.

    Parameters
    ----------
    archive
        the opened archive.

    Returns
    -------
    list of Sheet
        in the order of the tabs.

    Raises
    ------
    RefusedError
        `encrypted_workbook`, `not_a_workbook`, or where something is broken or a limit is passed.
    """
    if _MANIFEST in archive:
        manifest = _Manifest()
        walk(archive.pieces(_MANIFEST), manifest, part=_MANIFEST)
        if manifest.encrypted:
            raise RefusedError("encrypted_workbook")
    return _read(archive.pieces(_CONTENT))


def read_flat_ods(data: bytes) -> list[Sheet]:
    """Read a workbook that is one XML file.

    Parameters
    ----------
    data
        the whole file.

    Returns
    -------
    list of Sheet
        in the order of the tabs.
    """
    return _read(in_pieces(data))


def _read(pieces: Iterable[bytes]) -> list[Sheet]:
    content = Content()
    walk(pieces, content, part=_CONTENT)
    if not content.is_spreadsheet:
        raise RefusedError("not_a_workbook", {"kind": "OpenDocument"})
    return content.sheets


class _Manifest(Handlers):
    def __init__(self) -> None:
        super().__init__()
        self.encrypted = False
        self.starts = {"encryption-data": self._found, "encrypted-key": self._found}

    def _found(self, _attributes: dict[str, str]) -> None:
        self.encrypted = True
