"""A small plan in which every outcome of an evaluation occurs, with figures up to a year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from acceptance.plans import make_plan

if TYPE_CHECKING:
    from pathlib import Path

BINDING, EXPECTED = {"binding": True}, {"binding": False}


def _name(zh: str, en: str, chapter: int, owner: str | None = "统计局", **more: Any) -> dict[str, Any]:
    return {"name": {"zh": zh, "en": en}, "chapter": chapter, **({"owner": owner} if owner else {}), **more}


INDICATORS: tuple[dict[str, Any], ...] = (
    {"id": "output", **_name("产值", "Output", 1), **EXPECTED},
    {"id": "firms", "measure": "count", "unit": "家", **_name("企业", "Firms", 1), **EXPECTED},
    {
        "id": "share", "measure": "share", "unit": "%", **_name("比重", "Share", 1), **EXPECTED,
        "targets": ({"value": 65},),
    },
    {
        "id": "jobless", "measure": "rate", "unit": "%", "direction": "down", **BINDING,
        **_name("失业率", "Unemployment", 2, "人社局"), "targets": ({"op": "<=", "value": 5},),
    },
    {
        "id": "intensity", "direction": "down", "unit": "2020=100", "measure": "index",
        **_name("能耗强度", "Energy intensity", 2, "发改局"), **BINDING,
        "targets": ({"form": "change", "op": "<=", "value": -13.5},),
    },
    {
        "id": "smoke", "direction": "down", "unit": "微克/立方米", **BINDING,
        **_name("浓度", "Concentration", 2, "环保局"), "targets": ({"op": "<=", "value": 30},),
    },
    {"id": "beds", "measure": "count", "unit": "张", **_name("床位", "Beds", 3, "民政局")},
    {
        "id": "schools", "measure": "count", "unit": "所", **_name("学校", "Schools", 3, "教育局"),
        "targets": ({"form": "total", "value": 30}, {"value": 12, "form": "total", "year": 2023}),
    },
    {
        "id": "rank", "measure": "rank", "unit": "位", "direction": "down", **_name("位次", "Rank", 3, None),
        "targets": ({"op": "<=", "value": 10},),
    },
    {"id": "unknown", **_name("未知", "Unknown", 3, None), "doubt": "范围未定 / scope not settled"},
    {"id": "parks", "measure": "count", "unit": "座", **_name("公园", "Parks", 3, None)},
)  # fmt: skip

BASELINES: tuple[dict[str, Any], ...] = tuple(
    {"id": id_, "value": value}
    for id_, value in (
        ("output", 100), ("firms", 100), ("share", 60), ("jobless", 4), ("intensity", 100), ("smoke", 50),
        ("beds", 100), ("rank", 28), ("parks", 100),
    )
)  # fmt: skip

_ACTUALS: dict[str, tuple[float, ...]] = {
    "output": (130, 160, 205, 208, 230),  # met early
    "firms": (120, 140, 170, 190, 201),  # ahead, met in its year
    "share": (61, 62, 63, 63.5, 64),  # on track, missed
    "jobless": (4.2, 4.5, 4.8, 4.9, 4.9),  # a cap that is held
    "intensity": (98, 96.5, 94.8, 92, 90),  # behind, missed
    "smoke": (51, 52, 53, 50, 31),  # reversing, missed
    "beds": (105, 110, 115, 120, 130),  # off track, missed
    "schools": (5, 5, 6, 7, 8),  # ahead; the one due in 2023 is met
    "rank": (25, 23, 20, 15, 9),  # pending, met
    "unknown": (5, 6, 7, 8, 9),  # no baseline: cannot be judged
}


def evaluated_plan(folder: Path, *, to: int) -> Path:
    """Write the plan with figures from 2021 up to a year."""
    actuals = [
        {
            "id": id_, "year": 2021 + i, "value": value, "source": f"https://example.org/{id_}_{2021 + i}",
            "status": "preliminary" if (id_, 2021 + i) == ("beds", to) else "actual",
        }
        for id_, values in _ACTUALS.items()
        for i, value in enumerate(values)
        if 2021 + i <= to
    ]  # fmt: skip
    return make_plan(folder, indicators=INDICATORS, baselines=BASELINES, actuals=actuals)
