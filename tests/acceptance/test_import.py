"""`kpi import`: figures shown first, written with --apply; nothing is lost, nothing is written twice."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from acceptance.kpi import KPI, environment, run
from acceptance.plans import make_plan

DATA = Path(__file__).parents[2] / "data"
INDICATORS = [
    {"id": "gdp", "name": {"zh": "地区生产总值", "en": "Gross domestic product"}},
    {"id": "tax", "name": {"zh": "税收收入", "en": "Tax revenue"}},
    {"id": "share", "name": {"zh": "服务业占比", "en": "Share of services"}, "measure": "share", "unit": "%",
     "targets": [{"value": 65}]},
]  # fmt: skip
KNOWN = [
    {"id": "gdp", "year": 2021, "value": 120, "unit": "亿元", "published": "2022-03-01"},
    {"id": "gdp", "year": 2022, "value": 130, "unit": "亿元", "published": "2023-03-01"},
]
COLUMNS = (
    "change,severity,file,sheet,cell,written,id,name_zh,name_en,year,period,old,old_unit,new,new_unit,revision,"
    "revision_percent,publication,published,source,note,findings,offers,message_zh,message_en"
)
GOOD = "指标,单位,2022年,2023年\n地区生产总值,亿元,130,140\n税收收入,万元,150000,160000\n"
REVISED = "指标,单位,2022年,2023年\n地区生产总值,亿元,131,140\n税收收入,万元,150000,160000\n"
REFUSED = "指标,单位,2023年\n地区生产总值,亿美元,140\n税收收入,亿元,16\n"


@pytest.fixture
def plan(tmp_path):
    return make_plan(tmp_path / "plan", indicators=INDICATORS, baselines=[{"id": "gdp", "value": 100}], actuals=KNOWN)


def table(folder, text, name="bao.csv"):
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def actuals(plan):
    return (plan / "actuals.csv").read_bytes()


def rows(*args, code=0, **more):
    return list(csv.DictReader(run("import", *args, "-f", "csv", code=code, quiet=True, **more).out.splitlines()))


def brief(found):
    return [tuple(row[key] for key in ("change", "id", "year", "old", "new", "new_unit")) for row in found]


def test_what_would_change_is_shown_and_nothing_written(plan, tmp_path):
    before = actuals(plan)
    file = table(tmp_path, REVISED)
    assert brief(rows(file, "--plan", plan, "--published", "2024-03-01")) == [
        ("revised", "gdp", "2022", "130", "131", "亿元"),
        ("new", "gdp", "2023", "", "140", "亿元"),
        ("new", "tax", "2022", "", "150000", "万元"),
        ("new", "tax", "2023", "", "160000", "万元"),
    ]
    assert actuals(plan) == before


def test_formats_hold_the_same_rows(plan, tmp_path):
    args = (table(tmp_path, GOOD), "--plan", plan)
    assert run("import", *args, "-f", "csv").lines[0] == COLUMNS
    document = json.loads(run("import", *args, "-f", "json").stdout)
    assert document["counts"] == {"new": 3, "revised": 0, "unchanged": 1, "refused": 0, "left_out": 0}
    assert (document["plan"], document["applied"], document["written"]) == ("test_plan", False, 0)
    assert [row["cell"] for row in document["rows"]] == [row["cell"] for row in rows(*args)] == ["C2", "D2", "C3", "D3"]
    assert [json.loads(line) for line in run("import", *args, "-f", "jsonl").lines] == document["rows"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_page_names_changes_cells_and_what_to_do(plan, tmp_path, lang):
    text = run("import", table(tmp_path, REVISED), "--plan", plan, "--published", "2024-03-01", "--lang", lang).out
    assert ("修订（1）" if lang == "zh" else "Revised (1)") in text
    assert "130" in text
    assert "+1 (+0.8%)" in text
    assert "  C2\n" in text
    assert text.rstrip().endswith("没有写入；加 --apply 写入" if lang == "zh" else "nothing is written; --apply writes")


def test_apply_adds_rows_and_keeps_every_byte(plan, tmp_path):
    before = actuals(plan)
    args = (table(tmp_path, REVISED), "--plan", plan, "--published", "2024-03-01")
    text = run("import", *args, "--apply", "--lang", "en").out
    assert f"rows written to {plan}/actuals.csv: 4" in " ".join(text.split())
    head, *lines = before.decode().splitlines()
    after = actuals(plan).decode().splitlines()
    assert after[0] == f"{head},source"
    assert after[1:3] == [f"{line}," for line in lines]
    assert after[3] == "gdp,2022,131,亿元,2024-03-01,bao.csv C2"
    assert run("validate", "--plan", plan).out == ""


def test_importing_twice_changes_nothing_byte_for_byte(plan, tmp_path):
    args = (table(tmp_path, REVISED), "--plan", plan, "--published", "2024-03-01", "--apply")
    run("import", *args)
    first = actuals(plan)
    stamp = (plan / "actuals.csv").stat().st_mtime_ns
    assert {row["change"] for row in rows(*args)} == {"unchanged"}
    assert actuals(plan) == first
    assert (plan / "actuals.csv").stat().st_mtime_ns == stamp


def test_vintage_shows_the_table_as_it_stood(plan, tmp_path):
    before = run("project", "--plan", plan, "-f", "csv").stdout
    run("import", table(tmp_path, REVISED), "--plan", plan, "--published", "2024-03-01", "--apply")
    assert run("project", "--plan", plan, "-f", "csv", "--vintage", "2024-02-29").stdout == before
    assert run("project", "--plan", plan, "-f", "csv").stdout != before
    changed = list(
        csv.DictReader(run("diff", "vintage:2024-02-29", plan, "--plan", plan, "-f", "csv").out.splitlines())
    )
    assert ("actual", "revised", "gdp", "2022") in {(r["kind"], r["change"], r["id"], r["year"]) for r in changed}


def test_revision_without_a_date_is_refused_with_the_remedy(plan, tmp_path):
    before = actuals(plan)
    result = run("import", table(tmp_path, REVISED), "--plan", plan, "--apply", "--lang", "en", code=1, quiet=True)
    assert "--published" in result.out
    assert "bao.csv C2" in result.out
    assert actuals(plan) == before


def test_all_or_nothing_over_several_files(plan, tmp_path):
    before = actuals(plan)
    files = (table(tmp_path, GOOD, "a.csv"), table(tmp_path, REFUSED, "b.csv"))
    found = rows(*files, "--plan", plan, "--apply", code=1)
    assert [row["findings"] for row in found if row["change"] == "refused"] == ["unit_mismatch"]
    assert actuals(plan) == before
    document = run("import", *files, "--plan", plan, "--apply", "--partial", "-f", "json", code=1, quiet=True)
    assert json.loads(document.stdout)["written"] == 3
    assert len(actuals(plan).splitlines()) == len(before.splitlines()) + 3


def test_strict_lets_doubts_stand_in_the_way(plan, tmp_path):
    before = actuals(plan)
    slip = table(tmp_path, "指标,单位,2023年\n地区生产总值,亿元,1400000\n")
    assert rows(slip, "--plan", plan)[0]["findings"] == "magnitude_slip"
    run("import", slip, "--plan", plan, "--apply", "--strict", code=1, quiet=True)
    assert actuals(plan) == before


def test_wrong_name_is_offered_matched_or_left_out(plan, tmp_path):
    file = table(tmp_path, "指标,单位,2023年\n地区生产总额,亿元,140\n")
    row = rows(file, "--plan", plan, code=1)[0]
    assert (row["change"], row["cell"], row["offers"], row["id"]) == ("refused", "A2", "gdp", "")
    assert '--match "地区生产总额=gdp"' in row["message_en"]
    assert brief(rows(file, "--plan", plan, "--match", "地区生产总额=gdp")) == [
        ("new", "gdp", "2023", "", "140", "亿元")
    ]
    assert rows(file, "--plan", plan, "--match", "地区生产总额=") == []


def test_new_actuals_file_where_there_is_none(plan, tmp_path):
    (plan / "actuals.csv").unlink()
    run("import", table(tmp_path, GOOD), "--plan", plan, "--apply", "--source", "统计局")
    assert actuals(plan).decode().splitlines()[:2] == ["id,year,value,unit,source", "gdp,2022,130,亿元,统计局"]


def test_encoding_line_ends_and_mark_of_the_file_stay(plan, tmp_path):
    file = plan / "actuals.csv"
    for encoding in ("gb18030", "utf-8-sig"):
        data = "id,year,value,unit,source\r\ngdp,2021,120,亿元,局\r\n".encode(encoding)
        file.write_bytes(data)
        run("import", table(tmp_path, GOOD), "--plan", plan, "--apply")
        assert actuals(plan).startswith(data)
        assert actuals(plan).decode(encoding).count("\r\n") == 6


def test_wide_actuals_are_refused_with_a_way_out_that_works(plan, tmp_path):
    wide = "id,unit,2021,2022\ngdp,亿元,120,130\n"
    (plan / "actuals.csv").write_text(wide, encoding="utf-8")
    file = table(tmp_path, GOOD)
    result = run("import", file, "--plan", plan, "--apply", "--lang", "en", code=2)
    assert "wide_actuals" in result.err
    assert result.out == ""
    assert actuals(plan).decode() == wide
    old = (plan / "actuals.csv").rename(tmp_path / "old.csv")
    run("import", old, file, "--plan", plan, "--apply")
    assert len(actuals(plan).splitlines()) == 6


def test_template_comes_back(plan, tmp_path):
    from openpyxl import load_workbook

    file = tmp_path / "form.xlsx"
    run("template", "--plan", plan, "--year", "2023", "-o", file, "--lang", "zh")
    book = load_workbook(file)
    sheet = next(one for one in book if any(cell.value == "本期数值" for row in one.iter_rows() for cell in row))
    header = next(row for row in sheet.iter_rows() if any(cell.value == "本期数值" for cell in row))
    at = {cell.value: cell.column for cell in header}
    for row in sheet.iter_rows(min_row=header[0].row + 1):
        if sheet.cell(row[0].row, at["编号"]).value == "gdp":
            sheet.cell(row[0].row, at["本期数值"]).value = 140.5
    book.save(file)
    changed = [row for row in rows(file, "--plan", plan) if row["change"] != "remark"]
    assert brief(changed) == [("new", "gdp", "2023", "", "140.5", "亿元")]


def test_part_years_are_kept_and_never_taken_for_a_year(plan, tmp_path):
    file = table(tmp_path, "指标,单位,2023年1-6月\n地区生产总值,亿元,70\n")
    run("import", file, "--plan", plan, "--apply", "--published", "2023-07-20")
    assert "gdp,2023,70,亿元,2023-07-20,H1,bao.csv C2" in actuals(plan).decode()
    latest = next(csv.DictReader(run("project", "gdp", "--plan", plan, "-f", "csv").out.splitlines()))
    assert latest["latest_year"] == "2022"
    assert "first half" in run("show", "gdp", "--plan", plan, "--lang", "en").out


def test_standard_input_and_several_files(plan, tmp_path):
    assert brief(rows("-", "--plan", plan, stdin=GOOD.encode("gb18030")))[1] == (
        "new",
        "gdp",
        "2023",
        "",
        "140",
        "亿元",
    )


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["bao.csv", "--apply"], "--plan"),
        (["nope.csv"], "nope.csv"),
        (["bao.csv", "bao.csv"], "named twice"),
        (["bao.csv", "--sheet", "表9"], "no sheet 表9"),
        (["bao.csv", "--match", "nonsense"], "--match"),
        (["bao.csv", "--match", "a=gpd"], "did you mean gdp?"),
        (["bao.csv", "--published", "2024"], "not a date"),
        (["bao.csv", "--status", "final"], "final"),
        (["bao.csv", "-o", "x.exe"], "suffix"),
        ([], "FILE"),
    ],
)
def test_wrong_usage_is_said_and_nothing_done(tmp_path, args, said):
    table(tmp_path, GOOD)
    result = run("import", *args, "--lang", "en", code=2, cwd=tmp_path)
    assert said.casefold() in result.err.casefold()
    assert result.out == ""


def test_wrong_columns_are_said_before_anything_is_written(plan, tmp_path):
    before = actuals(plan)
    file = table(tmp_path, GOOD)
    run("import", file, "--plan", plan, "--apply", "-f", "csv", "--columns", "id,valu", code=2)
    assert actuals(plan) == before


def test_shipped_plan_is_never_written(tmp_path):
    before = (DATA / "actuals.csv").read_bytes()
    run("import", table(tmp_path, "指标,单位,2024年\ngdp,亿元,2600\n"), "--apply", code=2)
    assert (DATA / "actuals.csv").read_bytes() == before


def test_the_plans_own_actuals_are_all_known():
    document = json.loads(run("import", DATA / "actuals.csv", "-f", "json").stdout)
    assert set(document["counts"].items()) >= {("new", 0), ("revised", 0), ("refused", 0)}


def test_imports_at_once_lose_nothing(plan, tmp_path):
    names = [f"t{number}.csv" for number in range(4)]
    for number, name in enumerate(names):
        table(tmp_path, f"指标,单位,{2010 + number}年\n税收收入,亿元,{10 + number}\n", name)
    running = [
        subprocess.Popen([KPI, "import", name, "--plan", plan, "--apply"], cwd=tmp_path, env=environment(),
                         stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        for name in [*names, *names]
    ]  # fmt: skip
    for process in running:
        _, complaint = process.communicate(timeout=120)
        assert (process.returncode, complaint) == (0, b"")
    years = [line.split(",")[1] for line in actuals(plan).decode().splitlines() if line.startswith("tax,")]
    assert sorted(years) == [str(2010 + number) for number in range(4)]
    assert {path.name for path in plan.iterdir()} == {"targets.yaml", "baseline_2020.yaml", "actuals.csv"}


def test_file_behind_a_link_is_changed_and_the_link_stays(plan, tmp_path):
    before = actuals(plan)
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(plan, elsewhere)
    (plan / "actuals.csv").unlink()
    (plan / "actuals.csv").symlink_to(elsewhere / "actuals.csv")
    run("import", table(tmp_path, GOOD), "--plan", plan, "--apply")
    assert (plan / "actuals.csv").is_symlink()
    assert (elsewhere / "actuals.csv").read_bytes() != before
