"""Windows of history and truth, drawn from a panel of yearly series."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from lixia_kpi.projection.bounds import MEASURES

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

HORIZON = 10
SEED = 20260101
MOST_ORIGINS = 5
EARLIEST = 1 / 3
"""The first third of the origins of a series is left out: nobody projects from there any more."""

FAMILIES = {
    "gapminder_sg": "gapminder",
    "un_sdg_2020": "un",
    "kz_sdg": "un",
    "uk_ons_sdg": "uk_canada",
    "ca_cif": "uk_canada",
    "ca_sdg": "uk_canada",
    "owid_datasets": "owid",
    "kolada_se": "swedish",
    "sodertorn_se": "swedish",
    "unesco_edu": "unesco",
    "m1_yearly": "competitions",
    "m3_yearly": "competitions",
    "tourism_yearly": "competitions",
}
"""Data sets that share a publisher, countries or definitions; any other belongs to the national accounts family."""


@dataclass(frozen=True)
class Series:
    """One unbroken yearly series of the panel."""

    dataset: str
    identifier: str
    values: NDArray[np.float64]
    measure: str


@dataclass(frozen=True)
class Drawn:
    """Windows of one length: history (windows, years), truth (windows, 10), measure codes and family names."""

    history: NDArray[np.float64]
    truth: NDArray[np.float64]
    codes: NDArray[np.intp]
    family: NDArray[np.str_]

    def only(self, keep: NDArray[np.bool_]) -> Drawn:
        return Drawn(self.history[keep], self.truth[keep], self.codes[keep], self.family[keep])


def family(dataset: str) -> str:
    return FAMILIES.get(dataset, "national_accounts")


def measure_of(kind: str, values: NDArray[np.float64]) -> str:
    """Name the measure: a guessed share that passes 100, such as a ratio to GDP, is no bounded share."""
    if kind == "share":
        return "share" if values.max() <= 100 else "rate"
    if values.min() < 0:
        return "rate"
    return "count" if kind == "count" else "amount"


def read_panel(path: Path) -> list[Series]:
    """Read a panel file with the columns dataset, series_id, year, value, unit, kind."""
    table = pd.read_csv(path, dtype={"series_id": str, "unit": str})
    series = []
    for (dataset, identifier), rows in table.groupby(["dataset", "series_id"], sort=True):
        values = rows.sort_values("year")["value"].to_numpy(np.float64)
        series.append(Series(dataset, identifier, values, measure_of(str(rows["kind"].iloc[0]), values)))
    return series


def panel_hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def draw(series: list[Series], years: int) -> Drawn:
    """Draw up to five windows a series, spread evenly over its later origins from a random start."""
    generator = np.random.default_rng([SEED, years])
    histories, truths, measures, families = [], [], [], []
    for one in series:
        start = generator.random()
        origins = len(one.values) - years
        if origins < 1:
            continue
        count = min(MOST_ORIGINS, origins)
        first = int(EARLIEST * origins)
        for offset in np.unique(first + np.floor((np.arange(count) + start) * (origins - first) / count).astype(int)):
            end = offset + years
            truth = np.full(HORIZON, np.nan)
            later = one.values[end : end + HORIZON]
            truth[: later.size] = later
            histories.append(one.values[offset:end])
            truths.append(truth)
            measures.append(MEASURES.index(one.measure))
            families.append(family(one.dataset))
    return Drawn(np.array(histories), np.array(truths), np.array(measures, dtype=np.intp), np.array(families))
