"""What changed between two states of a plan: a page for a terminal, and the same in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.catalogue import say
from lixia_kpi.messages.revisions_text import CHANGE_WORDS, COLUMN_HEADINGS, KIND_WORDS, PAGE, PARTS
from lixia_kpi.messages.statuses import STATUSES
from lixia_kpi.messages.table_text import QUALIFIERS
from lixia_kpi.messages.units import unit_name
from lixia_kpi.render.markdown import escaped, pipe_table
from lixia_kpi.render.numbers import as_published, decimals_of, signed
from lixia_kpi.render.style import Style
from lixia_kpi.render.symbols import UNICODE, symbols
from lixia_kpi.render.width import left, right, width, wrap
from lixia_kpi.tables.project import target_unit
from lixia_kpi.tables.revisions import figure_row, revisions_table, status_row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lixia_kpi.messages.catalogue import Lang
    from lixia_kpi.render.symbols import Symbols
    from lixia_kpi.revisions.compare import StatusMove
    from lixia_kpi.tables.revisions import RevisionReport
    from lixia_kpi.tables.table import Value

    Row = Mapping[str, Value]

FIGURE_COLUMNS = ("indicator", "figure", "change", "before", "after", "revision")
STATUS_COLUMNS = ("indicator", "target", "change", "before", "after")
_NUMBERS = ("revision",)
_WIDEST = 120
_LEAST = 30


def render_revisions(
    report: RevisionReport,
    names: tuple[str, str],
    *,
    lang: Lang,
    width: int | None,
    color: bool,
    ascii_only: bool,
) -> str:
    """Write what changed, the figures first; where the columns do not fit, each row as wrapped text.

    Parameters
    ----------
    report
        the comparison.
    names
        the two states as the user named them.
    lang, width, color, ascii_only
        as for the gap table.
    """
    room = None if width is None else max(width, _LEAST)
    style, words = Style(color=color), _Words(lang, symbols(ascii_only=ascii_only))
    lines = [style.bold(line) for line in wrap(words.title(report), room or _WIDEST)]
    lines += wrap(say(PAGE, "sides", lang, before=_shown(names[0]), after=_shown(names[1])), room or _WIDEST)
    for code, columns, rows in words.sections(report):
        lines += ["", style.bold(say(PAGE, code, lang, count=len(rows)))]
        lines += _columns([[say(COLUMN_HEADINGS, c, lang) for c in columns], *rows], columns, room, style)
    lines += ["", *wrap(words.counts(report), room or _WIDEST)]
    return "\n".join(lines) + "\n"


def render_revisions_markdown(report: RevisionReport, names: tuple[str, str], *, lang: Lang) -> str:
    """Write what changed as Markdown for a merge request, one table for figures and one for statuses."""
    words = _Words(lang, UNICODE)
    sides = say(PAGE, "sides", lang, before=escaped(_shown(names[0])), after=escaped(_shown(names[1])))
    lines = [f"### {escaped(words.title(report))}", "", sides, "", words.counts(report)]
    for code, columns, rows in words.sections(report):
        cells = [[escaped(cell) for cell in row] for row in rows]
        headings = [say(COLUMN_HEADINGS, column, lang) for column in columns]
        table = pipe_table(headings, [column in _NUMBERS for column in columns], cells)
        lines += ["", f"**{say(PAGE, code, lang, count=len(rows))}**", "", table.rstrip("\n")]
    return "\n".join(lines) + "\n"


class _Words:
    """Writes the cells of one comparison."""

    def __init__(self, lang: Lang, marks: Symbols) -> None:
        self.lang: Lang = lang
        self.marks = marks
        self.operators = {">=": marks.at_least, "<=": marks.at_most, "~": marks.about}

    def title(self, report: RevisionReport) -> str:
        """Name the plan."""
        name = report.after.plan.name
        plan = name.en if self.lang == "en" else name.zh
        return say(PAGE, "title", self.lang, plan=plan, bullet=f" {self.marks.bullet} ")

    def counts(self, report: RevisionReport) -> str:
        """Say how many figures and statuses changed, and how."""
        if not report.differs:
            return say(PAGE, "nothing", self.lang)
        head = revisions_table(report).head
        figures, moves = head["figures"], head["statuses"]
        between, stop = ("；", "。") if self.lang == "zh" else ("; ", ".")
        parts = [
            say(PAGE, code, self.lang, **counts) if isinstance(counts, dict) and any(counts.values()) else
            say(PAGE, empty, self.lang)
            for code, empty, counts in (("counts", "no_figures", figures), ("moves", "no_statuses", moves))
        ]  # fmt: skip
        return between.join(parts) + stop

    def sections(self, report: RevisionReport) -> list[tuple[str, tuple[str, ...], list[list[str]]]]:
        """Give code, columns and cells of each section that is not empty."""
        figures = [self.figure(figure_row(revision)) for revision in report.figures]
        moves = [self.move(move) for move in report.moves]
        sections = [("figures", FIGURE_COLUMNS, figures), ("statuses", STATUS_COLUMNS, moves)]
        return [section for section in sections if section[2]]

    def figure(self, row: Row) -> list[str]:
        """Write the cells of a revised figure."""
        kind = say(KIND_WORDS, str(row["kind"]), self.lang)
        part = str(row["part"] or "")
        extra = say(PARTS, part, self.lang) if part in PARTS else part
        what = [self._qualified(row, kind) if row["kind"] == "target" else f"{kind} {row['year']}", extra]
        change = say(CHANGE_WORDS, str(row["change"]), self.lang)
        cells = [self._value(row, side) for side in ("old", "new")]
        return [self._indicator(row), " ".join(word for word in what if word), change, *cells, self._revision(row)]

    def move(self, move: StatusMove) -> list[str]:
        """Write the cells of a moved status."""
        row, target = status_row(move), move.case.target
        unit = unit_name(target_unit(move.case), self.lang)
        wanted = f"{self._qualified(row, '')}{self._minus(as_published(target.value))} {unit}".strip()
        statuses = [
            f"{self.marks.marks[status]} {say(STATUSES, status, self.lang)}"
            for status in (str(row["old_status"]), str(row["new_status"]))
        ]
        change = say(CHANGE_WORDS, str(row["change"]), self.lang)
        return [self._indicator(row), wanted, change, *statuses]

    def _indicator(self, row: Row) -> str:
        name = row["name_en" if self.lang == "en" else "name_zh"]
        return f"{name} ({row['id']})" if name else str(row["id"])

    def _qualified(self, row: Row, kind: str) -> str:
        form, op = str(row["form"]), str(row["target_op"])
        words = QUALIFIERS[form][self.lang == "en"] if form in QUALIFIERS else ""
        return " ".join(word for word in (kind, str(row["year"]), words, self.operators.get(op, op)) if word)

    def _value(self, row: Row, side: str) -> str:
        value = row[side]
        if not isinstance(value, int | float):
            return self.marks.missing
        unit = unit_name(str(row[f"{side}_unit"] or ""), self.lang)
        return f"{self._minus(as_published(value))} {unit}".strip()

    def _revision(self, row: Row) -> str:
        size, percent = row["revision"], row["revision_percent"]
        if not isinstance(size, int | float):
            return self.marks.missing
        text = signed(size, decimals_of(round(size, 4)))
        if isinstance(percent, int | float) and row["new_unit"] not in ("%", "points"):
            text += f" ({signed(percent, 1)}%)"
        return self._minus(text)

    def _minus(self, text: str) -> str:
        return text if "e" in text else text.replace("-", self.marks.minus)


def _columns(rows: Sequence[list[str]], columns: Sequence[str], room: int | None, style: Style) -> list[str]:
    """Set rows in columns, the first row as their heading; as wrapped text where they do not fit."""
    wide = [max(width(row[i]) for row in rows) for i in range(len(columns))]
    if room is not None and sum(wide) + 2 * len(wide) > room:
        return [
            line for row in rows[1:] for line in wrap("  " + "  ".join(cell for cell in row if cell), room, indent=4)
        ]
    put = [right if column in _NUMBERS else left for column in columns]
    lines = ["  " + "  ".join(f(c, w) for f, c, w in zip(put, row, wide, strict=True)).rstrip() for row in rows]
    return [style.secondary(lines[0]), *lines[1:]]


def _shown(name: str) -> str:
    """Show what is no printable character in a name."""
    return "".join(c if c.isprintable() else "?" for c in name)
