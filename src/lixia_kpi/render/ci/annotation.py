"""What a CI system shows beside a line of a file, whatever found it: a gate or a check of the files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from lixia_kpi.problems import Place, Severity

Outcome = Literal["passed", "failed", "skipped"]
Change = Literal["new", "updated", "unchanged"]


@dataclass(frozen=True, slots=True)
class Annotation:
    """One remark at a place, in words.

    `rule` is the code that `kpi explain` knows; `identity` names the remark from run to run, wherever its line moves,
    and `label` briefly, in a list; `also` is another place that has to do with it; `change` says how it stands to an
    earlier run, None without one.
    """

    rule: str
    level: Severity
    place: Place
    title: str
    text: str
    identity: str
    label: str
    also: Place | None = None
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """One thing that was checked: whether it passed, and what there is to say about it."""

    suite: str
    name: str
    outcome: Outcome
    kind: str = ""
    message: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What one run of a command found, worst first.

    `annotations` are what the run is about, `known` what an earlier run found already, `cases` everything that was
    checked; `summary` says it in a sentence, `remarks` what else a reader should know.
    """

    command: str
    annotations: tuple[Annotation, ...]
    cases: tuple[Checked, ...]
    summary: str
    known: tuple[Annotation, ...] = ()
    remarks: tuple[str, ...] = ()
