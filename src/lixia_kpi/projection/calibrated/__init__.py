"""Calibrated projection: a linear rule fitted across thousands of real yearly series, with pooled errors around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.projection.bounds import measure_codes
from lixia_kpi.projection.calibrated.batch import Batch, evaluated
from lixia_kpi.projection.calibrated.block_size import size_for
from lixia_kpi.projection.calibrated.blocks import blocks
from lixia_kpi.projection.calibrated.distribution import Distribution
from lixia_kpi.projection.calibrated.survey import survey
from lixia_kpi.projection.calibrated.tables import METHODS, tables
from lixia_kpi.projection.questions import ends_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lixia_kpi.growth.arrays import BoolArray, FloatArray, NameArray
    from lixia_kpi.projection.calibrated.survey import KeyArray
    from lixia_kpi.projection.calibrated.tables import Tables

__all__ = ["METHODS", "Distribution", "around", "errors_around", "predict", "rule_over"]


def predict(
    values: FloatArray, *, horizon: int, measure: str | Sequence[str] | NameArray, fitted: Tables | None = None
) -> Distribution:
    """Project series by the default rule.

    Parameters
    ----------
    values : shape (series, years), oldest first, NaN where missing [unit of the indicator, per cent for shares].
    horizon : years to project, >= 1; step 1 is the year after the last column, however long ago the latest value is.
    measure : `amount`, `count`, `share`, `index`, `rate` or `rank`, one for all or one a series.
    fitted : tables to use in place of the package's own.

    Returns
    -------
    Distribution
        NaN for ranks, for series without a value or of nothing but zeros, and for single points of an index or a rate.

    Raises
    ------
    ValueError
        An unknown measure, a wrong shape or a horizon below 1.

    Notes
    -----
    Source: fitted on a panel of yearly official statistics; docs/method.md says on which, and how well it holds.

    Examples
    --------
    >>> import numpy as np
    >>> p = predict(np.array([[100.0, 104.0, 109.0, 113.0, 118.0]]), horizon=2, measure="amount")
    >>> p.centre.shape, bool(p.lower(0.8)[0, 0] < p.centre[0, 0] < p.upper(0.8)[0, 0])
    ((1, 2), True)
    >>> bool(0.001 <= p.chance(500.0, step=2, direction="up")[0] < 0.01)
    True
    """
    _check(values, horizon)
    codes = measure_codes(measure, len(values))
    return rule_over(values, survey(values, codes, false_shares=False).key, horizon=horizon, fitted=fitted)


def around(
    centre: FloatArray,
    values: FloatArray,
    *,
    method: str,
    measure: str | Sequence[str] | NameArray,
    fitted: Tables | None = None,
) -> Distribution:
    """Put the calibrated errors of a plain method around its centre.

    Parameters
    ----------
    centre : shape (series, horizon), as the method gives it [unit of the indicator].
    values : the values that it was given, shape (series, years) [unit of the indicator].
    method : one of `METHODS`.
    measure : as for `predict`.
    fitted : tables to use in place of the package's own.

    Returns
    -------
    Distribution
        With the given centre; NaN where the centre or the distribution is undefined.

    Raises
    ------
    ValueError
        An unknown method or measure, or shapes that do not fit.

    Notes
    -----
    Source: the method's own errors over the same panel. Where a method is known to overshoot, the quantiles are moved
    against it: the middle of the distribution need not be the centre.

    Examples
    --------
    >>> import numpy as np
    >>> values = np.array([[100.0, 104.0, 109.0, 113.0, 118.0]])
    >>> p = around(np.array([[118.0, 118.0]]), values, method="last", measure="amount")
    >>> bool(p.lower(0.8)[0, 1] < 118.0 < p.upper(0.8)[0, 1])
    True
    """
    if method not in METHODS:
        raise ValueError(f"unknown method {method!r}: expected one of {', '.join(METHODS)}")
    if centre.ndim != 2 or centre.shape[0] != values.shape[0]:
        raise ValueError(f"centre must have one row for each of {values.shape[0]} series, not shape {centre.shape}")
    _check(values, centre.shape[1])
    codes = measure_codes(measure, len(values))
    key = survey(values, codes, false_shares=False).key
    return errors_around(values, key, centre, method=method, fitted=fitted)


def rule_over(
    values: FloatArray,
    key: KeyArray,
    *,
    horizon: int,
    interval: float | None = None,
    wanted: BoolArray | None = None,
    fitted: Tables | None = None,
    workers: int = 1,
) -> Distribution:
    """Project series that have been surveyed.

    Parameters
    ----------
    values, horizon, fitted : as for `predict`.
    key : as `survey` gives them, shape (series,).
    interval : probability of the central interval that will be asked for; its ends are worked out with the centre.
    wanted : which series to project, all where None.
    workers : blocks evaluated at a time.

    Returns
    -------
    Distribution
        With the median as its centre.
    """
    batch = Batch(values, horizon, tables() if fitted is None else fitted)
    ends = () if interval is None else ends_of(interval)
    cut = blocks(key, wanted=wanted, size=size_for(workers, len(key)))
    parts, stored, found = evaluated(batch, cut, probabilities=(0.5, *ends), workers=workers)
    known = dict(zip(ends, found[1:], strict=True))
    return Distribution(found[0], parts, stored, batch.fitted.ranks, workers, known)


def errors_around(
    values: FloatArray,
    key: KeyArray,
    centre: FloatArray,
    *,
    method: str,
    fitted: Tables | None = None,
    workers: int = 1,
) -> Distribution:
    """Put the errors of a plain method around its centre, for series that have been surveyed.

    Parameters
    ----------
    values, centre, method, fitted : as for `around`.
    key, workers : as for `rule_over`.

    Returns
    -------
    Distribution
        With the given centre.
    """
    batch = Batch(values, centre.shape[1], tables() if fitted is None else fitted, method, centre)
    parts, stored, _ = evaluated(batch, blocks(key, size=size_for(workers, len(key))), workers=workers)
    return Distribution(centre, parts, stored, batch.fitted.ranks, workers)


def _check(values: FloatArray, horizon: int) -> None:
    """Refuse arrays and horizons that cannot be projected."""
    if values.ndim != 2 or values.shape[1] == 0:
        raise ValueError(f"values must have shape (series, years) with at least one year, not {values.shape}")
    if horizon < 1:
        raise ValueError(f"horizon must be at least 1, not {horizon}")
