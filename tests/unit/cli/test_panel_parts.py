"""A panel judged in parts is the panel judged at once; what a worker cannot do reaches the one who asked."""

from __future__ import annotations

import errno
import os
import pickle
from functools import partial
from typing import TYPE_CHECKING

import pytest

from lixia_kpi.cli.options import PanelEvidence, PanelOutput
from lixia_kpi.cli.panel_output import Wanted, row_writer
from lixia_kpi.cli.panel_parts import judge_in_parts, told
from lixia_kpi.cli.panel_run import PanelRequest, judge_panel
from lixia_kpi.errors import KpiError, OutputError
from lixia_kpi.panel.mapping import in_threads, serially
from lixia_kpi.panel.tally_summary import summarise
from lixia_kpi.problems import InputError, Place, Problem

if TYPE_CHECKING:
    from pathlib import Path


def write_panel(folder: Path) -> None:
    """Two files that share series, with a doubled year, a cell that is no number, a line too long, a lost direction."""
    folder.mkdir()
    lines = [
        f"r{region},i{name},{year},{100 * (1 + name / 50) ** (year - 2015) + region},{150 + name},2030,up"
        for year in range(2015, 2024)
        for region in range(9)
        for name in range(7)
    ]
    faulty = [
        "r1,i1,2016,5,151,2030,up",
        "r2,i2,2017,many,152,2030,up",
        "too,few",
        "r3,x,2020,1,5,2030,",
        "r3,y,2020,1,,,up",
    ]
    head = "region,id,year,value,target,target_year,direction"
    (folder / "a.csv").write_text("\n".join([head, *lines[::2], *faulty]) + "\n", encoding="utf-8")
    (folder / "b.csv").write_text("\n".join([head, *lines[1::2]]) + "\n", encoding="utf-8")


@pytest.mark.parametrize("format_", ["csv", "jsonl", "parquet"])
def test_parts_give_the_rows_faults_and_counts_of_the_whole(tmp_path: Path, format_: str) -> None:
    write_panel(tmp_path / "p")
    make_writer = partial(row_writer, output=PanelOutput(), want=Wanted("rows", format_))
    found = []
    for name in ("whole", "parts", "threads"):
        request = PanelRequest((str(tmp_path / "p"),), None, None, str(tmp_path / f"{name}.faults"), 1, None, True)
        with (tmp_path / name).open("wb") as sink:
            writer = make_writer(sink)
            if name == "whole":
                judged = judge_panel(request, PanelEvidence(), [writer])
            else:
                engine = serially if name == "parts" else in_threads(2)
                judged = judge_in_parts(
                    request, PanelEvidence(), [writer], make_writer, map_partitions=engine, workers=2
                )
            writer.close()
        summary = summarise(judged.tally)
        assert summary.status is not None
        counts = [(s.names, s.statuses.tolist(), s.chance.tolist()) for s in (summary.regions, summary.indicators)]
        rows = (tmp_path / name).read_bytes()
        found.append(
            (rows, (tmp_path / f"{name}.faults").read_bytes(), dict(judged.faults), counts, summary.status.tolist())
        )
    assert found[0] == found[1] == found[2]
    assert len(found[0][1].splitlines()) > 4


def raising(error: Exception, part: int) -> int:
    raise error


@pytest.mark.parametrize(
    ("error", "kind", "code"),
    [
        (InputError([Problem("file_not_found", Place("a.csv"))]), InputError, "file_not_found"),
        (FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), "a.parquet"), InputError, "panel_not_readable"),
        (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "temp"), OutputError, "disk_full"),
    ],
    ids=["input", "missing", "full"],
)
def test_what_a_worker_cannot_read_or_write_reaches_the_one_who_asked(
    error: Exception, kind: type[KpiError], code: str
) -> None:
    with pytest.raises(kind) as fault:
        told(1, work=partial(raising, error))
    reached = pickle.loads(pickle.dumps(fault.value))
    codes = [problem.code for problem in reached.problems] if isinstance(reached, InputError) else [reached.code]
    assert codes == [code]
