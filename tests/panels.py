"""Panels built in memory: rows as Arrow tables, judged as `kpi panel` judges them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa

from lixia_kpi.panel.block import Setting
from lixia_kpi.panel.blocks import blocks_of
from lixia_kpi.panel.coded import Coded
from lixia_kpi.panel.evaluate import evaluate_block
from lixia_kpi.panel.faults import FaultCount, ReadingFaults
from lixia_kpi.panel.form import recognise
from lixia_kpi.panel.row_batch import Vocabulary, row_batch
from lixia_kpi.panel.store import Store
from lixia_kpi.panel.targets_of_columns import TargetsOfColumns
from lixia_kpi.panel.targets_of_plan import TargetsOfPlan

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lixia_kpi.panel.evaluate import Rows
    from lixia_kpi.panel.faults import FaultRows
    from lixia_kpi.plan.model import Plan


class Listed:
    """Keeps faults as plain tuples: kind, region, id, year, value, other value, unit."""

    def __init__(self) -> None:
        self.rows: list[tuple[Any, ...]] = []

    def take(self, faults: FaultRows) -> None:
        columns = [column if column is None else column.tolist() if hasattr(column, "tolist") else list(column)
                   for column in faults[1:]]  # fmt: skip
        plain = [[getattr(cell, "as_py", lambda cell=cell: cell)() for cell in column] if column is not None
                 else [None] * len(faults.id) for column in columns]  # fmt: skip
        self.rows += [(faults.code, *cells) for cells in zip(*plain, strict=True)]


class Judged:
    """What a panel came to: `rows` as dictionaries by column, `faults` as listed, `counts` of faults by kind."""

    def __init__(self, blocks: Iterable[Rows], listed: Listed, count: FaultCount) -> None:
        self.blocks = list(blocks)
        self.rows = [row for block in self.blocks for row in plain_rows(block)]
        self.faults = listed.rows
        self.counts = {code: found for code, found in count.counts.items() if found}


def judge_rows(
    columns: Mapping[str, Sequence[Any]],
    *,
    plan: Plan | None = None,
    baseline_year: int | None = None,
    setting: Setting | None = None,
    rows_in_a_batch: int = 1000,
    size: int = 64,
    folder: str | None = None,
    **store_options: int,
) -> Judged:
    """Judge rows given as columns, in batches, runs and blocks as small as a test wants them."""
    table = pa.table(dict(columns))
    form, problems = recognise(table.column_names, file="panel")
    assert not problems
    vocabulary, reading, listed = Vocabulary(), ReadingFaults(), Listed()
    with Store(folder, **store_options) as store:
        for batch in table.to_batches(rows_in_a_batch):
            store.add(row_batch(batch, form, {}, vocabulary, reading))
        count = FaultCount(listed)
        reading.hand_over(count)
        targets = TargetsOfPlan(vocabulary, plan) if plan else TargetsOfColumns(vocabulary, baseline_year)
        blocks = [evaluate_block(block, setting or Setting()) for block in blocks_of(store, targets, count, size=size)]
    return Judged(blocks, listed, count)


def plain_rows(rows: Rows) -> list[dict[str, Any]]:
    """Give rows as dictionaries of plain values, None where there is none."""
    columns = {}
    for name, column in rows.items():
        if isinstance(column, Coded):
            columns[name] = [None if code < 0 else column.names[code] for code in column.codes.tolist()]
        else:
            columns[name] = [None if number != number else number for number in column.tolist()]
    return [dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]
