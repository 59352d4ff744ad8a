"""Figures of one year that differ from source to source: the baseline against actuals, actuals among themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.audit.finding import Figure, Finding, Moment
from lixia_kpi.folder.agreement import differs
from lixia_kpi.formula.span import Span
from lixia_kpi.units.conversion import conversion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lixia_kpi.actuals.observation import Observation
    from lixia_kpi.audit.figures import Figures

_SLACK = 1e-9


def check_sources(observations: Iterable[Observation], figures: Figures) -> Iterator[Finding]:
    """Compare the yearly figures that are given more than once, beyond what rounding explains.

    Parameters
    ----------
    observations
        in the order of the files.
    figures
        of the plan folder.

    Yields
    ------
    Finding
        `baseline_and_actual_differ`, `actuals_differ`: a warning; a note where one of them is expected or preliminary.
    """
    by_year: dict[tuple[str, int], list[Observation]] = {}
    for row in observations:
        if row.is_yearly and row.id in figures.units:
            by_year.setdefault((row.id, row.year), []).append(row)
    for (id_, year), rows in by_year.items():
        yield from _against_baseline(id_, year, rows, figures)
        yield from _among_themselves(id_, year, rows, figures)


def _against_baseline(id_: str, year: int, rows: list[Observation], figures: Figures) -> Iterator[Finding]:
    baseline, indicator = figures.baselines.get(id_), figures.indicators.get(id_)
    if baseline is None or indicator is None or baseline.year != year or baseline.value is None:
        return
    promised = figures.known(id_, year)
    seen: set[float] = set()
    for row in rows:
        found = _figure(row, figures)
        if promised is None or found is None or found.span.value in seen or not differs(baseline, row, indicator):
            continue
        seen.add(found.span.value)
        yield _finding("baseline_and_actual_differ", (promised, found), year, [row])


def _among_themselves(id_: str, year: int, rows: list[Observation], figures: Figures) -> Iterator[Finding]:
    """Each row that differs from all before it, against the first."""
    read = [(row, figure) for row in rows if (figure := _figure(row, figures)) is not None]
    apart: list[tuple[Observation, Figure]] = []
    for row, figure in read:
        if all(not _overlap(figure.span, other.span) for _, other in apart):
            apart.append((row, figure))
    for row, figure in apart[1:]:
        yield _finding("actuals_differ", (apart[0][1], figure), year, [apart[0][0], row])


def _figure(row: Observation, figures: Figures) -> Figure | None:
    indicator, unit = figures.indicators.get(row.id), figures.units[row.id]
    factor = conversion(row.unit, unit, also=() if indicator is None else indicator.unit_also)
    if factor is None:
        return None
    value, half = factor.apply(row.value), factor.apply(0.5 * 10.0**-row.decimals)
    return Figure(row.id, figures.name(row.id), "", Span(value - half, value, value + half), unit, row.place)


def _overlap(one: Span, other: Span) -> bool:
    """Whether one of the two is what the other rounds to."""
    room = max(one.high - one.value, other.high - other.value) + _SLACK * max(abs(one.value), abs(other.value))
    return abs(one.value - other.value) <= room


def _finding(code: str, pair: tuple[Figure, Figure], year: int, rows: list[Observation]) -> Finding:
    first, second = pair
    settled = all(row.status == "actual" for row in rows)
    return Finding(
        code=code,
        result="contradicts",
        severity="warning" if settled else "note",
        place=second.place,
        check="sources",
        moment=Moment("baseline" if code.startswith("baseline") else "actual", year),
        name=first.name,
        figures=pair,
        value=first.span.value,
        other=second.span.value,
        unit=first.unit,
        details={"first_place": str(first.place), "status": rows[-1].status},
    )
