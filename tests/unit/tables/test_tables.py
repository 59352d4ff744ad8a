"""Rows, selection and pathways."""

from __future__ import annotations

import pytest

from builders import indicator, judged, row, series, target
from lixia_kpi.tables.listing import list_table
from lixia_kpi.tables.path import path_report, path_table
from lixia_kpi.tables.project import gap_rows, gap_table, project_table
from lixia_kpi.tables.required import required_table
from lixia_kpi.tables.selection import Selection


def sample():
    """Three indicators: judged, with a baseline only, and with a target only."""
    gdp = indicator(target(op=">", value=2500), id="gdp")
    firms = indicator(target(value=600), id="firms", group="innovation", measure="count", unit="家")
    share = indicator(
        target(value=50, year=2023), target(value=60), id="share", group="industry", measure="share", unit="%"
    )
    return judged(
        series(gdp, {2021: 2124.15, 2022: 2282.9, 2023: 2446.9}, baseline=1910.41),
        series(firms, {}, baseline=362),
        series(share, {}),
    )


def test_one_row_a_target_in_plan_order():
    assert [r.values["id"] for r in gap_rows(sample())] == ["gdp", "firms", "share", "share"]


def test_targets_without_any_figure_are_left_out_and_counted():
    gap = gap_table(sample())
    assert [r.values["id"] for r in gap.rows] == ["gdp", "firms"]
    assert gap.left_out == {"target_only": 2, "filtered": 0}
    assert gap.as_of == 2023
    assert gap.counts() == {"ahead": 1, "no_data": 1}


@pytest.mark.parametrize(
    ("selection", "ids"),
    [
        (Selection(ids=("share",)), ["share", "share"]),
        (Selection(everything=True), ["gdp", "firms", "share", "share"]),
        (Selection(statuses=("no_data",)), ["firms", "share", "share"]),
        (Selection(groups=("innovation",)), ["firms"]),
        (Selection(chapters=(2,)), []),
        (Selection(everything=True, sort="-required_rate"), ["firms", "gdp", "share", "share"]),
        (Selection(everything=True, sort="target"), ["share", "share", "firms", "gdp"]),
        (Selection(everything=True, sort="status"), ["gdp", "firms", "share", "share"]),
    ],
)
def test_selection_and_order(selection, ids):
    assert [r.values["id"] for r in gap_table(sample(), selection).rows] == ids


def test_a_previous_total_counts_as_a_baseline():
    total = indicator(target("total", ">", 20), unit="亿美元")
    gap = gap_table(judged(series(total, {}, previous_total=14.2)))
    assert len(gap.rows) == 1


def test_machine_rows_hold_no_nan_and_every_column():
    table = project_table(gap_table(sample(), Selection(everything=True)))
    for values in table.rows:
        assert list(values) == [column.id for column in table.columns]
        assert all(value == value for value in values.values())
    assert table.head["cuts"] == {"ahead": 1.05, "on_track": 0.95, "behind": 0.6}


def test_a_frame_has_the_same_cells():
    frame = project_table(gap_table(sample())).to_frame()
    assert frame["id"].tolist() == ["gdp", "firms"]
    assert frame["latest_year"].tolist()[0] == 2023
    assert frame["latest"].isna().tolist() == [False, True]
    assert frame["reason"].tolist()[1].startswith("no_actual")


def test_required_gives_a_reason_only_where_there_is_no_rate():
    rows = {r["id"]: r for r in required_table(gap_table(sample(), Selection(everything=True))).rows}
    assert rows["firms"]["required_rate"] == pytest.approx(10.63, abs=5e-3)
    assert (rows["firms"]["reason"], rows["share"]["reason"]) == ((), ("no_baseline",))


def test_the_catalogue_says_where_the_plan_says_it():
    first = list_table(gap_table(sample(), Selection(everything=True))).rows[0]
    assert (first["heading"], first["dated"], first["target_op"]) == ("段落", True, ">")


class TestPathway:
    def rows(self, *args, **kwargs):
        one = series(*args, **kwargs)
        return path_table(path_report(judged(one), (one.indicator.id,))).rows

    def test_a_compound_pathway_runs_from_baseline_to_target(self):
        rows = self.rows(indicator(target(op=">", value=2500)), {2021: 2124.15, 2023: 2446.9}, baseline=1910.41)
        assert [r["year"] for r in rows] == list(range(2020, 2026))
        assert rows[0]["required"] == rows[0]["actual"] == 1910.41
        assert rows[-1]["required"] == pytest.approx(2500)
        assert (rows[2]["actual"], rows[3]["projected"]) == (None, None)
        assert rows[4]["projected"] > 2446.9

    def test_a_total_is_shown_as_sums(self):
        rows = self.rows(indicator(target("total", ">", 20)), {2021: 3, 2022: 4})
        assert [r["required"] for r in rows] == [0, 4, 8, 12, 16, 20]
        assert [r["actual"] for r in rows[:3]] == [0, 3, 7]
        assert rows[3]["projected"] > 7

    def test_a_bound_is_flat(self):
        rows = self.rows(
            indicator(target("every_year", "<=", 3.5), measure="rate", direction="down", unit="%"), {2021: 3}
        )
        assert {r["required"] for r in rows[1:]} == {3.5}

    def test_a_change_known_only_by_yearly_changes_is_in_percent(self):
        what = indicator(target("change", "<=", -13.5), observed_as="yearly_change", direction="down", unit="%")
        one = series(what, {2021: -7.3})
        (path,) = path_report(judged(one), ("sample",)).paths
        assert path.unit == "%"
        assert path.rows[0]["required"] == 0
        assert path.rows[1]["actual"] == pytest.approx(-7.3)
        assert path.rows[-1]["required"] == pytest.approx(-13.5)

    def test_further_than_the_target_year(self):
        one = series(indicator(target()), {2022: 120, 2023: 130}, baseline=100)
        rows = path_table(path_report(judged(one, to=2028), ("sample",))).rows
        assert (rows[-1]["year"], rows[-1]["required"]) == (2028, None)
        assert rows[-1]["projected"] > 130


def test_projecting_to_another_year_moves_the_projection_not_the_target():
    near = row(target(), {2022: 120, 2023: 130}, baseline=100)
    far = row(target(), {2022: 120, 2023: 130}, baseline=100, options={"to": 2030})
    assert far["projected"] > near["projected"]
    assert far["target_year"] == 2025
