from lixia_kpi.office.read import read_sheets


def sheets_of(page):
    sheets, problems = read_sheets(page.encode(), file="a.xls")
    assert problems == []
    return sheets


def texts(page):
    (sheet,) = sheets_of(page)
    return [[cell.text for cell in row] for row in sheet.rows]


def test_spans_take_the_places_below_and_beside():
    page = (
        "<html><table><tr><th rowspan=2>指标</th><th colspan='2'>数值</th></tr><tr><td>2021</td><td>2022</td></tr>"
        '<tr><td>gdp</td><td rowspan="2">1</td><td>2</td></tr><tr><td>firms</td><td>3</td></tr></table>'
    )
    assert texts(page) == [["指标", "数值", ""], ["", "2021", "2022"], ["gdp", "1", "2"], ["firms", "", "3"]]
    assert sheets_of(page)[0].merged == ((0, 0, 1, 0), (0, 1, 0, 2), (2, 1, 3, 1))


def test_end_tags_may_be_missing():
    assert texts("<table><tr><td>a<td>b<tr><td>c<td>d") == [["a", "b"], ["c", "d"]]


def test_comments_styles_and_scripts_are_not_text():
    cell = "1<!-- <td>2 --><style>td{}</style><script>if (a<b) '<td>'</SCRIPT>3"
    page = f"<table><tr><td>{cell}</td></tr></table><!-- open <td>"
    assert texts(page) == [["13"]]


def test_blanks_fold_and_entities_are_characters():
    assert texts("<table><tr><td>\n  GDP&nbsp;&lt; 5\n  %<br>同比  </td></tr></table>") == [["GDP\xa0< 5 %\n同比"]]


def test_each_table_is_a_sheet_and_a_table_within_a_cell_is_its_text():
    page = "<table><tr><td>a<table><tr><td>b</td></tr></table>c</td></tr></table><p>x</p><table><tr><td>d</table>"
    assert [(s.name, [[c.text for c in row] for row in s.rows]) for s in sheets_of(page)] == [
        ("1", [["abc"]]),
        ("2", [["d"]]),
    ]


def test_a_cell_outside_a_row_begins_one():
    assert texts("<table><td>a</td><td>b</td></table>") == [["a", "b"]]


def test_a_page_without_table_says_so():
    sheets, (problem,) = read_sheets(b"<html><body><p>404</p>", file="a.xls")
    assert (sheets, problem.code) == ([], "html_without_table")


def test_hostile_pages_take_linear_time():
    for piece in ("<a", "<!--", "<table><tr><td rowspan=", "</", "<style>", "&", "<td><table>"):
        read_sheets(("<table>" + piece * 10_000).encode(), file="a.xls")
