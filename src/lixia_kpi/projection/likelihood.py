"""Chances by name: the bounds between very likely and very unlikely, in one place."""

from __future__ import annotations

BOUNDS = (("very_likely", 0.90), ("likely", 0.66), ("open", 0.33), ("unlikely", 0.10), ("very_unlikely", 0.0))
"""Each name with the bound it begins at; `very_likely` and `likely` hold from their bound on, the rest above it."""

LIKELIHOODS = tuple(name for name, _ in BOUNDS)
"""The names from the surest to the least sure."""

_FROM_THEIR_BOUND = ("very_likely", "likely")


def likelihood(chance: float) -> str:
    """Name a chance: at least 90 %, at least 66 %, above 33 %, above 10 %, the rest.

    The chance is taken in whole per cent, as it is printed, so that word and figure never disagree.

    Parameters
    ----------
    chance : a fraction from 0 to 1.

    Returns
    -------
    str
        One of `LIKELIHOODS`.

    Raises
    ------
    ValueError
        The chance is not between 0 and 1.

    Notes
    -----
    Source: the calibrated terms of the IPCC (2010), its middle class widened to the gap between its neighbours.

    Examples
    --------
    >>> [likelihood(chance) for chance in (0.9, 0.66, 0.5, 0.33, 0.1)]
    ['very_likely', 'likely', 'open', 'unlikely', 'very_unlikely']
    """
    if not 0 <= chance <= 1:
        raise ValueError(f"a chance lies between 0 and 1, not {chance}")
    percent = int(f"{100 * chance:.0f}")
    for name, bound in BOUNDS:
        edge = round(100 * bound)
        if percent > edge or (percent == edge and name in _FROM_THEIR_BOUND):
            return name
    return BOUNDS[-1][0]
