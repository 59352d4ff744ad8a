"""What the published rules say of the targets of an evaluation, and where the verdict hangs on the rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lixia_kpi.assessment.codes import ORDERED_STATUSES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lixia_kpi.tables.report.model import Item
    from lixia_kpi.tables.table import Value


@dataclass(frozen=True, slots=True)
class ComparedItem:
    """A target with the status that each rule gives it; rules that refuse to judge it are left out.

    `agreement` is `same`, `differ`, `only_one` or `none`; `hangs` says that some rules find it on track or better and
    others behind or worse.
    """

    item: Item
    statuses: Mapping[str, str]
    agreement: str
    hangs: bool


@dataclass(frozen=True, slots=True)
class RuleComparison:
    """The observed targets of an evaluation under all rules, in plan order."""

    rules: tuple[str, ...]
    items: tuple[ComparedItem, ...]

    def of(self, agreement: str) -> int:
        """How many targets have this agreement."""
        return sum(compared.agreement == agreement for compared in self.items)

    @property
    def hanging(self) -> tuple[ComparedItem, ...]:
        """The targets whose verdict hangs on the choice of rule."""
        return tuple(compared for compared in self.items if compared.hangs)


def compared_item(item: Item, values: Mapping[str, Value], rules: tuple[str, ...]) -> ComparedItem:
    """Give what the rules say of a target; `values` are its columns of `kpi compare`."""
    statuses = {rule: str(values[f"{rule}_status"]) for rule in rules}
    return ComparedItem(
        item=item,
        statuses={rule: status for rule, status in statuses.items() if status in ORDERED_STATUSES},
        agreement=str(values["agreement"]),
        hangs=values["hangs_on_rule"] is True,
    )
