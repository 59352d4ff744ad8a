"""Ids for indicators: those of the table, else made from the English name, else counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.founding.draft import Given
from lixia_kpi.problems import Problem

if TYPE_CHECKING:
    from lixia_kpi.founding.table import Row

_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_SNAKE = _LETTERS | frozenset("0123456789_")
_LONGEST = 60


def snake_case(text: str) -> str:
    """Make an id of a name; empty where the name has too little ASCII for one.

    >>> snake_case("Women in management (%)"), snake_case("2030 Plan"), snake_case("地区生产总值")
    ('women_in_management', 'plan_2030', '')
    """
    words = "".join(c if c in _SNAKE else " " for c in text.casefold()).split()
    if len("".join(words)) < sum(c.isalpha() for c in text) / 2:
        return ""
    numbers = [word for word in words if word[0] not in _LETTERS]
    letters = [word for word in words if word[0] in _LETTERS]
    ordered = words if words and words[0][0] in _LETTERS else letters + numbers
    return "_".join(ordered)[:_LONGEST].rstrip("_") if letters else ""


class Ids:
    """Gives ids that are different from each other; faults go to `problems`."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        self._by_name: dict[str, str] = {}
        self._taken: set[str] = set()

    def of(self, row: Row, name: str) -> Given:
        """Give the id of a row: rows of the same name are the same indicator."""
        own = row.cells.get("id")
        if own is not None:
            text = own.text
            if not (text[0] in _LETTERS and _SNAKE.issuperset(text)):
                details = {"value": text[:_LONGEST], "suggestion": snake_case(text), "cell": own.spot.cell}
                self.problems.append(Problem("not_an_id", own.spot.place, details=details))
            self._taken.add(text)
            return Given(text, spot=own.spot)
        if name not in self._by_name:
            wanted = snake_case(name) or f"indicator_{len(self._by_name) + 1}"
            made, count = wanted, 1
            while made in self._taken:
                count += 1
                made = f"{wanted}_{count}"
            self._taken.add(made)
            self._by_name[name] = made
        return Given(self._by_name[name], assumed="made_id")
