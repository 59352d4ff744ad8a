"""Rows added to a file of actuals leave what stands in it as it is, byte for byte."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.actuals.observation import Observation
from lixia_kpi.actuals.reader import read_actuals
from lixia_kpi.intake.append import appended
from lixia_kpi.problems import InputError, Place

PLACE = Place("a.csv", 2, 1)
PLAIN = Observation("gdp", 2024, 2600.0, "亿元", PLACE)
FULL = PLAIN._replace(
    period="H1", status="preliminary", published="2024-08-01", source='局, "内部"', note="含新区", decimals=1
)
BARE = "id,year,value,unit\ngdp,2023,2446.9,亿元\n"


def add(data, *rows):
    return appended(data, rows, file="a.csv")


def test_nothing_to_add_changes_nothing():
    assert add(BARE.encode()) == BARE.encode()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_encoding_line_ends_and_delimiter_stay(end, encoding, delimiter):
    data = BARE.replace("\n", end).replace(",", delimiter).encode(encoding)
    result = add(data, PLAIN)
    assert result.startswith(data)
    assert result.decode(encoding).endswith(f"{end}gdp{delimiter}2024{delimiter}2600{delimiter}亿元{end}")


def test_file_that_does_not_end_its_last_line():
    assert add(BARE.rstrip("\n").encode(), PLAIN).decode() == BARE + "gdp,2024,2600,亿元\n"


def test_order_of_columns_and_columns_for_people_stay():
    data = "note,unit,name_zh,value,year,id\n,亿元,总值,2446.9,2023,gdp\n".encode()
    assert add(data, PLAIN).decode().splitlines()[2] == ",亿元,,2600,2024,gdp"


def test_missing_columns_are_added_to_every_record_only_when_needed():
    data = 'id,year,value,unit\r\n"g""d,p",2023,1,"a\nb"\r\n\r\ngdp,2023,1,亿元'.encode()
    lines = add(data, FULL).decode().split("\r\n")
    assert lines[0] == "id,year,value,unit,period,status,published,source,note"
    assert lines[1] == '"g""d,p",2023,1,"a\nb",,,,,'
    assert lines[2] == ""
    assert lines[3] == "gdp,2023,1,亿元,,,,,"
    assert lines[4] == 'gdp,2024,2600.0,亿元,H1,preliminary,2024-08-01,"局, ""内部""",含新区'


def test_new_file_has_the_columns_that_it_needs():
    assert add(None, PLAIN).decode() == "id,year,value,unit\ngdp,2024,2600,亿元\n"
    assert add(b"", FULL).decode().startswith("id,year,period,value,unit,status,published,source,note\n")


def test_text_that_a_spreadsheet_would_compute_is_kept_text():
    assert add(None, PLAIN._replace(note="=1+1")).decode().endswith(",'=1+1\n")


def test_line_breaks_of_a_note_do_not_break_the_file():
    assert add(None, PLAIN._replace(note="一\n二")).decode().endswith(",一 二\n")


def test_wide_file_is_refused_with_the_way_out():
    with pytest.raises(InputError) as refused:
        add("id,unit,2022,2023\ngdp,亿元,1,2\n".encode(), PLAIN)
    assert [problem.code for problem in refused.value.problems] == ["wide_actuals"]


def test_rare_characters_do_not_garble_a_file_in_gb18030():
    data = BARE.encode("gb18030")
    with pytest.raises(InputError) as refused:
        add(data, PLAIN._replace(note="¡²³§¤¦©ª«®¯"))
    assert [problem.code for problem in refused.value.problems] == ["encoding_too_small"]


_TEXT = st.text(st.sampled_from('数据来源，a b"=-;\t\n,'), max_size=8)
_ROWS = st.lists(
    st.builds(
        Observation,
        st.sampled_from(["gdp", "tax"]),
        st.integers(2000, 2030),
        st.integers(-(10**9), 10**9).map(lambda value: value / 1000),
        st.sampled_from(["亿元", "%", "billion yuan"]),
        st.just(PLACE),
        st.sampled_from(["full-year", "year-end", "H1", "Jan-Jul"]),
        st.sampled_from(["actual", "preliminary", "expected"]),
        st.sampled_from([None, "2024-02-01"]),
        st.one_of(st.none(), _TEXT),
        st.one_of(st.none(), _TEXT),
        st.integers(0, 3),
    ),
    max_size=4,
)


@given(_ROWS, _ROWS, st.sampled_from(["utf-8", "utf-8-sig", "gb18030"]))
def test_what_is_added_is_read_back_after_what_was_there(first, second, encoding):
    data = ("\ufeff" * (encoding == "utf-8-sig") + BARE).encode("utf-8" if encoding == "utf-8-sig" else encoding)
    for rows in (first, second):
        data = add(data, *rows)
    found, problems = read_actuals(data, file="a.csv")
    assert not [problem for problem in problems if problem.severity == "error"]
    expected = [("gdp", 2023, 2446.9, "亿元", "full-year", "actual", None)]
    expected += [(r.id, r.year, r.value, r.unit, r.period, r.status, r.published) for r in first + second]
    assert [(r.id, r.year, r.value, r.unit, r.period, r.status, r.published) for r in found] == expected
