"""`kpi panel` judges nothing that `kpi validate` would refuse, and says what it left out."""

from __future__ import annotations

import csv
import io

from acceptance.kpi import run

PANEL = """region,id,year,value,unit,target,target_year,direction,measure,op
A,green,2020,95,%,100,2025,up,share,
A,green,2021,110,%,100,2025,up,share,
A,green,2022,97,%,100,2025,up,share,
B,green,2020,60,%,120,2025,up,share,
B,green,2021,62,%,120,2025,up,share,
C,jobs,2020,60,个,80,2025,up,count,<=
C,jobs,2021,-3,个,80,2025,up,count,<=
"""


def test_impossible_values_and_targets_are_counted_and_listed(tmp_path):
    panel, faults = tmp_path / "panel.csv", tmp_path / "faults.csv"
    panel.write_text(PANEL)
    found = list(csv.DictReader(io.StringIO(run("panel", panel, "-f", "csv", "--faults", faults).out, newline="")))
    assert [(row["region"], row["latest"]) for row in found] == [("A", "97")]
    assert "values_left_out" in found[0]["notes"].split(";")
    with faults.open(newline="") as file:
        listed = [tuple(row.values()) for row in csv.DictReader(file)]
    assert listed == [
        ("impossible_value", "A", "green", "2021", "110", "", "%"),
        ("impossible_value", "C", "jobs", "2021", "-3", "", "个"),
        ("impossible_target", "B", "green", "", "120", "", "%"),
        ("impossible_target", "C", "jobs", "", "80", "", "个"),
    ]
    page = run("panel", panel, "--lang", "en").out
    assert "values that cannot be" in page
    assert "targets that cannot be" in page


def test_absurd_figures_give_no_warning_and_no_infinite_figure(tmp_path):
    panel = tmp_path / "panel.csv"
    values = ("1e300", "1e305", "1.7e308", "1e-300", "5e-324", "-1.7e308")
    lines = [
        f"{number},{form},{2020 + year},{values[(number + year * (number + 1)) % len(values)]},{goal},2026,up,{form}\n"
        for number in range(len(values))
        for form in ("level", "change", "growth", "total")
        for goal in (values[number].replace("-1.7e308", "50"),)
        for year in range(4)
    ]
    panel.write_text("region,id,year,value,target,target_year,direction,form\n" + "".join(lines))
    ran = run("panel", panel, "-f", "csv")
    assert ran.stderr == b""
    found = list(csv.DictReader(io.StringIO(ran.out, newline="")))
    assert len(found) == len(lines) // 4
    assert all("inf" not in row.values() for row in found)
    assert any("not_finite" in row["reason"].split(";") for row in found)
