"""A valid plan, written as YAML by another program, is read back as the same plan, without a fault."""

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from lixia_kpi.plan.assemble import assemble
from lixia_kpi.plan.read import read_baseline, read_targets
from lixia_kpi.problems import has_errors

NAMES = st.text("甲乙丙ab NO:#-'\"%@1>~", min_size=1, max_size=12).filter(lambda text: text == text.strip())
IDS = st.from_regex(r"[a-z][a-z0-9_]{0,12}", fullmatch=True)
FIGURES = st.floats(0.001, 1e9).map(lambda value: float(f"{value:.6g}"))
NAME = st.fixed_dictionaries({"zh": NAMES, "en": NAMES})
TARGET = st.fixed_dictionaries(
    {"year": st.integers(2021, 2025), "form": st.sampled_from(["level", "total", "growth", "change"]),
     "op": st.sampled_from([">=", ">", "=", "~"]), "value": FIGURES},
    optional={"wording": NAMES, "dated": st.booleans(), "chapter": st.integers(1, 20), "heading": NAMES},
)  # fmt: skip
INDICATOR = st.fixed_dictionaries(
    {"id": IDS, "name": NAME, "group": NAMES, "measure": st.sampled_from(["amount", "count"]),
     "direction": st.just("up"), "unit": st.sampled_from(["亿元", "家", "万人次", "square metres"]),
     "targets": st.lists(TARGET, max_size=3, unique_by=lambda target: (target["form"], target["year"], target["op"]))},
    optional={"breaks": st.lists(st.integers(1990, 2025), unique=True, max_size=2), "binding": st.booleans(),
              "owner": NAMES, "doubt": NAMES, "basis": st.just("current_prices"), "section": st.integers(1, 20)},
)  # fmt: skip
PLANS = st.lists(INDICATOR, max_size=4, unique_by=lambda indicator: indicator["id"])
PLAN = {
    "id": "demo",
    "name": {"zh": "示例", "en": "Example"},
    "period": {"start": 2021, "end": 2025},
    "baseline_year": 2020,
}


def written(record, keys):
    """The named fields of a record that are there, as they are in the file."""
    values = {key: getattr(record, key) for key in keys}
    return {key: list(value) if isinstance(value, tuple) else value for key, value in values.items()}


@settings(max_examples=60, deadline=None)
@given(PLANS, FIGURES)
def test_what_is_written_is_what_is_read(indicators, figure):
    text = yaml.safe_dump({"schema": 1, "plan": PLAN, "indicators": indicators}, allow_unicode=True)
    entries = [{"id": indicator["id"], "value": figure, "unit": indicator["unit"]} for indicator in indicators]
    base = yaml.safe_dump({"schema": 1, "year": 2020, "indicators": entries}, allow_unicode=True)
    targets, problems = read_targets(text.encode(), file="targets.yaml")
    baselines, more = read_baseline(base.encode(), file="baseline_2020.yaml")
    assert problems == []
    assert more == []
    plan, between = assemble(targets, baselines)
    assert not has_errors(between)
    assert len(plan.indicators) == len(indicators)
    for found, given_ in zip(plan.indicators, indicators, strict=True):
        plain = [key for key in given_ if key not in ("targets", "name", "section")]
        assert written(found, plain) == {key: given_[key] for key in plain}
        assert found.name._asdict() == given_["name"]
        assert found.citation.section == given_.get("section")
        for target, expected in zip(found.targets, given_["targets"], strict=True):
            keys = [key for key in expected if key not in ("chapter", "heading")]
            assert written(target, keys) == {key: expected[key] for key in keys}
            assert (target.citation is None) == ("chapter" not in expected and "heading" not in expected)
    assert [(b.id, b.value, b.year) for b in plan.baselines] == [(e["id"], figure, 2020) for e in entries]
