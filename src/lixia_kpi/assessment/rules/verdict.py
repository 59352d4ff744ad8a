"""What a rule answers: its own word, its figure, the tool's status, and why it cannot say more."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from lixia_kpi.assessment.finite import without_infinite
from lixia_kpi.assessment.rules.rule import NOT_AVAILABLE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from lixia_kpi.assessment.rules.question import Question
    from lixia_kpi.assessment.rules.rule import Ladder
    from lixia_kpi.growth.arrays import BoolArray, FloatArray, NameArray

NOT_FINITE = "not_finite"
"""The reason of every rule where its arithmetic leaves the range of numbers."""

SLACK = 1e-9
"""Values that differ by at most this share of a cut count as having reached it."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """The verdicts of one rule on series; fields (series,), for a single series numpy scalars.

    Parameters
    ----------
    rule
        its name.
    category
        its own word in snake_case; `not_available` where it cannot judge.
    value
        the figure that is cut: a ratio, a rate, an index; NaN where undefined.
    score
        the published score, NaN where the rule has none.
    status
        the tool's status.
    reason
        code for what is undefined; empty where nothing is.
    quirk
        codes, joined by `;`, of the documented peculiarities the verdict may hang on; empty where there is none.
    details
        further arrays by name: the ends compared, rates, cuts' coefficients.
    """

    rule: str
    category: NameArray
    value: FloatArray
    score: FloatArray
    status: NameArray
    reason: NameArray
    quirk: NameArray
    details: Mapping[str, NDArray[np.generic]] = field(default_factory=dict)

    def single(self) -> Assessment:
        """Give the first series alone, every field a numpy scalar."""
        return Assessment(
            rule=self.rule,
            category=self.category[0],
            value=self.value[0],
            score=self.score[0],
            status=self.status[0],
            reason=self.reason[0],
            quirk=self.quirk[0],
            details={name: array[0] for name, array in self.details.items()},
        )


def finite(assessment: Assessment) -> Assessment:
    """Turn what overflowed into NaN, and take back verdicts that rest on it, unless the target is met.

    Parameters
    ----------
    assessment : as a rule gives it, arrays (series,).

    Returns
    -------
    Assessment
        The same, with reason `not_finite` where the arithmetic left the range of numbers.
    """
    lost = (np.isinf(assessment.value) | np.isinf(assessment.score)) & (assessment.status != "met")
    category = np.where(lost, NOT_AVAILABLE, assessment.category)
    unsaid = lost | ((category == NOT_AVAILABLE) & (assessment.reason == ""))
    return replace(
        assessment,
        category=category,
        value=without_infinite(assessment.value) + 0.0,  # no minus zero
        score=np.where(lost, np.nan, assessment.score),
        status=np.where(lost, "undetermined", assessment.status),
        reason=np.where(unsaid, NOT_FINITE, assessment.reason),
        details={
            name: without_infinite(array) if array.dtype.kind == "f" else array
            for name, array in assessment.details.items()
        },
    )


def first_of(*codes: tuple[str, BoolArray]) -> NameArray:
    """Give for each series the first code that holds, empty where none does.

    >>> first_of(("a", np.array([True, False])), ("b", np.array([True, True]))).tolist()
    ['a', 'b']
    """
    return np.select([holds for _, holds in codes], [code for code, _ in codes], default="")


def joined(*codes: tuple[str, BoolArray]) -> NameArray:
    """Give for each series all codes that hold, joined by `;`.

    >>> joined(("a", np.array([True, False])), ("b", np.array([True, False]))).tolist()
    ['a;b', '']
    """
    text = np.full(codes[0][1].shape, "", dtype=np.str_)
    for code, holds in codes:
        if bool(holds.any()):
            more = np.where(text == "", code, ";" + code)
            text = np.char.add(text, np.where(holds, more, ""))
    return text


def cuts_of(question: Question, ladder: Ladder) -> tuple[float, ...]:
    """Give the cuts of a ladder, replaced where the question brings its own."""
    return tuple(float(question.cuts.get(f"{ladder.name}.{step.category}", step.cut)) for step in ladder.steps)


def climb(
    question: Question, ladder: Ladder, value: FloatArray, *, scale: FloatArray | None = None
) -> tuple[NameArray, BoolArray]:
    """Find the category of each value on a ladder, and whether it stands exactly on one of its cuts.

    Parameters
    ----------
    question : for cuts that replace the rule's own.
    ladder : the cuts from best to worst.
    value : (series,), NaN where undefined.
    scale : (series,) factor of the cuts that a natural limit scales.

    Returns
    -------
    tuple
        (series,) categories, `not_available` where the value is NaN; (series,) booleans.
    """
    passed, names = [np.isnan(value)], [NOT_AVAILABLE]
    edge = np.zeros(value.shape, dtype=np.bool_)
    for step, cut in zip(ladder.steps, cuts_of(question, ladder), strict=True):
        bar = cut * scale if step.scaled and scale is not None else np.full(value.shape, cut)
        slack = SLACK * np.abs(bar)
        passed.append(value > bar + slack if step.strict else value >= bar - slack)
        names.append(step.category)
        edge |= np.abs(value - bar) <= slack
    return np.select(passed, names, default=ladder.lowest), edge


def statuses_of(category: NameArray, statuses: Mapping[str, str], *, met: BoolArray, observed: BoolArray) -> NameArray:
    """Translate a rule's categories into the tool's statuses.

    Parameters
    ----------
    category : (series,) words of the rule.
    statuses : the status for each word.
    met : (series,) where the rule counts the target as reached.
    observed : (series,) where anything is observed that the rule could judge.
    """
    names = [*statuses, NOT_AVAILABLE]
    codes = [*statuses.values(), "undetermined"]
    status = np.select([category == name for name in names], codes, default="undetermined")
    return np.where(met, "met", np.where(observed, status, "no_data"))
