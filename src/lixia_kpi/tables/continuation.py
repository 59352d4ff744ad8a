"""Rows of the gap table with the plain continuation of strongly and steadily growing series."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.assessment.plain_continuation import continue_plainly
from lixia_kpi.tables.project import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lixia_kpi.assessment.evaluate import Evaluation
    from lixia_kpi.tables.gap import GapRow


def with_plain_continuation(rows: Sequence[GapRow], evaluation: Evaluation) -> tuple[GapRow, ...]:
    """Put `continuation` and `continuation_growth` (percent a year) into every row, None where they do not apply.

    Parameters
    ----------
    rows : one a case, in order.
    evaluation : every target judged.
    """
    plain = continue_plainly(evaluation)
    values, growth = listed(plain.value), listed(100 * plain.growth)
    return tuple(
        row._replace(values={**row.values, "continuation": values[case], "continuation_growth": growth[case]})
        for case, row in enumerate(rows)
    )
