"""pyarrow makes arrays without pandas, where it is kept away; in a process of its own, as pyarrow looks for it once."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROGRAM = """
import sys
import numpy as np
import pyarrow as pa
{before}
from lixia_kpi.panel.without_pandas import keep_pandas_away
keep_pandas_away()
assert pa.array(np.array([1.5, np.nan]), from_pandas=True).to_pylist() == [1.5, None]
assert pa.array(["a"]).cast(pa.string()).to_pylist() == ["a"]
print("pandas" in sys.modules)
import pandas
"""


@pytest.mark.parametrize(("before", "is_there"), [("", "False"), ("import pandas", "True")])
def test_pandas_is_not_imported_by_pyarrow(before, is_there):
    command = [sys.executable, "-c", PROGRAM.format(before=before)]
    assert subprocess.run(command, capture_output=True, check=True, text=True).stdout.strip() == is_there
