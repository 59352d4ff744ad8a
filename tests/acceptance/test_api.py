"""The Python face gives the rows of the commands."""

import json

import pytest

from acceptance.kpi import printed
from lixia_kpi import load_plan
from lixia_kpi.scenario.assumptions import Growth, Scenario
from lixia_kpi.tables.table import Table

PLAN = load_plan()


def rows_of(command: str) -> list[dict[str, object]]:
    """Give the rows that a command prints as JSON."""
    return json.loads(printed(*command.split(), "-f", "json"))["rows"]


def plain(table: Table) -> list[dict[str, object]]:
    """Give rows as JSON has them: codes joined."""
    return [
        {key: ";".join(value) if isinstance(value, tuple) else value for key, value in row.items()}
        for row in table.rows
    ]


@pytest.mark.parametrize(
    ("table", "command"),
    [
        (PLAN.annual("gdp", "total_consumption_scale", against=True), "annual gdp total_consumption_scale --against"),
        (PLAN.annual("gdp", start="latest", year=2024), "annual gdp --from latest --year 2024"),
        (PLAN.compare("gdp", rules=["pace", "eurostat"]), "compare gdp --rule pace --rule eurostat"),
        (PLAN.whatif(Scenario(growths=(Growth("gdp", 6.0, "%"),))), "whatif --growth gdp=6%"),
    ],
    ids=["annual", "annual_from_latest", "compare", "whatif"],
)
def test_the_rows_are_those_of_the_command(table: Table, command: str) -> None:
    assert plain(table) == rows_of(command)


def test_a_plan_differs_from_itself_at_an_earlier_date_by_what_was_published_since() -> None:
    assert PLAN.diff(PLAN).rows == ()
    assert PLAN.annual(owners=["nobody"]).rows == ()
