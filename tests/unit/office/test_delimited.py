import pytest

from lixia_kpi.office.delimited import delimiter_of
from lixia_kpi.office.read import read_sheets


def texts(data):
    (sheet,), problems = read_sheets(data, file="a.csv")
    assert problems == []
    return [[cell.text for cell in row] for row in sheet.rows]


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("指标,2021\ngdp,1\n", ","),
        ("指标;2021\ngdp;1,5\n", ";"),
        ("指标\t2021\n1,234\t5,678\n", "\t"),
        ("指标|2021\ngdp|1\n", "|"),
        ("一、标题，副标题\n\n指标,2021\n", ","),
        ('"a,b,c";x\n"d,e,f";y\n', ";"),
        ("一列\n二行\n", ","),
        ("", ","),
    ],
)
def test_the_delimiter_divides_most_lines(text, delimiter):
    assert delimiter_of(text) == delimiter


def test_empty_lines_keep_their_row():
    assert texts("标题\n\n指标,2021\n".encode()) == [["标题", ""], ["", ""], ["指标", "2021"]]


def test_quotes_hold_delimiters_line_ends_and_quotes():
    assert texts('"a,b","c\r\nd","e""f"\r\n'.encode("utf-8-sig")) == [["a,b", "c\nd", 'e"f']]


def test_separators_of_unicode_are_no_line_ends():
    assert texts("a\u2028b,c\x85d\n".encode()) == [["a\u2028b", "c\x85d"]]


@pytest.mark.parametrize(("text", "line"), [('a,b\n"c,d\n', 2), ('a,b\nc,"d"e\n', 2), ('"a\nb",c\nd,"e\nf\n', 3)])
def test_an_open_quote_is_named_by_the_line_in_which_its_row_begins(text, line):
    sheets, (problem,) = read_sheets(text.encode(), file="a.csv")
    assert (sheets, problem.code, problem.place.line) == ([], "broken_quotes", line)


@pytest.mark.parametrize(
    "text",
    [
        "指标,单位\n地区生产总值,亿元\n",
        "地区生产总值,1111.1\n",
        "标题\n",
        "年份,指标\n2021,高新技术企业\n",
        "单位：亿元\n指标,2021年\n",
    ],
)
@pytest.mark.parametrize("encoding", ["gb18030", "gbk", "utf-8", "utf-8-sig"])
def test_chinese_text_is_read_in_every_usual_encoding(text, encoding):
    rows = texts(text.encode(encoding))
    assert [",".join(row).rstrip(",") for row in rows] == text.splitlines()


@pytest.mark.parametrize(
    "data",
    [
        "指标,亿元,地区生产总值\n".encode()[:-5] + b"\xff\n",
        "Indicateur,Valeur\nChômage élevé,café\n".encode("latin-1"),
        "指标,亿元\n".encode("utf-16"),
        b"a,\0b\n",
    ],
    ids=["damaged utf-8", "latin-1", "utf-16", "nul"],
)
def test_anything_else_is_refused(data):
    sheets, (problem,) = read_sheets(data, file="a.csv")
    assert sheets == []
    assert problem.code in ("bad_encoding", "nul_byte")
