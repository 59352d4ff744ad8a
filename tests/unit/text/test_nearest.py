"""The nearest name: written otherwise, misspelt, or none."""

from lixia_kpi.text.nearest import nearest


def test_the_same_name_written_otherwise_comes_first():
    assert nearest("High-Tech Firms", ["high_tech_firm", "high_tech_firms"]) == "high_tech_firms"


def test_a_misspelling_is_found():
    assert nearest("publishd", ["period", "published", "source"]) == "published"


def test_nothing_alike_gives_none():
    assert nearest("gdp", ["green_coverage"]) is None
    assert nearest("gdp", []) is None


def test_many_names_are_searched_by_first_letter_and_length():
    names = [f"indicator_{i}" for i in range(20000)]
    assert nearest("indicatr_19999", names) is not None
