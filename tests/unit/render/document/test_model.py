"""A table refuses rows that do not fit its columns."""

from __future__ import annotations

import pytest

from lixia_kpi.render.document import Cell, Column, Row, Table

COLUMNS = (Column("Name", elastic=True), Column("Value", right=True))


@pytest.mark.parametrize(
    "row",
    [
        Row((Cell("a"),)),
        Row((Cell("a"), Cell("1"), Cell("2"))),
        Row((Cell("a"),), "total"),
        Row((Cell("a"), Cell("b")), "group"),
    ],
)
def test_row_that_does_not_fit(row):
    with pytest.raises(ValueError, match="cells in a table of 2 columns"):
        Table(COLUMNS, (row,))


def test_rows_that_fit():
    rows = (Row((Cell("g"),), "group"), Row((Cell("a"), Cell("1"))), Row((Cell("b"), Cell("1")), "total"))
    assert Table(COLUMNS, rows).rows == rows
