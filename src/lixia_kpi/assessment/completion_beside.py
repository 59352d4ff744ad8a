"""Completion said in two other ways, beside the share that pace is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.growth import straight_completion

if TYPE_CHECKING:
    from lixia_kpi.assessment.cases import Cases
    from lixia_kpi.assessment.progress import Progress
    from lixia_kpi.growth.arrays import FloatArray


def gap_closed(cases: Cases, progress: Progress) -> FloatArray:
    """Give the share of the distance from start to goal that is covered, on a straight line.

    (c − b) / (T − b) for levels, (F − 1) / p for changes, Σ / T for totals. On a path by rate it stands beside the
    ratio of logarithms, which is the completion; on one by equal steps they are the same.

    Parameters
    ----------
    cases, progress : the cases and where they stand.

    Returns
    -------
    FloatArray
        (cases,) fraction; NaN where the completion is undefined and for bounds of every year.

    Notes
    -----
    Source: gap closed, as in Chinese evaluations (174 → 223 at 210 million: 73.5 %).
    """
    share = straight_completion(cases.start, progress.now, cases.goal)
    return np.where(np.isnan(progress.completion), np.nan, share)


def equivalent_years(cases: Cases, progress: Progress) -> FloatArray:
    """Give the years of the plan that what is done amounts to: completion · (Y − y0).

    Parameters
    ----------
    cases, progress : the cases and where they stand.

    Returns
    -------
    FloatArray
        (cases,) years; NaN where the completion is undefined and for bounds of every year.

    Notes
    -----
    Source: the national rule for energy intensity (Qinghai Statistics Bureau, 2009): ln F / ln P.
    """
    years = (cases.due_year - cases.base_year).astype(np.float64)
    return np.where(cases.on("bound"), np.nan, progress.completion * years)
