"""The Python face: a plan opened, judged and projected from a program or a notebook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lixia_kpi.assessment.evaluate import Evaluation, evaluate
from lixia_kpi.assessment.options import Options
from lixia_kpi.folder.open import open_folder
from lixia_kpi.folder.series import series_of
from lixia_kpi.tables.listing import list_table
from lixia_kpi.tables.path import path_report, path_table
from lixia_kpi.tables.project import gap_table, project_table
from lixia_kpi.tables.required import required_table
from lixia_kpi.tables.selection import Selection

if TYPE_CHECKING:
    from os import PathLike

    from lixia_kpi.folder.open import PlanFolder
    from lixia_kpi.plan.model import Plan
    from lixia_kpi.tables.table import Table


@dataclass(frozen=True, slots=True)
class OpenPlan:
    """A plan folder, opened: the promises and the actuals published so far.

    Every method gives a `Table`; `table.rows` are plain dictionaries, `table.to_frame()` is a pandas DataFrame.
    """

    folder: PlanFolder

    @property
    def plan(self) -> Plan:
        """The plan itself: its head, indicators and baselines."""
        return self.folder.plan

    def evaluate(self, options: Options | None = None) -> Evaluation:
        """Judge every target under these options; the default options when None."""
        options = options or Options()
        return evaluate(series_of(self.folder, as_of=options.as_of, vintage=options.vintage), self.plan.info, options)

    def project(
        self,
        *ids: str,
        as_of: int | None = None,
        vintage: str | None = None,
        to: int | None = None,
        method: str = "auto",
        rule: str = "pace",
        interval: int = 80,
        everything: bool = False,
    ) -> Table:
        """Give the gap table: one row a target, the columns of `kpi project`.

        Parameters
        ----------
        ids : indicators to show; those with a baseline or an observation when none is named.
        as_of : hide observations after this year.
        vintage : hide figures published after this ISO date.
        to : project to this year instead of each target's own.
        method : name of the projection method.
        rule : name of the rule that gives the status.
        interval : level of the projection interval [percent].
        everything : every target, also those of which nothing is known yet.

        Examples
        --------
        >>> from lixia_kpi import load_plan
        >>> row = load_plan().project("gdp", as_of=2023).rows[0]
        >>> row["latest"], round(row["required_rate"], 3), row["status"]
        (2446.9, 5.527, 'ahead')
        """
        options = Options(as_of=as_of, vintage=vintage, to=to, method=method, rule=rule, interval=interval)
        return project_table(gap_table(self.evaluate(options), Selection(ids=ids, everything=everything)))

    def required(self) -> Table:
        """Give what the plan alone demands, for every target."""
        return required_table(gap_table(self.evaluate(), Selection(everything=True)))

    def catalogue(self) -> Table:
        """Give the catalogue of targets: the columns of `kpi list`."""
        return list_table(gap_table(self.evaluate(), Selection(everything=True)))

    def path(self, *ids: str, as_of: int | None = None, to: int | None = None, method: str = "auto") -> Table:
        """Give required pathway, actual and projection of these indicators, year by year."""
        return path_table(path_report(self.evaluate(Options(as_of=as_of, to=to, method=method)), ids))

    def audit(self, *, everything: bool = False) -> Table:
        """Compare the plan's own figures: the columns of `kpi audit`.

        Parameters
        ----------
        everything : also what agrees and what cannot be compared.

        Examples
        --------
        >>> load_plan().audit().rows[0]["code"]
        'growth_differs'
        """
        from lixia_kpi.audit.audit import audit
        from lixia_kpi.messages.audit_sentence import audit_sentence
        from lixia_kpi.tables.audit import audit_table

        findings = [found for found in audit(self.folder) if everything or found.severity is not None]
        return audit_table(findings, self.plan.info, audit_sentence)


def load_plan(folder: str | PathLike[str] | None = None) -> OpenPlan:
    """Open a plan folder; the shipped plan when none is named.

    Parameters
    ----------
    folder : path of a folder with `targets.yaml`, `baseline_*.yaml` and, where there are any, `actuals.csv`.

    Returns
    -------
    OpenPlan
        The plan with its actuals.

    Raises
    ------
    InputError
        The folder cannot be read or its files are invalid; `problems` lists every fault with its place.

    Examples
    --------
    >>> load_plan().plan.info.baseline_year
    2020
    """
    return OpenPlan(open_folder(None if folder is None else str(folder)))
