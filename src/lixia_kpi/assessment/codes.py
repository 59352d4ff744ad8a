"""The codes a row can carry: why something is undefined (reasons), what a reader should know (notes).

Reasons are listed most upstream first; a row's reasons keep this order.
"""

from __future__ import annotations

REASONS = (
    "unit_mismatch",
    "no_actual",
    "no_baseline",
    "rank_has_no_rate",
    "milestone_has_no_rate",
    "every_year_has_no_rate",
    "non_positive",
    "target_not_positive",
    "target_equals_baseline",
    "met_at_baseline",
    "met_at_latest",
    "form_not_judged",
    "level_unknown",
    "target_against_direction",
    "target_year_not_after_baseline",
    "sign_change",
    "break_in_series",
    "missing_year",
    "too_few_years",
    "not_finite",
    "basis_differs",
    "one_point",
    "no_projection",
    "no_gap",
    "target_year_observed",
    "interval_not_calibrated",
)

NOTES = (
    "pace_and_projection_differ",
    "rounds_to_target",
    "met_but_worsening",
    "hangs_on_quirk",
    "only_one_observation",
    "values_left_out",
    "latest_preliminary",
    "latest_expected",
    "baseline_differs",
    "derived",
    "doubtful",
    "undated",
)

PLAN_REASONS = (
    "unit_mismatch",
    "no_baseline",
    "rank_has_no_rate",
    "milestone_has_no_rate",
    "every_year_has_no_rate",
    "non_positive",
    "target_not_positive",
    "target_equals_baseline",
    "met_at_baseline",
)
"""The reasons that follow from the plan alone, without any observation."""

PLAN_NOTES = ("baseline_differs", "derived", "doubtful", "undated")
"""The notes that follow from the plan alone."""

STATUSES = (
    "met",
    "ahead",
    "on_track",
    "behind",
    "off_track",
    "reversing",
    "pending",
    "undetermined",
    "no_data",
)
"""From best to worst; the last three stand outside the order."""

ORDERED_STATUSES = STATUSES[:6]

RULE_NAMES = (
    "pace",
    "eurostat",
    "unsd_2022",
    "unsd_2023",
    "sdsn",
    "escap",
    "destatis",
    "statcan",
    "china_intensity",
)
"""The rules by name, the tool's own first; the rules themselves are loaded when one is asked for."""
