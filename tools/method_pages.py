"""One page for each method of projection, in both languages: formula, meaning, worked example, limits, source."""

from __future__ import annotations

import math
from functools import cache
from itertools import combinations
from statistics import mean, median
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi import load_plan, project_array
from lixia_kpi.messages.catalogue import say
from lixia_kpi.messages.explanations.terms import METHODS as EXPLAINED
from lixia_kpi.messages.terms import METHODS as NAMES
from lixia_kpi.projection.methods import CALIBRATED, METHODS, PRINTED_GROWTH
from lixia_kpi.projection.plain.printed_growth import printed_growth
from method_words import WORDS
from reference_pages import GENERATED

if TYPE_CHECKING:
    from lixia_kpi.messages.catalogue import Catalogue, Lang

ALL = tuple(sorted([*METHODS, CALIBRATED, PRINTED_GROWTH]))
"""Every method that has a page; `auto` only chooses among them."""

PAGE: Catalogue = {
    "formula": ("公式", "Formula"),
    "symbols": (
        "k 为最新观测之后的年数，b 为第一个、c 为最新一个观测值，y0 和 t 为其年份。",
        "k is the number of years after the latest observation; b is the first and c the latest value, of the years "
        "y0 and t.",
    ),
    "calibrated_symbols": (
        "c 为最新观测值；特征、系数和分位数见[默认的预测方法](../method.md)。",
        "c is the latest value; features, coefficients and quantiles are on the page of the "
        "[default projection](../method.md).",
    ),
    "example": ("算例", "Worked example"),
    "gdp": (
        "地区生产总值，2020 至 2023 年为 {values} 亿元。",
        "Gross domestic product, {values} (100m yuan) from 2020 to 2023.",
    ),
    "python": ("在 Python 中：", "From Python:"),
    "limits": ("界限", "Limits"),
    "interval": (
        "区间和概率按本方法自己在真实序列上的误差校准，见[默认的预测方法](../method.md)。",
        "Interval and chance are calibrated on the errors of this method on real series: see the "
        "[default projection](../method.md).",
    ),
    "source": ("来源", "Source"),
    "own": (
        "本工具自己的方法；数据、拟合和检验见[默认的预测方法](../method.md)。",
        "The tool's own; data, fit and tests are on the page of the [default projection](../method.md).",
    ),
}


def method_pages(lang: Lang) -> dict[str, str]:
    """Give the page of every method by its name."""
    return {name: method_page(name, lang) for name in ALL}


def method_page(name: str, lang: Lang) -> str:
    """Write the page of a method."""
    words, english = WORDS[name], lang == "en"
    lines = [f"# {name}{': ' if english else '：'}{say(NAMES, name, lang)}", "", GENERATED, ""]
    lines += [say(EXPLAINED, name, lang), "", *_title("formula", lang), "```text", words.formula, "```", ""]
    lines += [
        say(PAGE, "calibrated_symbols" if name == CALIBRATED else "symbols", lang),
        "",
        words.meaning[english],
        "",
    ]
    lines += [*_title("example", lang), *_example(name, lang), "", *_title("limits", lang)]
    lines += [f"- {limit[english]}" for limit in words.limits]
    if name not in (CALIBRATED, PRINTED_GROWTH):
        lines.append(f"- {say(PAGE, 'interval', lang)}")
    source = say(PAGE, "own", lang) if name == CALIBRATED else source_of(name)
    return "\n".join([*lines, "", *_title("source", lang), source]) + "\n"


def docstring_of(name: str) -> str:
    """Give what the code says of a plain method, on one line a paragraph."""
    function = printed_growth if name == PRINTED_GROWTH else METHODS[name]
    return "\n".join(" ".join(part.split()) for part in (function.__doc__ or "").split("\n\n"))


def source_of(name: str) -> str:
    """Read the source in a docstring."""
    _, _, rest = docstring_of(name).partition("Source: ")
    source = rest.split("\n")[0].strip()
    return source[0].upper() + source[1:]


def _title(code: str, lang: Lang) -> list[str]:
    return [f"## {say(PAGE, code, lang)}", ""]


def _example(name: str, lang: Lang) -> list[str]:
    words = WORDS[name].example[lang == "en"]
    if name == PRINTED_GROWTH:
        return [words, "", say(PAGE, "python", lang), "", *_python(name, "[100.0]", ", printed_growth=0.07")]
    values = _gdp()
    lines = [say(PAGE, "gdp", lang, values=", ".join(f"{v:g}" for v in values)), "", words.format(**_figures(name))]
    lines += ["", "```console", f"$ kpi path gdp --method {name} --lang {lang} | grep -B1 -A6 '^ ──'", "```"]
    given = f"[{', '.join(map(repr, values))}]"
    return [*lines, "", say(PAGE, "python", lang), "", *_python(name, given, "")]


def _python(name: str, given: str, more: str) -> list[str]:
    known = {"method": name, "horizon": 2, "measure": "amount"}
    growth = {"printed_growth": 0.07} if more else {}
    values = [100.0] if more else list(_gdp())
    centre = project_array(values, **known, **growth).centre[0]
    return [
        "```python",
        "from lixia_kpi import project_array",
        "",
        f'p = project_array({given}, horizon=2, measure="amount", method="{name}"{more})',
        f"assert p.centre.round(1).tolist() == [[{centre[0]:.1f}, {centre[1]:.1f}]]",
        "```",
    ]


@cache
def _gdp() -> tuple[float, ...]:
    rows = load_plan().path("gdp", as_of=2023).rows
    return tuple(float(str(row["actual"])) for row in rows if row["actual"] is not None)


def _figures(name: str) -> dict[str, str]:
    """Give every figure that the sentence of an example may name; the projected ones come from the method itself."""
    y = np.array(_gdp())
    centre = project_array(y, horizon=2, measure="amount", method=name).centre[0]
    growths = (y[1:] / y[:-1] - 1) * 100
    slopes = [(y[j] - y[i]) / (j - i) for i, j in combinations(range(len(y)), 2)]
    slope, fitted = (np.polyfit(range(len(y)), series, 1)[0] for series in (y, np.log(y)))
    numbers = {
        "c": f"{y[-1]:g}", "b": f"{y[0]:g}", "next": f"{centre[0]:.1f}", "second": f"{centre[1]:.1f}",
        "step1": f"{centre[0] - y[-1]:.1f}", "step2": f"{centre[1] - centre[0]:.1f}",
        "change": f"{(y[-1] - y[0]) / 3:.2f}", "rate": f"{100 * math.expm1(math.log(y[-1] / y[0]) / 3):.2f}",
        "mean": f"{mean(growths):.2f}", "median": f"{median(slopes):.2f}", "slope": f"{slope:.2f}",
        "half": f"{slope / 2:.2f}", "fitted": f"{100 * math.expm1(fitted):.2f}",
    }  # fmt: skip
    return {
        **numbers,
        "growths": ", ".join(f"{growth:.2f}" for growth in growths),
        "slopes": ", ".join(f"{value:.1f}" for value in sorted(slopes)),
    }
