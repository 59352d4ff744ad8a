"""What an audit finds: one comparison of figures and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lixia_kpi.formula.span import Span
    from lixia_kpi.plan.model import Name
    from lixia_kpi.problems import Place, Severity

Result = Literal["contradicts", "implies", "holds", "cannot_tell"]
"""`contradicts`: not all of the figures can be right. `implies`: together they say something that is not printed."""

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
"""From the gravest on."""


class Moment(NamedTuple):
    """What the figures are about: the target of a year, the baseline, the actuals of a year."""

    kind: Literal["target", "baseline", "actual"]
    year: int


class Figure(NamedTuple):
    """A figure as printed: `op` its comparator, empty for an exact one; `span` what it can stand for in `unit`."""

    id: str
    name: Name
    op: str
    span: Span
    unit: str
    place: Place


@dataclass(frozen=True, slots=True)
class Finding:
    """One comparison.

    `severity` is None where there is nothing to look at. `value` and `other` are the two things compared, in `unit`;
    of an implied figure `value` alone. `check` names the identity or the built-in check, `figures` what it rests on.
    """

    code: str
    result: Result
    severity: Severity | None
    place: Place
    check: str
    moment: Moment
    name: Name
    figures: tuple[Figure, ...] = ()
    value: float | None = None
    other: float | None = None
    unit: str = ""
    note: str | None = None
    details: Mapping[str, str] = field(default_factory=dict)

    @property
    def ids(self) -> tuple[str, ...]:
        """The indicators concerned, each once."""
        return tuple(dict.fromkeys(figure.id for figure in self.figures))

    @property
    def difference_percent(self) -> float | None:
        """100 · (other − value) / |value|; None where there is no second figure or the first is zero."""
        if self.value is None or self.other is None or self.value == 0:
            return None
        return 100 * (self.other - self.value) / abs(self.value)
