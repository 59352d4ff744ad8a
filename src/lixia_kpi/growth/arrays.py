"""The array types of the numerical rooms, and how values enter and leave them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from typing import TypeAlias

    from numpy.typing import ArrayLike, NDArray

    FloatArray: TypeAlias = NDArray[np.float64]
    BoolArray: TypeAlias = NDArray[np.bool_]
    IntArray: TypeAlias = NDArray[np.intp]
    NameArray: TypeAlias = NDArray[np.str_]


def floats(*values: ArrayLike) -> tuple[FloatArray, ...]:
    """Read values as float64 arrays of one common shape; infinite values count as missing.

    Parameters
    ----------
    values : scalars or arrays that broadcast against each other; None and NaN are missing.

    Returns
    -------
    tuple of FloatArray
        One array for each argument, all of the broadcast shape (0-d for scalars), possibly read-only.

    Raises
    ------
    ValueError
        The shapes do not broadcast, or something is not a number.

    Examples
    --------
    >>> [array.tolist() for array in floats([1, None, float("inf")], 2)]
    [[1.0, nan, nan], [2.0, 2.0, 2.0]]
    """
    arrays = []
    for value in values:
        try:
            array = np.asarray(value, dtype=np.float64)
        except TypeError as error:
            raise ValueError(f"not numbers: {error}") from error
        infinite = np.isinf(array)
        arrays.append(np.where(infinite, np.nan, array) if infinite.any() else array)
    return tuple(np.broadcast_arrays(*arrays))


def defined(result: ArrayLike, where: ArrayLike) -> FloatArray:
    """Keep a result where its formula is defined and finite, NaN elsewhere.

    Parameters
    ----------
    result : array, any shape and unit.
    where : booleans, broadcastable: whether the formula is defined there.

    Returns
    -------
    FloatArray
        The result, in its own unit.

    Examples
    --------
    >>> defined([1.0, float("inf"), 3.0], [True, True, False]).tolist()
    [1.0, nan, nan]
    """
    values = np.asarray(result, dtype=np.float64)
    return np.where(np.logical_and(where, np.isfinite(values)), values, np.nan)


def log_ratio(base: FloatArray, value: FloatArray) -> FloatArray:
    """Give ln(value / base) to full precision, near 1 and across the whole range of floats.

    The quotient is never formed, so it neither overflows nor loses the digits of a small change.

    Parameters
    ----------
    base : > 0, any shape, any unit.
    value : > 0, the same shape and unit.

    Returns
    -------
    FloatArray
        Log change, without unit; NaN or infinite for values that are not positive.

    Examples
    --------
    >>> log_ratio(np.array([1e-300, 1.0]), np.array([1e300, 1.0 + 1e-12])).round(15).tolist()
    [1381.5510557964274, 1e-12]
    """
    with np.errstate(all="ignore"):
        step = value - base
        return np.where(np.abs(step) < 0.5 * base, np.log1p(step / base), np.log(value) - np.log(base))
