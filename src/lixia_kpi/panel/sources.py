"""The files of a panel: as they are named, in a folder, in folders named after what is in them."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from lixia_kpi.panel.form import FIELDS
from lixia_kpi.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PARQUET = (".parquet", ".pq", ".parq")
DELIMITED = {".csv": ",", ".tsv": "\t", ".txt": ","}
COMPRESSED = {".gz": "gzip", ".bz2": "bz2", ".zst": "zstd", ".lz4": "lz4"}


WORTH_PROCESSES = 128 << 20
"""Bytes of plain text from which on processes judge sooner than threads."""

PACKED = 8
"""So many bytes of plain text stand in one of Parquet or of a compressed file."""


class Source(NamedTuple):
    """One file: its name as it is shown, what its folders say of it, and how it is read.

    `delimiter` is empty for Parquet; `compression` names how a delimited file is packed, None where it is not.
    """

    name: str
    given: Mapping[str, str]
    delimiter: str = ","
    compression: str | None = None

    @property
    def is_parquet(self) -> bool:
        """Whether the file is a Parquet file."""
        return not self.delimiter


def find_sources(names: Iterable[str]) -> tuple[list[Source], list[Problem]]:
    """Find the files that are named, and those in the folders that are named.

    In a folder all Parquet and delimited files count, in the order of their names, but none that begins with `.` or
    `_`.
    A folder named `region=3701` says the region of all the files in it.

    Parameters
    ----------
    names : files and folders as the user gave them.

    Returns
    -------
    tuple
        the files, and the problems: `file_not_found`, `panel_unknown_suffix`, `panel_empty_folder`.
    """
    sources: list[Source] = []
    problems: list[Problem] = []
    for name in names:
        path = Path(name)
        if path.is_dir():
            found = [source for file in _files(path) if (source := source_of(str(file), path)) is not None]
            sources += found
            if not found:
                problems.append(Problem("panel_empty_folder", Place(name)))
        elif not path.exists():
            problems.append(Problem("file_not_found", Place(name)))
        elif (source := source_of(name)) is not None:
            sources.append(source)
        else:
            problems.append(Problem("panel_unknown_suffix", Place(name)))
    return sources, problems


def are_large(sources: Iterable[Source]) -> bool:
    """Whether files are so large that processes judge their series sooner than threads, for all that starting takes.

    A file that cannot be read counts as nothing.
    """
    size = 0
    for source in sources:
        with suppress(OSError):
            size += Path(source.name).stat().st_size * (PACKED if source.is_parquet or source.compression else 1)
    return size >= WORTH_PROCESSES


def source_of(name: str, folder: Path | None = None) -> Source | None:
    """Tell from the name of a file how it is read; None where it tells nothing.

    >>> source_of("a/panel.csv.gz")
    Source(name='a/panel.csv.gz', given={}, delimiter=',', compression='gzip')
    >>> source_of("p/region=3701/part.parquet", Path("p")).given
    {'region': '3701'}
    """
    path = Path(name)
    given = _given(path.relative_to(folder).parts[:-1]) if folder is not None else {}
    if path.suffix.lower() in PARQUET:
        return Source(name, given, "")
    compression = COMPRESSED.get(path.suffix.lower())
    inner = path.with_suffix("") if compression else path
    delimiter = DELIMITED.get(inner.suffix.lower())
    return None if delimiter is None else Source(name, given, delimiter, compression)


def _files(folder: Path) -> list[Path]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return sorted(p for p in found if not any(part[0] in "._" for part in p.relative_to(folder).parts))


def _given(parts: Iterable[str]) -> dict[str, str]:
    """Read `key=value` from the names of folders, as Hive writes them."""
    pairs = (part.partition("=") for part in parts)
    return {key.casefold(): unquote(value) for key, sign, value in pairs if sign and key.casefold() in FIELDS}
