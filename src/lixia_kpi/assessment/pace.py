"""The tool's own rule: progress set against time gone.

pace = completion / elapsed, cut into statuses by the plan's `cuts`. No official text publishes numeric cuts for the
Chinese words, so these are the tool's own and are called that wherever they are shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.codes import STATUSES
from lixia_kpi.assessment.progress import satisfied

if TYPE_CHECKING:
    from lixia_kpi.assessment.cases import Cases
    from lixia_kpi.assessment.progress import Progress
    from lixia_kpi.growth.arrays import BoolArray, FloatArray, IntArray, NameArray
    from lixia_kpi.plan.model import Cuts


def pace_of(completion: FloatArray, elapsed: FloatArray) -> FloatArray:
    """Give completion / elapsed; 1 means exactly on the pathway, NaN where either is undefined.

    Parameters
    ----------
    completion, elapsed : fractions, any shape; elapsed > 0.

    Returns
    -------
    FloatArray
        Ratio without unit.

    Examples
    --------
    >>> pace_of(np.array([0.9202, 0.3]), np.array([0.6, 0.0])).round(2).tolist()
    [1.53, nan]
    """
    with np.errstate(all="ignore"):
        return np.where(elapsed > 0, completion / elapsed, np.nan)


def pace_status(pace: FloatArray, cuts: Cuts) -> NameArray:
    """Name the status of a pace: ahead, on_track, behind, off_track, reversing; undetermined where it is NaN.

    A pace within 1e-9 of a cut counts as having reached it, so that a series exactly on its pathway is on track.

    Parameters
    ----------
    pace : any shape, without unit.
    cuts : lower bounds of ahead, on_track and behind.

    Returns
    -------
    NameArray
        Status codes.

    Examples
    --------
    >>> from lixia_kpi.plan.model import Cuts
    >>> pace_status(np.array([1.2, 1.0, 0.6, 0.0, -0.1, np.nan]), Cuts()).tolist()
    ['ahead', 'on_track', 'behind', 'off_track', 'reversing', 'undetermined']
    """
    return named(_place_of(pace, cuts))


def named(places: IntArray) -> NameArray:
    """Name statuses that are given by their places in `STATUSES`.

    >>> named(np.array([0, 8])).tolist()
    ['met', 'no_data']
    """
    return np.array(STATUSES)[places]


def judge(cases: Cases, progress: Progress, pace: FloatArray, cuts: Cuts) -> IntArray:
    """Give each case its status.

    Met beats pace. A target that held at the baseline is met while it holds and reversing once it is broken. In the
    target year a target is met or missed, and a miss is never better than behind. Every-year bounds, ranks and
    milestones have no pace and are judged by whether they hold.

    Parameters
    ----------
    cases, progress : the cases and where they stand.
    pace : (cases,) as `pace_of` gives it.
    cuts : of the plan.

    Returns
    -------
    IntArray
        (cases,) places in `STATUSES`.
    """
    status = _place_of(pace, cuts)
    known = ~np.isnan(progress.now)
    status = np.where(progress.final & known, _place_of_a_miss(progress.completion, cuts), status)
    floor = progress.met_at_baseline & known
    if floor.any():
        status = np.where(floor, _place_of_a_floor(progress, cases), status)
    status[progress.met] = _PLACE["met"]
    state = cases.on("state") & ~progress.met
    status[state] = np.where(progress.final[state], _PLACE["off_track"], _PLACE["pending"])
    if cases.on("bound").any():
        status = np.where(cases.on("bound"), _place_of_a_bound(cases, progress), status)
    status[~progress.observed] = _PLACE["no_data"]
    return status


_PLACE = {name: place for place, name in enumerate(STATUSES)}


def _place_of(pace: FloatArray, cuts: Cuts) -> IntArray:
    """By the pace alone; comparisons with NaN are false."""
    slack = 1e-9
    status = np.full(np.shape(pace), _PLACE["reversing"])
    for cut, name in ((0.0, "off_track"), (cuts.behind, "behind"), (cuts.on_track, "on_track"), (cuts.ahead, "ahead")):
        status[pace >= cut - slack] = _PLACE[name]
    status[np.isnan(pace)] = _PLACE["undetermined"]
    return status


def _place_of_a_miss(completion: FloatArray, cuts: Cuts) -> IntArray:
    """In the target year: behind, off_track or reversing; off_track where the completion is undefined."""
    status = np.full(completion.shape, _PLACE["off_track"])
    status[completion < 0] = _PLACE["reversing"]
    status[completion >= cuts.behind - 1e-9] = _PLACE["behind"]
    return status


def _place_of_a_floor(progress: Progress, cases: Cases) -> IntArray:
    """A floor or cap that is kept is met, one that is broken reversing; an average is met only at its end."""
    status = np.full(len(progress.now), _PLACE["reversing"])
    status[cases.of_growth & ~progress.final & _average_kept(cases, progress)] = _PLACE["on_track"]
    return status


def _average_kept(cases: Cases, progress: Progress) -> BoolArray:
    """Whether the average growth so far satisfies a growth target."""
    elapsed = (progress.latest_year - cases.base_year).astype(np.float64)[:, None]
    return satisfied(cases, progress.now[:, None], elapsed)[:, 0]


def _place_of_a_bound(cases: Cases, progress: Progress) -> IntArray:
    """Every-year targets: by the observed years in which the bound held."""
    seen = ~np.isnan(cases.values) & cases.span
    broken = (seen & ~progress.held).any(axis=1)
    holds_now = (progress.held & (cases.years == progress.latest_year[:, None])).any(axis=1)
    status = np.where(broken, np.where(holds_now, _PLACE["behind"], _PLACE["off_track"]), _PLACE["on_track"])
    status[progress.met] = _PLACE["met"]
    return status
