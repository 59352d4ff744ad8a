"""The fitting tool: its two regressions on made-up data with known answers, and the file that it writes."""

import importlib
import importlib.util
import json
from pathlib import Path

import numpy as np
import pytest

from lixia_kpi.projection.calibrated.tables import read_tables, tables

TOOL = Path(__file__).parents[3] / "tools" / "fit_calibration"


def load(name):
    spec = importlib.util.spec_from_file_location(f"fit_calibration_{name}", TOOL / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def made_up():
    generator = np.random.default_rng(7)
    x = np.column_stack([np.ones(20_000), generator.normal(size=(20_000, 2)), np.zeros(20_000)])
    spread = np.exp(-1 + 0.5 * x[:, 1])
    return x, spread, generator.laplace(size=20_000)


def test_the_median_regression_is_not_moved_by_outliers(made_up):
    x, spread, noise = made_up
    y = x @ np.array([1.0, 2.0, -3.0, 0.0]) + spread * noise
    y[::50] += 1e4
    fitted = load("regression").median_fit(x, y, 1 / spread)
    np.testing.assert_allclose(fitted, [1, 2, -3, 0], atol=0.05)
    assert abs(np.linalg.lstsq(x, y, rcond=None)[0][0] - 1) > 100


def test_the_spread_regression_finds_what_the_noise_depends_on(made_up):
    x, spread, noise = made_up
    np.testing.assert_allclose(load("regression").spread_fit(x, spread * noise), [-1, 0.5, 0, 0], atol=0.05)


def test_the_file_comes_back_and_has_the_same_bytes_every_time(tmp_path):
    fitted = tables()
    arrays = {name: getattr(fitted, name) for name in fitted.__dataclass_fields__ if name != "header"}
    paths = [tmp_path / "one.bin", tmp_path / "two.bin"]
    for path in paths:
        load("store").store(path, arrays, {"series": 3})
    assert paths[0].read_bytes() == paths[1].read_bytes()
    again = read_tables(paths[0].read_bytes())
    header = json.loads(again.header)
    assert (header["format"], header["series"], len(header["arrays"])) == (2, 3, len(arrays))
    np.testing.assert_array_equal(again.centre, fitted.centre)


def test_the_shipped_file_says_what_it_was_fitted_on():
    header = json.loads(tables().header)
    assert header["series"] == sum(header["datasets"].values()) > 10_000
    assert {"seed", "panel_sha256", "windows"} <= header.keys()


def test_the_centre_of_each_method_is_measured_for_itself(monkeypatch):
    monkeypatch.syspath_prepend(TOOL)
    history = np.array([[100.0, 104.0, 110.0], [50.0, 49.0, 52.0]])
    panel, pooled = (importlib.import_module(name) for name in ("panel", "pooled"))
    drawn = panel.Drawn(history, np.full((2, 10), np.nan), np.zeros(2, np.intp), np.array(["a", "a"]))
    carried = history[np.newaxis, :, -1:] * np.array([1.0, 1.5])[:, np.newaxis, np.newaxis] * np.ones(7)
    described = pooled.described(drawn, level=True, carried=carried)
    np.testing.assert_allclose(described.methods, np.broadcast_to([[0.0], [0.5]], (2, 2, 7)))
