"""The outward columns: an interface, in this order."""

from __future__ import annotations

from lixia_kpi.tables.columns import (
    ANNUAL,
    ANNUAL_AGAINST,
    AUDIT,
    BACKTEST,
    COLUMNS,
    COMPARE,
    EDIT,
    IMPORT,
    LIST,
    PANEL,
    PANEL_INDICATORS,
    PANEL_REGIONS,
    PATH,
    PROJECT,
    REQUIRED,
    REVISIONS,
    WHATIF,
    columns,
)

RULES = ["pace", "eurostat", "unsd_2022", "unsd_2023", "sdsn", "escap", "destatis", "statcan", "china_intensity"]
OF_RULES = [f"{rule}_{part}" for rule in RULES for part in ("category", "value", "status", "reason", "quirk")]
COUNTED = """targets, judged, good, share_good, mean_probability,
    met, ahead, on_track, behind, off_track, reversing, pending, undetermined, no_data"""
CONTRACT = {
    PROJECT: """id, name_zh, name_en, group, chapter, section, measure, form, direction, unit, basis, binding, owner,
        baseline_year, baseline, latest_year, latest, target_year, target_op, target, target_high, target_unit,
        target_level, rate_unit, required_rate, required_growth, actual_rate, needed_rate, elapsed, completion, pace,
        projected, projected_low, projected_high, interval, probability,
        gap, gap_percent, arrival_year, method, rule, status, reason, notes""",
    REQUIRED: """id, name_zh, name_en, group, chapter, section, measure, form, direction, unit, basis, binding, owner,
        baseline_year, baseline, target_year, target_op, target, target_high, target_unit, target_level, rate_unit,
        required_rate, required_growth, reason, notes""",
    LIST: """id, name_zh, name_en, group, chapter, section, heading, measure, form, direction, unit, basis, binding,
        owner, target_year, target_op, target, target_high, dated, baseline_year, baseline, doubt""",
    PATH: "id, year, required, actual, projected, projected_low, projected_high, chance",
    ANNUAL: """id, name_zh, name_en, group, chapter, owner, unit, form, direction,
        target_year, target_op, target, target_unit, year, planned, cumulative, from, reason""",
    ANNUAL_AGAINST: """id, name_zh, name_en, group, chapter, owner, unit, form, direction,
        target_year, target_op, target, target_unit, year, planned, cumulative, from,
        actual, actual_cumulative, difference, year_status, reason""",
    REVISIONS: """kind, change, id, name_zh, name_en, group, form, target_op, year, part, old, old_unit,
        new, new_unit, revision, revision_percent, old_status, new_status""",
    EDIT: "id, field, change, old_text, new_text, file, line, column",
    AUDIT: """severity, result, code, check, ids, moment, year, value, other, unit, difference_percent,
        file, line, column, message_zh, message_en""",
    BACKTEST: """row, method, measure, horizon, origins, series, relative_error, interval, coverage_80, coverage,
        interval_score, brier, brier_required, question, likelihood, chances, stated, happened, verdict""",
    PANEL: """region, id, name_zh, name_en, group, chapter, section, measure, form, direction, unit, basis, binding,
        owner, baseline_year, baseline, latest_year, latest, target_year, target_op, target, target_high, target_unit,
        target_level, rate_unit, required_rate, required_growth, actual_rate, needed_rate, elapsed, completion, pace,
        projected, projected_low, projected_high, interval, probability,
        gap, gap_percent, arrival_year, method, rule, status, reason, notes""",
    PANEL_REGIONS: f"rank, region, {COUNTED}",
    PANEL_INDICATORS: f"id, name_zh, name_en, {COUNTED}",
    IMPORT: """change, severity, file, sheet, cell, written, id, name_zh, name_en, year, period, old, old_unit,
        new, new_unit, revision, revision_percent, publication, published, source, note, findings, offers,
        message_zh, message_en""",
    WHATIF: """id, name_zh, name_en, group, form, unit, target_unit, rate_unit, target_year, target,
        before_latest_year, after_latest_year, before_latest, after_latest, before_target, after_target,
        before_needed_rate, after_needed_rate, before_projected, after_projected, before_gap, after_gap,
        before_completion, after_completion, before_pace, after_pace, before_probability, after_probability,
        before_status, after_status, after_target_year, after_assumed, assumption, assumed_rate,
        growth_for_50, growth_for_80, growth_for_90, reason""",
    COMPARE: f"""id, name_zh, name_en, group, chapter, section, measure, form, direction, unit, basis, binding, owner,
        baseline_year, baseline, latest_year, latest, target_year, target_op, target, target_high, target_unit,
        target_level, elapsed, completion, gap_closed, equivalent_years, {", ".join(OF_RULES)},
        agreement, hangs_on_rule, notes""",
}


def test_the_tables_have_the_columns_of_the_contract_in_order():
    for ids, promised in CONTRACT.items():
        assert list(ids) == [name.strip() for name in promised.replace("\n", " ").split(",")]


def test_every_column_is_defined_once_and_used():
    assert set(COLUMNS) == {i for ids in CONTRACT for i in ids}
    assert all(column.id == i for i, column in COLUMNS.items())
    assert [column.id for column in columns(PATH)] == list(PATH)
