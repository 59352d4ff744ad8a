"""A small plan as text, and what its readers say of it."""

from lixia_kpi.plan.read import read_baseline, read_targets

HEAD = """schema: 1
plan:
  id: demo
  name: {zh: 示例, en: Example}
  period: {start: 2021, end: 2025}
  baseline_year: 2020
"""


def targets_text(*targets, measure="amount", direction="up", unit="亿元", more=""):
    lines = [
        HEAD + "indicators:",
        "  - id: gdp",
        "    name: {zh: 地区生产总值, en: Gross domestic product}",
        "    group: economy",
        f"    measure: {measure}",
        f"    direction: {direction}",
        f"    unit: '{unit}'",
        *([f"    {more}"] if more else []),
        "    targets:" if targets else "    targets: []",
        *(f"      - {{{target}}}" for target in targets),
    ]
    return "\n".join(lines) + "\n"


def baseline_text(*entries, year=2020):
    return f"schema: 1\nyear: {year}\nindicators:\n" + "".join(f"  - {{{entry}}}\n" for entry in entries)


def read_targets_text(text):
    return read_targets(text.encode(), file="targets.yaml")


def read_baseline_text(text):
    return read_baseline(text.encode(), file="baseline_2020.yaml")


def codes(problems):
    return [(problem.severity, problem.code) for problem in problems]


def codes_of(*targets, **indicator):
    """Severity and code of what is said of an indicator with these targets."""
    return codes(read_targets_text(targets_text(*targets, **indicator))[1])
