"""What the audit must find in the shipped plans: each by itself known from the text, the yearbook or the press."""

from __future__ import annotations

import pytest

from lixia_kpi.audit.audit import audit
from lixia_kpi.folder.open import open_folder
from reference.plan_text import REPOSITORY

LIXIA = audit(open_folder(None))
NATIONAL = audit(open_folder(str(REPOSITORY / "examples" / "national_11fyp")))


def found(code, *ids, findings=LIXIA):
    (one,) = (f for f in findings if f.code == code and set(ids) <= set(f.ids) and f.severity is not None)
    return one


def test_gdp_and_gdp_per_head_imply_89_3_wan_people_and_both_are_lower_bounds():
    one = found("figure_implied_by_bounds", "gdp", "gdp_per_capita")
    assert one.value == pytest.approx(2500 / 28, rel=1e-12)
    assert (round(one.value, 1), one.unit, one.moment) == (89.3, "万人", ("target", 2025))
    assert [figure.op for figure in one.figures] == [">", ">="]


def test_human_resources_exceed_the_business_services_that_usually_contain_them():
    one = found("identity_needs_more", "human_capital_industry_scale", "business_services_scale")
    assert (one.value, one.other, one.unit, one.severity) == (1000, 200, "亿元", "warning")


def test_one_promise_is_printed_with_two_comparators():
    one = found("two_comparators", "cultural_creative_industry_scale")
    assert [(f.op, f.span.value) for f in one.figures] == [(">", 150), (">=", 150)]
    assert one.details["words"] == "突破, 达到"


@pytest.mark.parametrize(
    ("id_", "plan", "published", "severity"),
    [
        ("buildings_100m_tax", 40, 38, "warning"),
        ("general_budget_revenue", 151.6, 151.5, "warning"),
        ("tax_share_of_budget_revenue", 91.8, 93, "note"),
    ],
)
def test_the_sources_that_disagree(id_, plan, published, severity):
    one = found("baseline_and_actual_differ", id_)
    assert (one.value, one.other, one.severity) == (plan, published, severity)


def test_the_budget_growth_of_the_plan_does_not_follow_from_the_yearbook():
    one = found("growth_differs", "general_budget_revenue")
    assert (one.value, round(one.other, 1)) == (6.1, 3.0)
    assert one.other == pytest.approx(100 * ((151.6 / 130.5958) ** (1 / 5) - 1), rel=1e-12)
    assert one.severity == "error"


def test_modern_services_follow_for_2020_and_cannot_be_told_for_2025():
    one = found("figure_implied", "modern_services_share", "services_value_added")
    assert one.value == pytest.approx(0.639 * 1477.5)
    missing = found("identity_missing", "modern_services_share")
    assert (missing.moment, missing.details["missing_zh"]) == (("target", 2025), "服务业增加值")


def test_services_stay_within_gdp_in_every_year_that_is_known():
    years = [f.moment.year for f in LIXIA if f.check == "services_within_gdp" and f.code == "identity_holds"]
    assert years == [2013, 2020, 2021]


def test_nothing_else_is_graded():
    assert sorted(f.code for f in LIXIA if f.severity in ("error", "warning")) == [
        "baseline_and_actual_differ", "baseline_and_actual_differ", "growth_differs", "identity_needs_more",
        "two_comparators",
    ]  # fmt: skip


def test_the_misprint_of_the_national_plan_is_the_only_one():
    (one,) = (f for f in NATIONAL if f.severity is not None)
    assert (one.code, one.ids, one.value) == ("growth_only_rounds", ("rural_net_income",), 5)
    assert one.other == pytest.approx(4.775, abs=0.001)
    assert sum(f.code == "growth_holds" for f in NATIONAL) == 10
