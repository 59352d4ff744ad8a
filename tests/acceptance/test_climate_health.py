"""A plan far from a Chinese district goes through every command, in English without a Chinese word, and in Chinese.

The figures of examples/climate_health_2030 are made up; what is tested is that no district stands in the code.
"""

from __future__ import annotations

import html
import re
from io import BytesIO
from pathlib import Path

import docx
import pytest
import yaml
from openpyxl import load_workbook

from acceptance.kpi import run

ROOT = Path(__file__).parents[2]
PLAN = ROOT / "examples" / "climate_health_2030"
CHINESE = re.compile("[\u2e80-\u9fff\uff00-\uffef]")
IDS = [i["id"] for i in yaml.safe_load((PLAN / "targets.yaml").read_text(encoding="utf-8"))["indicators"]]
COMMANDS = (
    ("project", "--all"),
    ("required",),
    ("list",),
    ("path", *IDS),
    ("compare",),
    ("check", "--fail-on", "reversing"),
    ("audit",),
    ("annual", "--against", "--year", "2023"),
    ("annual",),
    ("whatif", "--growth", "operational_emissions=-6%", "--value", "renewable_electricity:2024=70"),
    ("report",),
    ("report", "--midterm", "2023", "-f", "markdown"),
    ("diff", "vintage:2022-12-31", "vintage:2024-12-31"),
    ("template", "-f", "csv"),
    ("backtest",),
)


def output(command, lang):
    return run(*command, "--plan", PLAN, "--lang", lang).out


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: "_".join(command[:2]))
def test_every_command_in_english_without_a_chinese_word(command):
    text = output(command, "en")
    assert not {line for line in text.splitlines() if CHINESE.search(line)}
    assert text.count("\n") > 3


@pytest.mark.parametrize("command", [COMMANDS[0], COMMANDS[7], COMMANDS[10]], ids=lambda command: command[0])
def test_in_chinese_by_its_chinese_names(command):
    text = output(command, "zh")
    assert "气候与健康目标 2030" in text
    assert "管理层女性占比" in text
    assert "Women in management" not in text


@pytest.mark.parametrize("id_", ["operational_emissions", "women_in_management", "water_use"])
def test_one_indicator_with_its_part_years(id_):
    text = output(("show", id_), "en")
    assert [line for line in text.splitlines() if CHINESE.search(line)] == [
        line for line in text.splitlines() if line.startswith("  Chinese name")
    ]
    said = " ".join(text.split())
    assert {
        "operational_emissions": "-4.7% on the same period of 2022 (37.9 thousand tonnes CO2e)",
        "women_in_management": "+1.10 points on the same period of 2022 (29.8 %)",
        "water_use": "268 million litres in the same period of 2021, before a break: they do not compare",
    }[id_] in said


def test_pages_workbooks_and_documents_in_english(tmp_path):
    page = output(("report", "-f", "html"), "en")
    shown = html.unescape(re.sub(r"<script.*?</script>|<style.*?</style>|<[^>]+>", " ", page, flags=re.DOTALL))
    assert not CHINESE.search(shown)
    for command, name in ((("template",), "form.xlsx"), (("report",), "report.docx")):
        run(*command, "--plan", PLAN, "--lang", "en", "-o", tmp_path / name)
    for sheet in load_workbook(BytesIO((tmp_path / "form.xlsx").read_bytes())).worksheets:
        assert not [cell.value for row in sheet.iter_rows() for cell in row if CHINESE.search(str(cell.value))]
    document = docx.Document(str(tmp_path / "report.docx"))
    texts = [p.text for p in document.paragraphs]
    texts += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert not [text for text in texts if CHINESE.search(text)]


def test_everything_is_marked_as_made_up():
    assert "made-up figures" in output(("project",), "en").splitlines()[0]
    assert "虚构" in output(("project",), "zh").splitlines()[0]
    for name in ("README.md", "targets.yaml", "baseline_2019.yaml"):
        assert "made up" in (PLAN / name).read_text(encoding="utf-8").casefold().replace("made-up", "made up")
    rows = (PLAN / "actuals.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert all(",made up," in row for row in rows)


def test_a_yearly_change_is_not_said_in_the_unit_of_its_indicator():
    table = output(("project", "heating_energy"), "en")
    assert re.search(r"kWh/m2 +– +−3\.8% ", table)
    assert "−3.8% in 2023; target ≤−30% by 2030" in output(("report",), "en")
