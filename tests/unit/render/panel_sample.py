"""A panel of regions and indicators made by rule; the figures illustrate the layout and prove no arithmetic."""

from __future__ import annotations

import numpy as np

from lixia_kpi.assessment.codes import STATUSES
from lixia_kpi.panel.coded import Coded
from lixia_kpi.panel.tally import Tally
from lixia_kpi.panel.tally_summary import summarise
from lixia_kpi.plan.model import Name, PlanInfo
from lixia_kpi.tables.panel_summary import PanelReport

PLAN = PlanInfo("lixia_14fyp", Name("历下区“十四五”规划", "Lixia District 14th Five-Year Plan"), 2021, 2025, 2020, "zh")
NAMES = {
    "gdp": Name("地区生产总值", "Gross regional product"),
    "services": Name("现代服务业占服务业增加值比重", "Modern services in the value added of services"),
}


def panel_report(
    regions: int, indicators: int, *, seed: int = 7, plan: PlanInfo | None = PLAN, faults: dict[str, int] | None = None
) -> PanelReport:
    """Give the summary of a panel whose regions differ in how well they do."""
    rng = np.random.default_rng(seed)
    ids = [*NAMES, *(f"indicator_{number}" for number in range(indicators))][:indicators]
    rows, columns = np.divmod(np.arange(regions * indicators), indicators)
    skill = np.linspace(0.2, 0.9, regions)[rng.permutation(regions)]
    chance = np.clip(skill[rows] + rng.normal(0, 0.2, len(rows)), 0, 1)
    status = np.minimum(((1 - chance) * 6).astype(np.int64), 5)
    status = np.where(rng.random(len(rows)) < 0.05, rng.integers(6, len(STATUSES), len(rows)), status)
    tally = Tally(cells=True)
    tally.count(
        Coded([f"第{number}区" for number in range(regions)], rows), Coded(ids, columns), status,
        np.where(status < 6, chance, np.nan), np.full(len(rows), 2023.0),
    )  # fmt: skip
    summary = summarise(tally, order=ids)
    return PanelReport(summary, NAMES, plan, "pace", "auto", 80, 2023, faults or {})
