"""`targets.yaml` from nodes to records: the head of the plan and its indicators, with every fault found."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from lixia_kpi.plan.faults import shown
from lixia_kpi.plan.fields import TARGETS_FILE
from lixia_kpi.plan.head_rules import check_head
from lixia_kpi.plan.indicator_rules import check_indicator
from lixia_kpi.plan.model import (
    NO_CITATION,
    NO_SOURCE,
    OWN_CUTS,
    Citation,
    Cuts,
    Indicator,
    Name,
    PlanInfo,
    Source,
    Target,
    TargetGrowth,
)
from lixia_kpi.plan.record import read_record
from lixia_kpi.plan.target_rules import check_target

if TYPE_CHECKING:
    from lixia_kpi.plan.faults import Faults
    from lixia_kpi.plan.model import (
        Basis,
        Comparator,
        Direction,
        Form,
        GrowthSpan,
        GrowthUnit,
        Identity,
        Measure,
        ObservedAs,
    )
    from lixia_kpi.plan.nodes import Node
    from lixia_kpi.plan.record import Record
    from lixia_kpi.problems import Place


class TargetsFile(NamedTuple):
    """What `targets.yaml` says.

    `info` is None where the head could not be read; `places` has the place of every id of the file, also of
    indicators that could not be read.
    """

    info: PlanInfo | None
    indicators: tuple[Indicator, ...]
    places: dict[str, Place]
    identities: tuple[Identity, ...] = ()


def targets_from(node: Node, faults: Faults) -> TargetsFile | None:
    """Turn the nodes of a targets file into records.

    Parameters
    ----------
    node
        the root of the file.
    faults
        where every fault is added.

    Returns
    -------
    TargetsFile or None
        what could be read; None where the root is no mapping.
    """
    root = read_record(node, TARGETS_FILE, faults)
    if root is None:
        return None
    head = root.record("plan")
    info = None if head is None else _head_from(head)
    if head is not None and info is not None:
        faults.extend(check_head(info, head.place))
    indicators: list[Indicator] = []
    places: dict[str, Place] = {}
    for record in root.records("indicators"):
        name = record.text("id")
        if name is not None:
            place = record.place("id")
            if name in places:
                faults.add("doubled_id", place.line, place.column, {"id": shown(name), "first_line": places[name].line})
                continue
            places[name] = place
        indicator = _indicator_from(record, info, faults)
        if indicator is not None:
            indicators.append(indicator)
    return TargetsFile(info, tuple(indicators), places, _identities_from(root, faults))


def _identities_from(root: Record, faults: Faults) -> tuple[Identity, ...]:
    """The identities of the file; what reads them is loaded where there are any."""
    if "identities" not in root.values:
        return ()
    from lixia_kpi.plan.identities import identities_from

    return identities_from(root.records("identities"), faults)


def name_from(record: Record | None) -> Name | None:
    """Take a name in both languages; None where one is missing."""
    zh, en = (None, None) if record is None else (record.text("zh"), record.text("en"))
    return None if zh is None or en is None else Name(zh, en)


def citation_from(record: Record) -> Citation:
    """Tell where the plan says it, as far as the record does."""
    return Citation(record.integer("chapter"), record.integer("section"), record.text("heading"))


def _head_from(head: Record) -> PlanInfo | None:
    name, period = name_from(head.record("name")), head.record("period")
    identity, baseline_year = head.text("id"), head.integer("baseline_year")
    if identity is None or name is None or period is None or baseline_year is None:
        return None
    start, end = period.integer("start"), period.integer("end")
    if start is None or end is None:
        return None
    cuts, source = head.record("cuts"), head.record("source")
    language = head.text("language")
    return PlanInfo(
        id=identity,
        name=name,
        start=start,
        end=end,
        baseline_year=baseline_year,
        language="zh" if language == "zh" else "en" if language == "en" else None,
        evaluation_years=head.years("evaluation_years"),
        cuts=OWN_CUTS if cuts is None else Cuts(*(_cut(cuts, key) for key in Cuts._fields)),
        source=NO_SOURCE if source is None else Source(*(source.text(key) for key in Source._fields)),
    )


def _cut(cuts: Record, key: str) -> float:
    """One cut of the plan; the tool's own where the plan has none."""
    value = cuts.number(key)
    return float(getattr(OWN_CUTS, key)) if value is None else value


def _indicator_from(record: Record, info: PlanInfo | None, faults: Faults) -> Indicator | None:
    """The indicator with the targets that could be read; None where one of its own required values could not."""
    name = name_from(record.record("name"))
    if not record.complete or name is None:
        return None
    values = record.values
    read = [(target, at) for at in record.records("targets") if (target := _target_from(at, info, faults)) is not None]
    indicator = Indicator(
        id=str(values["id"]),
        name=name,
        citation=citation_from(record),
        group=str(values["group"]),
        measure=cast("Measure", values["measure"]),
        direction=cast("Direction", values["direction"]),
        unit=str(values["unit"]),
        place=record.place(),
        unit_also=record.texts("unit_also"),
        observed_as=cast("ObservedAs", values.get("observed_as", "level")),
        basis=cast("Basis | None", values.get("basis")),
        breaks=record.years("breaks"),
        binding=record.boolean("binding"),
        owner=record.text("owner"),
        targets=tuple(target for target, _ in read),
        doubt=record.text("doubt"),
        formula=record.formula("formula"),
        aliases=record.texts("aliases"),
    )
    faults.extend(check_indicator(indicator, info, record.place))
    for target, at in read:
        faults.extend(check_target(target, indicator, info, at.place))
    return indicator


def _target_from(record: Record, info: PlanInfo | None, faults: Faults) -> Target | None:
    """One target; None where a required value or its year could not be read."""
    span = _span_from(record, info, faults)
    value = record.number("value")
    if not record.complete or span is None or value is None:
        return None
    start, year = span
    citation = citation_from(record)
    return Target(
        form=cast("Form", record.values["form"]),
        op=cast("Comparator", record.values["op"]),
        value=value,
        year=year,
        place=record.place(),
        start=start,
        value_high=record.number("value_high"),
        tolerance=record.number("tolerance"),
        wording=record.text("wording"),
        dated=record.boolean("dated") is not False,
        decimals=record.decimals("value"),
        citation=None if citation == NO_CITATION else citation,
        printed_growth=_growth_from(record.record("printed_growth")),
    )


def _growth_from(record: Record | None) -> TargetGrowth | None:
    """The growth printed beside a target."""
    value = None if record is None else record.number("value")
    if record is None or value is None:
        return None
    return TargetGrowth(
        value=value,
        unit=cast("GrowthUnit", record.values.get("unit", "%")),
        span=cast("GrowthSpan", record.values.get("span", "yearly")),
        decimals=record.decimals("value"),
        place=record.place(),
        basis=cast("Basis | None", record.values.get("basis")),
        source=record.text("source"),
    )


def _span_from(record: Record, info: PlanInfo | None, faults: Faults) -> tuple[int | None, int] | None:
    """First year, where the target names a period, and the year in which it falls due.

    A target that is not dated falls due at the end of the plan.
    """
    entries = record.node.entries
    if "period" in entries:
        if "year" in entries:
            place = record.place("year")
            faults.add("year_and_period", place.line, place.column)
        period = record.record("period")
        start, end = (None, None) if period is None else (period.integer("start"), period.integer("end"))
        return None if start is None or end is None else (start, end)
    if "year" in entries:
        year = record.integer("year")
        return None if year is None else (None, year)
    if record.boolean("dated") is False:
        return None if info is None else (None, info.end)
    if ("dated" not in entries or record.boolean("dated")) and not record.node.partial:
        faults.add("missing_year", record.node.line, record.node.column)
    return None
