"""What axe-core says of a page in a browser."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from selenium import webdriver

AXE = Path(sys.prefix) / "axe-core" / "package" / "axe.min.js"


def assert_no_violation(browser: webdriver.Chrome) -> None:
    """See that axe-core has looked at the page that is shown, as it is shown, and has no complaint."""
    assert AXE.is_file(), "axe-core is needed for this proof: `make prove` fetches it"
    browser.execute_script(AXE.read_text(encoding="utf-8"))
    browser.set_script_timeout(120)
    result: dict[str, Any] = browser.execute_async_script(
        "const done = arguments[arguments.length - 1]; axe.run(document, {resultTypes: ['violations']}).then(done)"
    )
    found = [(v["id"], v["impact"], [n["target"] for n in v["nodes"]][:3]) for v in result["violations"]]
    assert found == []
    assert len(result["passes"]) > 20
