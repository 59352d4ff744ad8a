"""Figures that left the range of numbers: none of them is shown, and the case says so."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from lixia_kpi.assessment.outlook import Outlook
    from lixia_kpi.assessment.progress import Progress
    from lixia_kpi.growth.arrays import BoolArray, FloatArray

Record = TypeVar("Record", "Progress", "Outlook")


def finite(record: Record, cases: int) -> tuple[Record, BoolArray]:
    """Turn the infinite figures of a record into NaN.

    Parameters
    ----------
    record : with one figure a case, or one a case and year.
    cases : how many there are.

    Returns
    -------
    tuple
        the record, and (cases,) which cases had an infinite figure of their own, one of a single year apart.
    """
    lost, changed = np.zeros(cases, dtype=np.bool_), dict[str, Any]()
    for field in fields(record):
        figure = getattr(record, field.name)
        if isinstance(figure, np.ndarray) and figure.dtype.kind == "f":
            infinite = np.isinf(figure)
            if infinite.any():
                changed[field.name] = without_infinite(figure)
                lost |= infinite if figure.ndim == 1 else False
    return replace(record, **changed), lost


def without_infinite(figures: NDArray[Any]) -> FloatArray:
    """Give floating-point figures with NaN for those that are infinite.

    >>> without_infinite(np.array([1.0, -np.inf, np.nan])).tolist()
    [1.0, nan, nan]
    """
    return np.where(np.isinf(figures), np.nan, figures)
