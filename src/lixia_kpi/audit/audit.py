"""All checks of a plan folder, the gravest findings first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.audit.derivations import check_derived, check_stated_derivation
from lixia_kpi.audit.figures import Figures
from lixia_kpi.audit.finding import SEVERITIES
from lixia_kpi.audit.identities import check_identity
from lixia_kpi.audit.printed_growth import check_printed_growth
from lixia_kpi.audit.promises import check_promises
from lixia_kpi.audit.sources import check_sources

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lixia_kpi.audit.finding import Finding
    from lixia_kpi.folder.open import PlanFolder
    from lixia_kpi.problems import Severity


def audit(folder: PlanFolder) -> tuple[Finding, ...]:
    """Compare the figures of a plan with each other.

    Parameters
    ----------
    folder
        an opened plan folder.

    Returns
    -------
    tuple of Finding
        errors, warnings, notes, then what agrees; within each by file, line and column, then by year.
    """
    return tuple(sorted(_found(folder), key=_order))


def at_or_above(findings: Sequence[Finding], level: Severity) -> list[Finding]:
    """Choose the findings that are at least as grave as a level.

    Parameters
    ----------
    findings
        of an audit.
    level
        `error`, `warning` or `note`.

    Returns
    -------
    list of Finding
        in the same order.
    """
    counted = SEVERITIES[: SEVERITIES.index(level) + 1]
    return [finding for finding in findings if finding.severity in counted]


def _found(folder: PlanFolder) -> Iterator[Finding]:
    figures = Figures(folder)
    for identity in folder.plan.identities:
        yield from check_identity(identity, figures)
    for indicator in folder.plan.indicators:
        yield from check_promises(indicator, figures)
        yield from check_printed_growth(indicator, figures)
        yield from check_derived(indicator, figures)
    for baseline in folder.plan.baselines:
        if baseline.derived is not None:
            yield from check_stated_derivation(baseline, figures)
    yield from check_sources(folder.observations, figures)


def _order(finding: Finding) -> tuple[object, ...]:
    rank = len(SEVERITIES) if finding.severity is None else SEVERITIES.index(finding.severity)
    return (rank, *finding.place, finding.moment.year, finding.moment.kind, finding.code)
