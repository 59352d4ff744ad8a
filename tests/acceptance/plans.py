"""Small plan folders for tests, written as their users would write them."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

HEAD: dict[str, Any] = {
    "id": "test_plan",
    "name": {"zh": "测试规划", "en": "Test plan"},
    "period": {"start": 2021, "end": 2025},
    "baseline_year": 2020,
}
_REQUIRED: dict[str, Any] = {
    "name": {"zh": "指标", "en": "Indicator"},
    "chapter": 1,
    "section": 1,
    "heading": "目标",
    "group": "economy",
    "measure": "amount",
    "direction": "up",
    "unit": "亿元",
}
_TARGET: dict[str, Any] = {"year": 2025, "form": "level", "op": ">=", "value": 200}


def make_plan(
    folder: Path,
    *,
    indicators: Sequence[Mapping[str, Any]],
    baselines: Sequence[Mapping[str, Any]] = (),
    actuals: Sequence[tuple[Any, ...]] | Sequence[Mapping[str, Any]] = (),
    plan: Mapping[str, Any] | None = None,
) -> Path:
    """Write a plan folder and give it back.

    Parameters
    ----------
    folder
        where; made when it is not there.
    indicators
        each needs `id` only; what is left out is an amount in 亿元 that is to rise. A target that leaves out year,
        form, op or value is `>= 200` by 2025; `targets` may be left out for one such target.
    baselines
        `id, value`; the unit is that of the indicator when left out.
    actuals
        tuples `(id, year, value)` or `(id, year, value, unit)`, or mappings with any columns of actuals.csv.
    plan
        changes to the head of the plan.
    """
    folder.mkdir(parents=True, exist_ok=True)
    units = {str(i["id"]): str(i.get("unit", _REQUIRED["unit"])) for i in indicators}
    listed = []
    for given in indicators:
        indicator = {"id": given["id"], **_REQUIRED, **{k: v for k, v in given.items() if k not in ("id", "targets")}}
        indicator["targets"] = [{**_TARGET, **target} for target in given.get("targets", ({},))]
        for target in indicator["targets"]:
            if "period" in target:
                target.pop("year")
        listed.append(indicator)
    _write(folder / "targets.yaml", {"schema": 1, "plan": {**HEAD, **(plan or {})}, "indicators": listed})
    year = (plan or {}).get("baseline_year", 2020)
    values = [{"unit": units.get(str(b["id"]), ""), **b} for b in baselines]
    _write(folder / f"baseline_{year}.yaml", {"schema": 1, "year": year, "indicators": values})
    if actuals:
        write_actuals(folder / "actuals.csv", actuals, units=units)
    return folder


def write_actuals(
    file: Path, actuals: Sequence[tuple[Any, ...]] | Sequence[Mapping[str, Any]], *, units: Mapping[str, str]
) -> Path:
    """Write a file of actuals; the unit is that of the indicator when left out."""
    rows: list[dict[str, Any]] = []
    for given in actuals:
        row = dict(zip(("id", "year", "value", "unit"), given, strict=False)) if isinstance(given, tuple) else {**given}
        row.setdefault("unit", units.get(row["id"], ""))
        rows.append(row)
    first = ["id", "year", "value", "unit"]
    names = first + [name for name in dict.fromkeys(k for row in rows for k in row) if name not in first]
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, names, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return file


class _Plain(yaml.SafeDumper):
    """Writes a value out wherever it stands: a plan file has no aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _write(file: Path, content: Mapping[str, Any]) -> None:
    file.write_text(yaml.dump(dict(content), Dumper=_Plain, allow_unicode=True, sort_keys=False), encoding="utf-8")
