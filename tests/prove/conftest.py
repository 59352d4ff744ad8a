"""What the proofs share: one browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from prove import chromium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selenium import webdriver


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    """Give Chromium, started once for all proofs."""
    started = chromium.start(tmp_path_factory.mktemp("profile"))
    yield started
    started.quit()
