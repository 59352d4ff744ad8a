"""Bytes to text: the three encodings that are read, and the place that is named for anything else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lixia_kpi.text import decode as module
from lixia_kpi.text.decode import decode

TEXT = "id,year,value,unit\ngdp,2020,1910.41,亿元\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_reads_the_three_encodings_with_any_line_end(encoding, line_end):
    assert decode(TEXT.replace("\n", line_end).encode(encoding), file="a.csv") == (TEXT, [])


def only_fault(data):
    text, problems = decode(data, file="a.csv")
    assert text is None
    (problem,) = problems
    assert problem.severity == "error"
    return problem


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_names_the_wide_encodings(encoding):
    problem = only_fault(TEXT.encode(encoding))
    assert problem.code == "bad_encoding"
    assert problem.details["encoding"].startswith("UTF-")
    assert problem.details["encoding"] != "UTF-8"


def test_a_nul_byte_is_named_with_its_place():
    problem = only_fault(b"id,year\r\ngdp,20\x0020\n" + b"x" * 100)
    assert (problem.code, problem.place.line, problem.place.column, problem.details["byte"]) == ("nul_byte", 2, 7, 15)


def test_damage_after_valid_utf8_is_not_read_as_gb18030():
    data = "亿元\n名,".encode() + "亿元".encode("gb18030")
    problem = only_fault(data)
    assert problem.code == "bad_encoding"
    assert problem.details == {"byte": 11, "value": "0xD2", "encoding": "UTF-8"}
    assert (problem.place.line, problem.place.column) == (2, 3)


def test_damage_in_gb18030_is_placed_where_it_is():
    good = "单位,亿元\n地区生产总值,"
    problem = only_fault(good.encode("gb18030") + b"\xff" + "亿元\n".encode("gb18030") * 9)
    assert problem.details["encoding"] == "GB18030"
    assert problem.details["byte"] == len(good.encode("gb18030"))
    assert problem.place.line == 2


def test_letters_of_a_single_byte_encoding_are_refused():
    assert only_fault("année,qualité\n".encode("latin-1")).code == "bad_encoding"


def test_a_cut_utf8_file_is_named_as_utf8():
    problem = only_fault(b"\xe4\xba" + "亿元万人次家".encode() * 5)
    assert problem.details == {"byte": 0, "value": "0xE4", "encoding": "UTF-8"}


def test_too_large_is_refused_before_it_is_decoded(monkeypatch):
    monkeypatch.setattr(module, "MAX_BYTES", 10)
    problem = only_fault(b"x" * 11)
    assert (problem.code, problem.details) == ("too_large", {"bytes": 11, "limit": 10})


@given(st.binary(max_size=200))
def test_any_bytes_end_in_text_or_in_a_problem(data):
    text, problems = decode(data, file="a.csv")
    assert (text is None) == bool(problems)


@given(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0\r\ufeff"), max_size=50))
def test_utf8_always_comes_back(text):
    assert decode(text.encode(), file="a.csv") == (text, [])
