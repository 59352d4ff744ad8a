"""Pictures as users ask for them: by suffix or format, in both languages, the same bytes twice, refused where due."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from xml.etree.ElementTree import fromstring

import pytest

from acceptance.evaluated_plan import evaluated_plan
from acceptance.kpi import KPI, environment, run
from acceptance.plans import make_plan

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = '</title><script>alert(1)</script>&"甲'


def labels(svg: bytes) -> list[str]:
    return [group.attrib["aria-label"] for group in fromstring(svg).iter(f"{SVG}g") if "aria-label" in group.attrib]


@pytest.fixture(scope="module")
def plan(tmp_path_factory):
    return evaluated_plan(tmp_path_factory.mktemp("plan") / "plan", to=2023)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("zh", ["产值（亿元）", "✓ 已达标", "目标 ≥200（2025 年）", "实际值", "目标路径", "预测的 80% 区间"]),
        ("en", ["Output (100m yuan)", "✓ met", "target ≥200 by 2025", "actual", "required pathway", "projection"]),
    ],
)
def test_path_as_svg_in_both_languages(plan, lang, words):
    assert set(words) <= set(labels(run("path", "output", "--plan", plan, "-f", "svg", "--lang", lang).stdout))


def test_suffix_names_the_format(plan, tmp_path):
    for name, beginning in (("a.svg", b"<?xml"), ("a.PNG", b"\x89PNG")):
        run("path", "output", "--plan", plan, "-o", tmp_path / name)
        assert (tmp_path / name).read_bytes().startswith(beginning)


def test_overview_has_a_chart_for_every_observed_target(plan):
    svg = run("report", "--plan", plan, "-f", "svg", "--midterm", "2023", "--lang", "zh").stdout
    shown = labels(svg)
    assert shown[0] == "测试规划中期评估报告（2023 年）"
    names = {"产值（亿元）", "比重（%）", "失业率（%）", "位次（位）", "未知（亿元）"}
    assert names <= set(shown)
    assert sum(text.startswith("目标 ") for text in shown) == 11
    assert {"提前实现 1", "按期实现 1", "守住底线 1", "滞后 4", "缺少数据 1"} <= set(shown)


def test_overview_is_confined_as_the_report_is(plan):
    shown = labels(run("report", "--plan", plan, "-f", "svg", "--chapter", "1", "--lang", "zh").stdout)
    assert "产值（亿元）" in shown
    assert "失业率（%）" not in shown


@pytest.mark.parametrize("args", [("path", "output", "share"), ("report", "--midterm", "2023")])
@pytest.mark.parametrize("format_", ["svg", "png"])
def test_same_input_same_bytes_whatever_the_hash_seed(plan, args, format_):
    made = [run(*args, "--plan", plan, "-f", format_, env={"PYTHONHASHSEED": seed}).stdout for seed in ("1", "2")]
    assert made[0] == made[1]
    assert len(made[0]) > 1000


def test_png_is_that_of_the_svg(plan):
    svg, png = (run("path", "output", "--plan", plan, "-f", format_).stdout for format_ in ("svg", "png"))
    root = fromstring(svg)
    expected = tuple(2 * round(float(root.attrib[side])) for side in ("width", "height"))
    found = struct.unpack(">II", png[16:24])
    assert found[0] == expected[0]
    assert abs(found[1] - expected[1]) <= 2


def test_hostile_names_stay_texts(tmp_path):
    name = {"zh": HOSTILE, "en": HOSTILE}
    plan = make_plan(
        tmp_path / "plan", indicators=[{"id": "a", "name": name, "unit": "<b>"}],
        baselines=[{"id": "a", "value": 100}], actuals=[("a", 2021, 110)],
    )  # fmt: skip
    for args in (("path", "a"), ("report",)):
        svg = run(*args, "--plan", plan, "-f", "svg", "--lang", "zh").stdout
        assert f"{SVG}script" not in {element.tag for element in fromstring(svg).iter()}
        assert any(HOSTILE in text for text in labels(svg))


def test_a_plan_without_observations_has_an_overview(tmp_path):
    plan = make_plan(tmp_path / "plan", indicators=[{"id": "a"}], baselines=[{"id": "a", "value": 100}])
    shown = labels(run("report", "--plan", plan, "-f", "svg", "--lang", "en").stdout)
    assert "No target has been observed since the baseline." in shown


@pytest.mark.parametrize("option", [("--columns", "id"), ("--excel",)])
def test_options_of_tables_are_refused(option):
    assert "--columns" in run("path", "gdp", "-f", "svg", *option, code=2).err


@pytest.mark.parametrize(
    ("hidden", "args", "extra"),
    [
        ("fontTools", ("path", "gdp", "-f", "svg"), "charts"),
        ("resvg_py", ("path", "gdp", "-f", "png"), "charts"),
        ("fontTools", ("report", "-f", "svg"), "charts"),
        ("resvg_py", ("report", "-f", "docx"), "office"),
    ],
)
def test_a_missing_library_is_named_with_its_extra(hidden, args, extra):
    probe = (
        "import sys, importlib.util as u; found = u.find_spec; "
        f"u.find_spec = lambda name, *rest: None if name == {hidden!r} else found(name, *rest); "
        f"sys.argv = ['kpi', *{args!r}]; from lixia_kpi.__main__ import main; sys.exit(main())"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, env=environment(), check=False)
    assert (done.returncode, done.stdout) == (2, b"")
    assert f"pip install 'lixia-kpi[{extra}]'" in done.stderr.decode()


def test_other_commands_load_no_library_of_pictures():
    probe = (
        "import sys; sys.argv = ['kpi', 'path', 'gdp']\nfrom lixia_kpi.__main__ import main\n"
        "try: main()\nexcept SystemExit: pass\nprint(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, env=environment(), check=True)
    assert not {"fontTools", "resvg_py", "lixia_kpi.render.picture.svg"}.intersection(done.stderr.decode().split())


def test_terminal_is_no_place_for_a_png():
    leader, follower = os.openpty()
    done = subprocess.run(
        [KPI, "path", "gdp", "-f", "png"], stdout=follower, stderr=subprocess.PIPE, env=environment(), check=False
    )
    os.close(leader)
    os.close(follower)
    assert done.returncode == 2
    assert "--output" in done.stderr.decode()
