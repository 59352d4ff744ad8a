"""The results of the room are frozen records; those that hold arrays of cases stand for themselves."""

from __future__ import annotations

import dataclasses
import pkgutil
from importlib import import_module

import pytest

import lixia_kpi.assessment
from builders import INFO, indicator, judged, series, target
from lixia_kpi.assessment.judgement import judge_cases

RECORDS = sorted(
    {
        value
        for found in pkgutil.walk_packages(lixia_kpi.assessment.__path__, "lixia_kpi.assessment.")
        for value in vars(import_module(found.name)).values()
        if isinstance(value, type) and dataclasses.is_dataclass(value)
        if value.__module__.startswith("lixia_kpi.assessment")
    },
    key=lambda record: record.__qualname__,
)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__qualname__)
def test_no_field_can_be_set_and_none_added(record):
    made = object.__new__(record)
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(made, dataclasses.fields(record)[0].name, None)
    assert not hasattr(made, "__dict__")


def test_results_are_compared_as_themselves_and_shown_in_one_line():
    def results():
        found = judged(series(indicator(target(), target(year=2024)), {2021: 110.0, 2022: 120.0}, baseline=100))
        judgement = judge_cases(found.cases, INFO.cuts, found.options)
        return found, judgement, found.cases, found.cases.cases[0], found.progress, found.outlook, found.outlook.series

    for one, other in zip(results(), results(), strict=True):
        assert one != other
        assert len(repr(one)) < 120
