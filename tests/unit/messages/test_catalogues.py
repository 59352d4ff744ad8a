"""Every catalogue speaks both languages with the same placeholders, and covers every code there is."""

from __future__ import annotations

import importlib
import pkgutil
import string
from typing import get_args

import pytest

import lixia_kpi.messages
from lixia_kpi.assessment.codes import NOTES as NOTE_CODES
from lixia_kpi.assessment.codes import REASONS as REASON_CODES
from lixia_kpi.assessment.codes import STATUSES as STATUS_CODES
from lixia_kpi.messages.catalogue import say
from lixia_kpi.messages.headings import HEADINGS
from lixia_kpi.messages.notes import NOTES
from lixia_kpi.messages.problem_texts.entry import Entry
from lixia_kpi.messages.reasons import REASONS
from lixia_kpi.messages.statuses import STATUSES
from lixia_kpi.messages.terms import BASES, DIRECTIONS, FIGURE_KINDS, FORMS, MEASURES, OBSERVED_AS, PUBLICATION_STATUSES
from lixia_kpi.plan import model
from lixia_kpi.tables.columns import COLUMNS
from lixia_kpi.tables.figures import Kind


def catalogues():
    for module_info in pkgutil.iter_modules(lixia_kpi.messages.__path__):
        module = importlib.import_module(f"lixia_kpi.messages.{module_info.name}")
        for name, value in vars(module).items():
            if (
                name.isupper()
                and name[0] != "_"
                and isinstance(value, dict)
                and not isinstance(next(iter(value.values())), Entry)
            ):
                yield f"{module_info.name}.{name}", value


ALL = dict(catalogues())


def placeholders(text):
    return {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}


def test_catalogues_are_found():
    assert len(ALL) > 10


@pytest.mark.parametrize("name", sorted(ALL))
def test_every_text_stands_in_both_languages_with_the_same_placeholders(name):
    for code, text in ALL[name].items():
        assert isinstance(text, tuple), code
        assert len(text) == 2, code
        assert all(isinstance(t, str) for t in text), code
        assert all(t.strip() for t in text), code
        assert placeholders(text[0]) == placeholders(text[1]), code


@pytest.mark.parametrize(
    ("catalogue", "codes"),
    [
        (STATUSES, STATUS_CODES),
        (REASONS, REASON_CODES),
        (NOTES, NOTE_CODES),
        (MEASURES, model.MEASURES),
        (FORMS, model.FORMS),
        (DIRECTIONS, model.DIRECTIONS),
        (BASES, model.BASES),
        (OBSERVED_AS, model.OBSERVED_AS),
        (FIGURE_KINDS, get_args(Kind)),
    ],
)
def test_codes_and_texts_are_the_same(catalogue, codes):
    assert set(catalogue) == set(codes)


def test_every_method_of_projection_has_a_word():
    from lixia_kpi.messages.terms import METHODS
    from lixia_kpi.projection import method_names

    assert set(METHODS) == set(method_names())


def test_publication_statuses_have_words():
    from lixia_kpi.actuals.observation import PUBLICATION_STATUSES as CODES

    assert set(PUBLICATION_STATUSES) == set(CODES)


def test_every_column_has_a_heading():
    assert set(COLUMNS) <= set(HEADINGS)


def test_status_words_are_those_of_the_contract():
    words = "已达标, 快于预期, 符合预期, 滞后, 严重滞后, 背离目标, 未到期, 无法判断, 缺少数据"
    assert [STATUSES[code][0] for code in STATUS_CODES] == words.split(", ")


def test_say_fills_placeholders_and_refuses_unknown_codes():
    assert say({"a": ("第 {n} 年", "year {n}")}, "a", "zh", n=2) == "第 2 年"
    with pytest.raises(KeyError):
        say({}, "a", "zh")
