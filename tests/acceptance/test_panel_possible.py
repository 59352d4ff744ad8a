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
