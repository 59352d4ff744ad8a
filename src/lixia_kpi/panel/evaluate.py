"""Blocks judged: arrays of series in, the columns of the rows out; no file, no console, no series looked at singly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.codes import NOTES, REASONS, STATUSES
from lixia_kpi.assessment.judgement import judge_cases
from lixia_kpi.assessment.row_figures import rate_unit, row_figures, target_unit
from lixia_kpi.panel.block_cases import block_cases
from lixia_kpi.panel.coded import Coded, coded, spread

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeAlias

    from lixia_kpi.growth.arrays import BoolArray, FloatArray, IntArray
    from lixia_kpi.panel.block import PanelBlock, Setting

    Rows: TypeAlias = Mapping[str, Coded | FloatArray]
    """Rows as columns by id: texts, codes and flags as `Coded`, numbers and years as floats, NaN where there is none.
    """


def evaluate_block(block: PanelBlock, setting: Setting) -> Rows:
    """Judge the series of a block by the lines that judge the targets of a plan.

    Parameters
    ----------
    block : series with their targets.
    setting : options and cuts of the run.

    Returns
    -------
    Rows
        The columns of `kpi panel` by id, every one with as many rows as the block.

    Examples
    --------
    >>> from lixia_kpi.panel.block import Kind, PanelBlock, Setting
    >>> one = np.array([0])
    >>> block = PanelBlock(
    ...     region=Coded(("A",), one), id=Coded(("gdp",), one), kinds=(Kind("amount", "level", ">=", "up"),), kind=one,
    ...     target=np.array([150.0]), due_year=np.array([2025]), base_year=np.array([2020]),
    ...     years=np.arange(2020, 2024), values=np.array([[100.0, 108.0, 117.0, 127.0]]),
    ...     unit_mismatch=np.array([False]), left_out=np.array([False]),
    ... )
    >>> rows = evaluate_block(block, Setting())
    >>> rows["status"].texts().tolist(), rows["pace"].round(2).tolist()
    (['on_track'], [0.98])
    """
    cases = block_cases(block, setting.options.as_of)
    judged = judge_cases(cases, setting.cuts, setting.options)
    figures = row_figures(cases, judged)
    has_interval = ~np.isnan(figures["projected_low"])
    return {
        "region": block.region,
        "id": block.id,
        **_of_the_kind(block),
        **figures,
        "target_year": block.due_year.astype(np.float64),
        "target": block.target,
        "interval": np.where(has_interval, float(setting.options.interval), np.nan),
        "method": coded(judged.outlook.method),
        "rule": Coded((setting.options.rule,), np.zeros(len(block.kind), dtype=np.intp)),
        "status": Coded(STATUSES, judged.place),
        "reason": joined(REASONS, judged.reasons, len(block.kind)),
        "notes": joined(NOTES, {**judged.notes, **_notes_of_the_kind(block)}, len(block.kind)),
    }


def joined(codes: tuple[str, ...], holds: Mapping[str, BoolArray], count: int) -> Coded:
    """Turn one flag a code into one text a row: the codes that hold, in order, joined by `;`.

    >>> joined(("a", "b"), {"b": np.array([True, False, True]), "a": np.array([True, False, False])}, 3)
    Coded(names=('b', 'a;b'), codes=array([ 1, -1,  0]))
    """
    present = [code for code in codes if code in holds and holds[code].any()]
    texts, codes_of_rows = [""], np.zeros(count, dtype=np.intp)
    for code in present:
        texts, codes_of_rows = _with_code(texts, codes_of_rows, code, holds[code])
    empty = int("" in texts)
    return Coded(tuple(texts[empty:]), codes_of_rows - empty)


def _with_code(texts: list[str], codes: IntArray, code: str, held: BoolArray) -> tuple[list[str], IntArray]:
    """Add a code to the texts of the rows in which it holds, and leave out texts that no row has any more."""
    both = [*texts, *(f"{text};{code}" if text else code for text in texts)]
    codes = codes + len(texts) * held
    left = np.flatnonzero(np.bincount(codes, minlength=len(both)))
    place = np.zeros(len(both), dtype=np.intp)
    place[left] = np.arange(len(left))
    return [both[one] for one in left.tolist()], place[codes]


def _of_the_kind(block: PanelBlock) -> dict[str, Coded | FloatArray]:
    """The columns that rows of one kind have in common."""
    kinds = block.kinds
    texts = {
        **{name: [getattr(kind, name) for kind in kinds] for name in _TEXTS},
        "binding": [None if kind.binding is None else str(kind.binding).lower() for kind in kinds],
        "target_op": [kind.op for kind in kinds],
        "target_unit": [target_unit(kind.form, kind.unit or "") or None for kind in kinds],
        "rate_unit": [rate_unit(kind.form, kind.measure, kind.unit or "") for kind in kinds],
    }
    numbers = {
        name: np.array([np.nan if (n := getattr(kind, name)) is None else n for kind in kinds], dtype=np.float64)
        for name in ("chapter", "section", "target_high")
    }
    return {
        **{name: spread(values, block.kind) for name, values in texts.items()},
        **{name: values[block.kind] for name, values in numbers.items()},
    }


_TEXTS = ("name_zh", "name_en", "group", "measure", "form", "direction", "unit", "basis", "owner")


def _notes_of_the_kind(block: PanelBlock) -> dict[str, BoolArray]:
    doubtful = np.array([kind.doubtful for kind in block.kinds], dtype=np.bool_)
    undated = np.array([not kind.dated for kind in block.kinds], dtype=np.bool_)
    return {"values_left_out": block.left_out, "doubtful": doubtful[block.kind], "undated": undated[block.kind]}
