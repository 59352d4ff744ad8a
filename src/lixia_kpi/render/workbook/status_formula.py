"""The status of a target as a formula over its row, the cuts and the words of the statuses (`assessment.pace`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.assessment.codes import STATUSES
from lixia_kpi.render.workbook.comparison import SLACK

if TYPE_CHECKING:
    from lixia_kpi.render.workbook.formulas import GapFormulas

WORDS = {status: f"status_{status}" for status in STATUSES}
"""The name of the cell that holds each status's word."""


def status_formula(of: GapFormulas) -> str:
    """Write the decision: no data, met, a broken floor, a miss in the target year, else by pace."""
    observed, met = of.gap("latest_year"), of.work("met")
    if of.path == "bound":
        otherwise = _of_a_bound(of)
    elif of.path == "state":
        otherwise = f"IF({of.work('final')}=1,{WORDS['off_track']},{WORDS['pending']})"
    else:
        otherwise = _of_a_path(of)
    return f'IF({observed}="",{WORDS["no_data"]},IF({met}=1,{WORDS["met"]},{otherwise}))'


def _of_a_bound(of: GapFormulas) -> str:
    """Every year held so far, or an earlier one did not, or the latest did not."""
    holds_now = of.holds(of.gap("latest"), inside="gap")
    broken = f"IF({holds_now}=1,{WORDS['behind']},{WORDS['off_track']})"
    return f"IF({of.work('held_years')}={of.work('observed_years')},{WORDS['on_track']},{broken})"


def _of_a_path(of: GapFormulas) -> str:
    known, final = f"ISNUMBER({of.work('now')})", of.work("final")
    floor = WORDS["reversing"]
    if of.form == "growth":  # an average is broken or kept only at its end; until then it is on track or not
        kept = f"IF(N({of.work('now')})>0,{of.holds(of.average_so_far(), inside='gap')},0)"
        floor = f"IF(AND({final}=0,{kept}=1),{WORDS['on_track']},{WORDS['reversing']})"
    missed = f"IF(AND({final}=1,{known}),{_of_a_miss(of)},{_by_pace(of)})"
    return f"IF(AND({of.work('met_at_baseline')}=1,{known}),{floor},{missed})"


def _of_a_miss(of: GapFormulas) -> str:
    done = of.gap("completion")
    far = f"IF({done}<0,{WORDS['reversing']},{WORDS['off_track']})"
    return f'IF({done}="",{WORDS["off_track"]},IF({done}>=cut_behind-{SLACK},{WORDS["behind"]},{far}))'


def _by_pace(of: GapFormulas) -> str:
    pace = of.gap("pace")
    verdict = f"IF({pace}>=0-{SLACK},{WORDS['off_track']},{WORDS['reversing']})"
    for status in ("behind", "on_track", "ahead"):
        verdict = f"IF({pace}>=cut_{status}-{SLACK},{WORDS[status]},{verdict})"
    return f'IF({pace}="",{WORDS["undetermined"]},{verdict})'
