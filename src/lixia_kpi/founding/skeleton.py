"""A plan from next to nothing: one indicator that is clearly an example."""

from __future__ import annotations

from lixia_kpi.founding.draft import Draft, DraftIndicator, Given, Head

USUAL_PERIOD = (2026, 2030)
_BASELINE, _TARGET = "80", "100"


def skeleton(head: Head, *, name: tuple[str, str], group: str, unit: str, note: str) -> Draft:
    """Make a plan of one example.

    Parameters
    ----------
    head : of the plan.
    name : of the example, in Chinese and in English.
    group, unit, note : words of the example, in the language of the plan.
    """
    values = {
        "id": Given("example_indicator", assumed="example"),
        "name_zh": Given(name[0], assumed="example"),
        "name_en": Given(name[1], assumed="example"),
        "group": Given(group),
        "measure": Given("count"),
        "direction": Given("up"),
        "unit": Given(unit),
    }
    target = {
        "year": Given(str(head.end), plain=True),
        "form": Given("level"),
        "op": Given(">="),
        "value": Given(_TARGET, plain=True, assumed="example"),
    }
    baseline = {"value": Given(_BASELINE, True, None, "example"), "unit": Given(unit), "note": Given(note)}
    return Draft(head, (DraftIndicator(values, [target], baseline),))
