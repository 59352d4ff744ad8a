"""The projection methods by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.projection.plain.cagr import cagr
from lixia_kpi.projection.plain.damped import damped
from lixia_kpi.projection.plain.last import last
from lixia_kpi.projection.plain.linear import linear
from lixia_kpi.projection.plain.loglinear import loglinear
from lixia_kpi.projection.plain.mean_growth import mean_growth
from lixia_kpi.projection.plain.theil_sen import theil_sen
from lixia_kpi.projection.plain.theta import theta

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from numpy.typing import NDArray

    from lixia_kpi.growth.arrays import FloatArray, NameArray

    Method: TypeAlias = Callable[[FloatArray, int], FloatArray]

AUTO = "auto"
"""Chooses a method for each series."""

CALIBRATED = "calibrated"
"""The rule fitted across thousands of real series; the only one that is more than a formula."""

PRINTED_GROWTH = "printed_growth"
"""Carries on a growth rate given beside the values, from a single value."""

NO_METHOD = "none"
"""Stands where a series has no projection."""

METHODS: dict[str, Method] = {
    "cagr": cagr,
    "damped": damped,
    "last": last,
    "linear": linear,
    "loglinear": loglinear,
    "mean_growth": mean_growth,
    "theil_sen": theil_sen,
    "theta": theta,
}
"""Methods that need nothing but the values: (series × years, horizon) → series × horizon."""

NAMES = (NO_METHOD, CALIBRATED, PRINTED_GROWTH, *METHODS)
"""What a series may be carried on by."""


def named(places: NDArray[np.int8]) -> NameArray:
    """Give the names of methods.

    Parameters
    ----------
    places : in `NAMES`, shape (series,).

    Returns
    -------
    NameArray
        Shape (series,); one name seen many times, read-only, where all are alike.

    Examples
    --------
    >>> named(np.array([1, 1], np.int8)).tolist()
    ['calibrated', 'calibrated']
    """
    if places.size and bool(np.all(places == places[0])):
        return np.broadcast_to(np.array(NAMES[places[0]]), places.shape)
    return np.array(NAMES)[places]


def method_names() -> tuple[str, ...]:
    """Give every name that may be asked for: `auto` first, the rest in alphabetical order.

    Examples
    --------
    >>> "cagr" in method_names(), method_names()[0]
    (True, 'auto')
    """
    return (AUTO, *sorted([*METHODS, CALIBRATED, PRINTED_GROWTH]))


def check_method(name: str) -> str:
    """Return a method's name if it is known.

    Raises
    ------
    ValueError
        The name is not one of `method_names()`.

    Examples
    --------
    >>> check_method("linear")
    'linear'
    """
    if name not in method_names():
        raise ValueError(f"unknown method {name!r}: expected one of {', '.join(method_names())}")
    return name
