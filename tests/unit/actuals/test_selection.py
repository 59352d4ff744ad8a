"""The best observation of a year: status, then date of publication, then order; as-of and vintage."""

from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.actuals.observation import Observation
from lixia_kpi.actuals.selection import part_years, yearly
from lixia_kpi.problems import Place


def row(value, year=2023, *, status="actual", published=None, period="full-year", name="gdp"):
    return Observation(name, year, value, "亿元", Place("a.csv", 2, 1), period, status, published)


def best(*rows, **options):
    return {year: found.value for year, found in yearly(rows, **options).get("gdp", {}).items()}


def test_status_beats_date_beats_order():
    assert best(row(1.0), row(2.0, status="preliminary", published="2030-01-01"), row(3.0, status="expected")) == {
        2023: 1.0
    }
    assert best(row(1.0, published="2024-01-01"), row(2.0)) == {2023: 1.0}
    assert best(row(1.0, published="2024-01-01"), row(2.0, published="2024-06-01")) == {2023: 2.0}
    assert best(row(1.0), row(2.0)) == {2023: 2.0}


def test_only_whole_years_count():
    rows = [row(1.0, period="H1"), row(2.0, 2022, period="year-end"), row(3.0, 2021, period="as of 2021-08")]
    assert best(*rows) == {2022: 2.0}
    assert [{year: r.value for year, r in years.items()} for years in part_years(rows).values()] == [
        {2023: 1.0},
        {2021: 3.0},
    ]


def test_the_best_of_each_part_however_it_is_written():
    rows = [
        row(1.0, 2022, period="H1", published="2022-07-20"),
        row(2.0, 2022, period="Jan-Jun", published="2022-09-01"),
        row(3.0, 2022, period="Q1-Q2", status="preliminary", published="2022-12-01"),
        row(4.0, 2022, period="as of 2022-06"),
        row(5.0, 2023, period="01-06"),
    ]
    half, moment = part_years(rows).values()
    assert {year: r.value for year, r in half.items()} == {2022: 2.0, 2023: 5.0}
    assert {year: r.value for year, r in moment.items()} == {2022: 4.0}
    known_in_august = next(iter(part_years(rows, vintage="2022-08-01").values()))
    assert known_in_august[2022].value == 1.0


def test_as_of_hides_later_years():
    assert best(row(1.0, 2022), row(2.0, 2023), as_of=2022) == {2022: 1.0}


def test_vintage_hides_what_was_published_later():
    rows = [row(1.0), row(2.0, published="2024-04-08"), row(3.0, published="2025-01-01")]
    assert best(*rows, vintage="2024-04-08") == {2023: 2.0}
    assert best(*rows, vintage="2023-01-01") == {2023: 1.0}


OBSERVATIONS = st.builds(
    row,
    st.floats(0, 10),
    st.integers(2020, 2023),
    status=st.sampled_from(["actual", "preliminary", "expected"]),
    published=st.sampled_from([None, "2021-01-01", "2022-01-01"]),
    period=st.sampled_from(["full-year", "year-end", "H1"]),
)


@given(st.lists(OBSERVATIONS, max_size=8), st.integers(2019, 2024))
def test_hiding_years_changes_no_other_year(rows, last):
    everything = best(*rows)
    assert best(*rows, as_of=last) == {year: value for year, value in everything.items() if year <= last}
    assert list(everything) == sorted(everything)
