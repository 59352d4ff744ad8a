"""The page of a panel: it fits the screen, its figures are those of the summary."""

from __future__ import annotations

import re

import numpy as np
import pytest

from lixia_kpi.assessment.codes import ORDERED_STATUSES, STATUSES
from lixia_kpi.panel.coded import Coded
from lixia_kpi.panel.tally import Tally
from lixia_kpi.panel.tally_summary import summarise
from lixia_kpi.render.panel_summary import render_panel_summary
from lixia_kpi.render.symbols import UNICODE
from lixia_kpi.render.width import width
from lixia_kpi.tables.panel_summary import PanelReport, summary_table
from unit.render.panel_sample import panel_report

MANY = panel_report(300, 20, faults={"gap": 3, "no_target": 0})
FEW = panel_report(4, 3)


def page(report=MANY, *, part=None, lang="en", columns=160, ascii_only=False, color=False):
    return render_panel_summary(report, part=part, lang=lang, width=columns, color=color, ascii_only=ascii_only)


@pytest.mark.parametrize("columns", [30, 40, 60, 80, 100, 120, 160])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("report", [MANY, FEW], ids=["many", "few"])
@pytest.mark.parametrize("part", [None, "regions", "indicators"])
def test_page_fits_the_terminal_and_keeps_every_name(columns, lang, report, part):
    text = page(report, part=part, lang=lang, columns=columns)
    assert max(map(width, text.splitlines())) <= columns
    names = {"regions": report.summary.regions.names, "indicators": ()}.get(part or "", ())
    unwrapped = re.sub(r"\s", "", text)
    assert all(name in unwrapped for name in names)


def test_a_pipe_gets_the_widest_page():
    assert page(columns=None) == page(columns=400)


def test_marks_are_ascii_where_only_these_can_be_shown():
    assert set(re.sub(r"[第区]", "", page(ascii_only=True))) <= set(map(chr, range(128)))


def test_colour_stands_beside_mark_and_word_and_is_left_out_where_it_is_not_wanted():
    coloured = page(color=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == page()


def test_the_first_lines_say_how_much_is_on_track_and_what_is_counted():
    counts = MANY.summary.statuses
    judged, good = int(counts[:6].sum()), int(counts[:3].sum())
    lines = page().splitlines()
    assert lines[2] == f"Of {judged} targets that can be judged, {100 * good / judged:.1f}% are on track or better."
    shown = " ".join(lines[3:5])
    assert all(f"{UNICODE.marks[s]} {s.replace('_', ' ')} {counts[i]}" in shown for i, s in enumerate(STATUSES))


def test_a_league_has_every_region_with_its_counts():
    regions = MANY.summary.regions
    lines = [line.split() for line in page(part="regions").splitlines() if re.match(r" *\d+=?  第", line)]
    assert [line[1] for line in lines] == [regions.names[i] for i in regions.league]
    for line in lines:
        place = regions.names.index(line[1])
        assert line[0].rstrip("=") == str(regions.rank[place])
        assert line[0].endswith("=") == (list(regions.rank).count(regions.rank[place]) > 1)
        assert line[3] == str(regions.judged[place])
        counts = regions.statuses[place]
        assert line[5:11] == [str(count) for count in counts[: len(ORDERED_STATUSES)]]
        assert line[11] == str(counts[6:].sum())


def test_many_regions_name_the_worst_first_and_few_are_all_shown():
    text, regions = page(), MANY.summary.regions
    worst = [regions.names[i] for i in regions.worst[:5]]
    best = [regions.names[i] for i in regions.league[:5]]
    places = [text.index(f" {name} ") for name in (*worst, *best)]
    assert places == sorted(places)
    assert "Regions most behind" not in page(FEW)
    assert all(name in page(FEW) for name in FEW.summary.regions.names)


def test_regions_that_cannot_be_judged_are_counted():
    tally = Tally()
    nothing = np.array([np.nan])
    tally.count(Coded(("A",), np.array([0])), Coded(("x",), np.array([0])), np.array([8]), nothing, nothing)
    report = PanelReport(summarise(tally), {}, None, "pace", "auto", 80, None)
    text = page(report)
    assert "No target can be judged." in text
    assert "nothing can be judged, without a place: 1." in text
    assert "no actuals yet" in text


def test_no_row_at_all_is_said():
    report = PanelReport(summarise(Tally()), {}, None, "pace", "auto", 80, None)
    assert page(report).splitlines()[-1] == "There are no rows."


@pytest.mark.parametrize(("part", "key"), [("regions", "region"), ("indicators", "id")])
def test_the_machine_table_counts_the_same(part, key):
    table = summary_table(MANY, part)
    standing = MANY.standing(part)
    assert sorted(str(row[key]) for row in table.rows) == sorted(standing.names)
    for row in table.rows:
        place = standing.names.index(str(row[key]))
        assert [row[status] for status in STATUSES] == standing.statuses[place].tolist()
        assert row["targets"] == sum(standing.statuses[place])
        assert row["share_good"] == row["good"] / row["judged"]
    assert table.head["faults"] == {"gap": 3}
    assert table.head["statuses"] == dict(zip(STATUSES, MANY.summary.statuses.tolist(), strict=True))
    if part == "regions":
        ranks = [row["rank"] for row in table.rows]
        assert ranks == sorted(ranks)
