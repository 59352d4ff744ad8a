"""How properties are tested: the same examples every time in `make test`, many fresh ones in `make prove`.

No test changes the environment of those after it, nor does a library that it loads.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, settings

if TYPE_CHECKING:
    from collections.abc import Iterator

settings.register_profile("default", deadline=None, derandomize=True, max_examples=50, database=None)
settings.register_profile(
    "prove", deadline=None, max_examples=2000, phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink)
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Iterator[None]:
    """Put the environment back after each test, with what its fixtures did to it."""
    before = dict(os.environ)
    try:
        return (yield)
    finally:
        if os.environ != before:
            os.environ.clear()
            os.environ.update(before)
