"""A page has every target of the evaluation with its own years and figures."""

from __future__ import annotations

import pytest

from lixia_kpi.assessment.evaluate import evaluate
from lixia_kpi.assessment.options import Options
from lixia_kpi.folder.open import open_folder
from lixia_kpi.folder.series import series_of
from lixia_kpi.tables.page import page_report
from lixia_kpi.tables.report import ReportChoice, evaluation_report
from workbooks import every_form


@pytest.fixture(scope="module", params=["shipped", "every_form"])
def opened(request, tmp_path_factory):
    if request.param == "shipped":
        return open_folder(None)
    return open_folder(str(every_form(tmp_path_factory.mktemp("page") / "plan")))


def page(opened, choice=None):
    evaluation = evaluate(series_of(opened), opened.plan.info, Options())
    report = evaluation_report(evaluation, choice)
    return page_report(report, evaluation, opened.plan, opened.observations)


def test_targets_are_those_of_the_evaluation_in_its_order(opened):
    found = page(opened)
    assert [target.item for target in found.targets] == list(found.report.items)
    for target in found.targets:
        assert dict(target.item.row.values).items() <= dict(target.path.gap.values).items()
        assert {row["id"] for row in target.path.rows} == {target.item["id"]}


def test_figures_are_the_targets_own_first_and_used_ones_before_others(opened):
    for target in page(opened).targets:
        own, *rest = target.figures
        assert (own.kind, own.place) == ("target", target.item.row.place)
        assert {figure.id for figure in target.figures} == {target.item["id"]}
        assert all(figure.kind != "target" for figure in rest)
        used = [figure.used for figure in rest]
        assert used == sorted(used, reverse=True)


def test_latest_value_of_every_target_is_among_its_figures(opened):
    for target in page(opened).targets:
        year = target.item["latest_year"]
        if year is not None:
            assert any(figure.used and figure.year == year for figure in target.figures)


def test_scope_leaves_the_others_out(opened):
    whole = page(opened)
    first = whole.report.items[0]["chapter"]
    assert isinstance(first, int)
    confined = page(opened, ReportChoice(chapters=(first,)))
    assert 0 < len(confined.targets) == sum(item["chapter"] == first for item in whole.report.items)
