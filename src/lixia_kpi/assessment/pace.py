"""The tool's own rule: progress set against time gone.

pace = completion / elapsed, cut into statuses by the plan's `cuts`. No official text publishes numeric cuts for the
Chinese words, so these are the tool's own and are called that wherever they are shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.progress import satisfied

if TYPE_CHECKING:
    from lixia_kpi.assessment.cases import Cases
    from lixia_kpi.assessment.progress import Progress
    from lixia_kpi.growth.arrays import BoolArray, FloatArray, NameArray
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
    slack = 1e-9
    conditions = [pace >= cut - slack for cut in (cuts.ahead, cuts.on_track, cuts.behind, 0.0)]
    names = ["ahead", "on_track", "behind", "off_track"]
    return np.select([np.isnan(pace), *conditions], ["undetermined", *names], default="reversing")


def judge(cases: Cases, progress: Progress, pace: FloatArray, cuts: Cuts) -> NameArray:
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
    NameArray
        (cases,) status codes.
    """
    status = pace_status(pace, cuts)
    missed = progress.final & ~np.isnan(progress.now)
    status = np.where(missed, _status_of_a_miss(progress.completion, cuts), status)
    status = np.where(progress.met_at_baseline & ~np.isnan(progress.now), _status_of_a_floor(progress, cases), status)
    status = np.where(progress.met, "met", status)
    state = cases.path == "state"
    status = np.where(state & ~progress.met, np.where(progress.final, "off_track", "pending"), status)
    status = np.where(cases.path == "bound", _status_of_a_bound(cases, progress), status)
    return np.where(progress.observed, status, "no_data")


def _status_of_a_miss(completion: FloatArray, cuts: Cuts) -> NameArray:
    """In the target year: behind, off_track or reversing; off_track where the completion is undefined."""
    near = completion >= cuts.behind - 1e-9
    return np.select([near, completion < 0], ["behind", "reversing"], default="off_track")


def _status_of_a_floor(progress: Progress, cases: Cases) -> NameArray:
    """A floor or cap that is kept is met, one that is broken reversing; an average is met only at its end."""
    kept_so_far = np.where(_average_kept(cases, progress), "on_track", "reversing")
    return np.where((cases.form == "growth") & ~progress.final, kept_so_far, "reversing")


def _average_kept(cases: Cases, progress: Progress) -> BoolArray:
    """Whether the average growth so far satisfies a growth target."""
    elapsed = (progress.latest_year - cases.base_year).astype(np.float64)[:, None]
    return satisfied(cases, progress.now[:, None], elapsed)[:, 0]


def _status_of_a_bound(cases: Cases, progress: Progress) -> NameArray:
    """Every-year targets: by the observed years in which the bound held."""
    seen = ~np.isnan(cases.values) & cases.span
    broken = (seen & ~progress.held).any(axis=1)
    at_latest = cases.years == progress.latest_year[:, None]
    holds_now = (progress.held & at_latest).any(axis=1)
    verdict = np.where(broken, np.where(holds_now, "behind", "off_track"), "on_track")
    return np.where(progress.met, "met", verdict)
