"""Rates and pathways of the seven forms of target: arrays in, arrays out.

Rates are fractions per year (0.0553 is 5.53 %), values keep the unit of their indicator. Every function takes
scalars or arrays that broadcast and returns arrays (0-d for scalars); what is undefined is NaN and never warns.
"""

from lixia_kpi.growth.arrays import defined, floats, log_ratio
from lixia_kpi.growth.change_target import change_completion, change_needed, change_required
from lixia_kpi.growth.comparison import (
    COMPARATORS,
    DEFAULT_TOLERANCE,
    DIRECTIONS,
    RELATIVE_SLACK,
    round_half_up,
    rounds_to_target,
    satisfies,
)
from lixia_kpi.growth.compound import compound_path, compound_rate, log_completion
from lixia_kpi.growth.every_year import held_each_year, share_of_years_held
from lixia_kpi.growth.growth_target import growth_completion, needed_growth
from lixia_kpi.growth.pathway import (
    bound_pathway,
    change_pathway,
    compound_pathway,
    growth_pathway,
    straight_pathway,
    total_pathway,
)
from lixia_kpi.growth.schedule import elapsed_share
from lixia_kpi.growth.straight import straight_completion, straight_path, straight_rate
from lixia_kpi.growth.total import (
    growth_from_base_flow,
    growth_from_previous_total,
    total_completion,
    total_needed,
    total_required,
)
from lixia_kpi.growth.yearly_change import compounded_change, leading_years, mean_growth_rate

__all__ = [
    "COMPARATORS",
    "DEFAULT_TOLERANCE",
    "DIRECTIONS",
    "RELATIVE_SLACK",
    "bound_pathway",
    "change_completion",
    "change_needed",
    "change_pathway",
    "change_required",
    "compound_path",
    "compound_pathway",
    "compound_rate",
    "compounded_change",
    "defined",
    "elapsed_share",
    "floats",
    "growth_completion",
    "growth_from_base_flow",
    "growth_from_previous_total",
    "growth_pathway",
    "held_each_year",
    "leading_years",
    "log_completion",
    "log_ratio",
    "mean_growth_rate",
    "needed_growth",
    "round_half_up",
    "rounds_to_target",
    "satisfies",
    "share_of_years_held",
    "straight_completion",
    "straight_path",
    "straight_pathway",
    "straight_rate",
    "total_completion",
    "total_needed",
    "total_pathway",
    "total_required",
]
