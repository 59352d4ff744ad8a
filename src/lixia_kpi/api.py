"""The Python face: a plan opened, judged and projected from a program or a notebook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lixia_kpi.assessment.codes import RULE_NAMES
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
    from collections.abc import Sequence
    from os import PathLike

    from lixia_kpi.assessment.annual import Start
    from lixia_kpi.folder.open import PlanFolder
    from lixia_kpi.plan.model import Plan
    from lixia_kpi.scenario.assumptions import Scenario
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

    def annual(
        self,
        *ids: str,
        start: Start = "baseline",
        year: int | None = None,
        owners: Sequence[str] = (),
        against: bool = False,
        as_of: int | None = None,
        vintage: str | None = None,
    ) -> Table:
        """Give the plan broken down into yearly targets: the columns of `kpi annual`.

        Parameters
        ----------
        ids : indicators to show; those with a baseline or an observation when none is named.
        start : `baseline` spreads what the plan demands, `latest` what is left of it.
        year : this year only.
        owners : departments to show; all when empty.
        against : with what each year brought beside it.
        as_of : hide observations after this year.
        vintage : hide figures published after this ISO date.

        Examples
        --------
        >>> rows = load_plan().annual("gdp").rows
        >>> [row["year"] for row in rows], round(rows[0]["planned"], 1)
        ([2021, 2022, 2023, 2024, 2025], 2016.0)
        """
        from lixia_kpi.tables.annual import AnnualChoice, annual_report, annual_table

        evaluation = self.evaluate(Options(as_of=as_of, vintage=vintage, method="last"))
        choice = AnnualChoice(Selection(ids=ids), tuple(owners), start, year, against)
        return annual_table(annual_report(evaluation, choice))

    def compare(
        self, *ids: str, rules: Sequence[str] = RULE_NAMES, as_of: int | None = None, vintage: str | None = None
    ) -> Table:
        """Give the verdicts of the published rules side by side: the columns of `kpi compare`.

        Parameters
        ----------
        ids : indicators to show; those with a baseline or an observation when none is named.
        rules : rules by name.
        as_of : hide observations after this year.
        vintage : hide figures published after this ISO date.

        Examples
        --------
        >>> row = load_plan().compare("gdp", rules=["pace", "eurostat"]).rows[0]
        >>> row["pace_status"], row["agreement"]
        ('ahead', 'same')
        """
        from lixia_kpi.tables.compare import compare_report, compare_table

        evaluation = self.evaluate(Options(as_of=as_of, vintage=vintage))
        return compare_table(compare_report(evaluation, Selection(ids=ids), tuple(rules)))

    def whatif(self, scenario: Scenario, *ids: str, as_of: int | None = None) -> Table:
        """Give every target before and after assumptions: the columns of `kpi whatif`.

        Parameters
        ----------
        scenario : what is assumed.
        ids : indicators to show; those that an assumption names when none is named.
        as_of : hide observations after this year.

        Raises
        ------
        SeveralUsageError
            Assumptions that cannot be made of these series, all of them.

        Examples
        --------
        >>> from lixia_kpi.scenario.assumptions import Growth, Scenario
        >>> row = load_plan().whatif(Scenario(growths=(Growth("gdp", 1.0, "%"),))).rows[0]
        >>> row["before_status"], row["after_status"]
        ('ahead', 'behind')
        """
        from lixia_kpi.scenario.compare import compare
        from lixia_kpi.tables.whatif import whatif_report, whatif_table

        options = Options(as_of=as_of)
        series = series_of(self.folder, as_of=as_of)
        return whatif_table(whatif_report(compare(series, self.plan.info, options, scenario), Selection(ids=ids)))

    def diff(self, older: OpenPlan) -> Table:
        """Give what changed since an older state of the plan: the columns of `kpi diff`.

        Parameters
        ----------
        older : the state before.

        Examples
        --------
        >>> plan = load_plan()
        >>> plan.diff(plan).rows
        ()
        """
        from lixia_kpi.tables.revisions import revision_report, revisions_table

        return revisions_table(revision_report((older.folder, Options()), (self.folder, Options())))

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
