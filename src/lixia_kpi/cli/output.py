"""The bytes of a whole result to standard output or, in one step, to a file; and which format a file names."""

from __future__ import annotations

from pathlib import Path

from lixia_kpi.cli.waiting import end

SUFFIXES = {
    ".csv": "csv",
    ".tsv": "tsv",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "table",
}


def format_of(path: str) -> str | None:
    """Give the format that a file's suffix names, None where it names none.

    >>> format_of("gap.CSV"), format_of("gap")
    ('csv', None)
    """
    return SUFFIXES.get(Path(path).suffix.lower())


def write(data: bytes, path: str | None) -> None:
    """Write to standard output, or to a file where a path is given.

    Raises
    ------
    OutputError
        where that is not possible; a file is then as it was before.
    BrokenPipeError
        when the reader has closed the pipe.
    """
    from lixia_kpi.cli.streamed import open_output

    end()
    with open_output(path) as stream:
        stream.write(data)
