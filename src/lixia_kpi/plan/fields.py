"""The fields of a plan's files, each written down once.

Reader, unknown-key suggestions and JSON Schema all follow from this table.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from lixia_kpi.plan.model import BASES, COMPARATORS, DIRECTIONS, FORMS, MEASURES, OBSERVED_AS, RELATIONS, SPANS

Scalars = Literal["text", "unit", "id", "date", "choice", "boolean", "integer", "year", "number", "formula"]
Kind = Scalars | Literal["texts", "units", "years", "record", "records"]

FIRST_YEAR, LAST_YEAR = 1900, 2200
LARGEST = 1e15
"""Greatest absolute value of a number in a plan, in whatever unit."""
SCHEMA_VERSION = 1


class Field(NamedTuple):
    """One key: what it holds, whether it must be there, and its bounds (both included; `above` excludes its own)."""

    key: str
    kind: Kind
    description: str
    required: bool = False
    choices: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    above: float | None = None
    shape: Shape | None = None


class Shape(NamedTuple):
    """A mapping of the files by name, with its fields; of `any_of`, where given, at least one key must be there.

    `needs` names, by key, another key that must be there with it.
    """

    name: str
    description: str
    fields: dict[str, Field]
    required: tuple[str, ...]
    any_of: tuple[str, ...] = ()
    needs: tuple[tuple[str, str], ...] = ()


def _shape(
    name: str,
    description: str,
    *fields: Field,
    any_of: tuple[str, ...] = (),
    needs: tuple[tuple[str, str], ...] = (),
) -> Shape:
    """A shape from its fields, in the order in which a file writes them."""
    required = tuple(field.key for field in fields if field.required)
    return Shape(name, description, {field.key: field for field in fields}, required, any_of, needs)


_VERSION = Field("schema", "integer", "Version of this format.", required=True, low=SCHEMA_VERSION, high=SCHEMA_VERSION)
_CHAPTER = Field("chapter", "integer", "Chapter of the plan, as an Arabic integer.", low=1, high=999)
_SECTION = Field("section", "integer", "Section within the chapter, as an Arabic integer.", low=1, high=999)
_HEADING = Field("heading", "text", "Lead heading of the paragraph, as printed.")
_BASIS = Field("basis", "choice", "Price basis; absent where prices play no part.", choices=BASES)

NAME = _shape(
    "name",
    "A name in both languages.",
    Field("zh", "text", "The name in Chinese.", required=True),
    Field("en", "text", "The name in English, in the field's standard term.", required=True),
)
PERIOD = _shape(
    "period",
    "Years, first and last included.",
    Field("start", "year", "First year; the base year is the year before.", required=True),
    Field("end", "year", "Last year, in which the target falls due.", required=True),
)
CUTS = _shape(
    "cuts",
    "Lower bounds of the pace for the statuses, in descending order.",
    Field("ahead", "number", "From this pace on the status is ahead (1.05 when absent).", above=0, high=10),
    Field("on_track", "number", "From this pace on the status is on_track (0.95 when absent).", above=0, high=10),
    Field("behind", "number", "From this pace on the status is behind (0.60 when absent).", above=0, high=10),
)
SOURCE = _shape(
    "source",
    "The document that the file was read from.",
    Field("title", "text", "Title of the document."),
    Field("published", "date", "Date of publication: YYYY-MM-DD, YYYY-MM or YYYY."),
    Field("file", "text", "Name of the file that holds the document."),
)
PLAN = _shape(
    "plan",
    "The head of the plan: who, which period, judged how.",
    Field("id", "id", "Name of the plan in snake_case ASCII.", required=True),
    Field("name", "record", "Name of the plan.", required=True, shape=NAME),
    Field("period", "record", "Period of the plan.", required=True, shape=PERIOD),
    Field("baseline_year", "year", "Year from which progress counts.", required=True),
    Field("language", "choice", "Language of the plan itself.", choices=("zh", "en")),
    Field("evaluation_years", "years", "Years of the mid-term and the final evaluation."),
    Field("cuts", "record", "Cuts between the statuses.", shape=CUTS),
    Field("source", "record", "Document of the plan.", shape=SOURCE),
)
PRINTED_GROWTH = _shape(
    "printed_growth",
    "The growth that the plan prints beside the target, which is checked against its levels and never used.",
    Field("value", "number", "As printed: 7.5 for 7.5 %, 8 for 8 ‰, 3 for 3 percentage points.", required=True),
    Field("unit", "choice", "Unit of `value`: % when absent.", choices=("%", "‰", "points")),
    Field("span", "choice", "A year, compounded, or the whole period: yearly when absent.", choices=SPANS),
    _BASIS,
    Field("source", "text", "Where it is printed, if not in the plan."),
)
TARGET = _shape(
    "target",
    "One promise about the indicator.",
    Field("year", "year", "Year in which the target falls due."),
    Field("period", "record", "Period of the target where the plan names one, instead of `year`.", shape=PERIOD),
    Field("form", "choice", "What the figure means.", required=True, choices=FORMS),
    Field("op", "choice", "Comparator; write it in quotation marks.", required=True, choices=COMPARATORS),
    Field(
        "value",
        "number",
        "The figure: in the indicator's unit; percent for growth and change; points for points. "
        "Of a range, the end that is reached first.",
        required=True,
    ),
    Field("value_high", "number", "The other end of a range, farther in the wanted direction."),
    Field("tolerance", "number", "Percent by which a target with `~` may be missed (5 when absent).", above=0, high=50),
    Field("wording", "text", "The comparator word as printed."),
    Field("dated", "boolean", "false where the plan names no year and its end is assumed."),
    Field("printed_growth", "record", "Growth printed beside the target.", shape=PRINTED_GROWTH),
    _CHAPTER,
    _SECTION,
    _HEADING,
    any_of=("year", "period", "dated"),
)
INDICATOR = _shape(
    "indicator",
    "One indicator with its targets.",
    Field("id", "id", "Name in snake_case ASCII, unique, never reused.", required=True),
    Field("name", "record", "Name of the indicator.", required=True, shape=NAME),
    Field("aliases", "texts", "Other names under which departments report it, for `kpi import`."),
    _CHAPTER,
    _SECTION,
    _HEADING,
    Field("group", "text", "Group under which the indicator is listed.", required=True),
    Field("measure", "choice", "What kind of figure it is.", required=True, choices=MEASURES),
    Field("direction", "choice", "The wanted direction; there is no default.", required=True, choices=DIRECTIONS),
    Field("unit", "unit", "Unit as the plan prints it.", required=True),
    Field("unit_also", "units", "Other counters that the plan uses for the same thing."),
    Field("observed_as", "choice", "What the actuals are: the level itself when absent.", choices=OBSERVED_AS),
    Field("formula", "formula", "How its values follow from those of other indicators, as gdp / population."),
    _BASIS,
    Field("breaks", "years", "Years from which the series is not comparable with what came before."),
    Field("binding", "boolean", "true 约束性, false 预期性, absent where the plan does not say."),
    Field("owner", "text", "Department that answers for it."),
    Field("targets", "records", "The targets; none for an indicator that is only observed.", shape=TARGET),
    Field("doubt", "text", "What is open to question in the plan's own definition, scope or unit."),
)
IMPLIED = _shape(
    "implied",
    "A figure that the plan does not print and that follows from those it does.",
    Field("name", "record", "Name of the figure.", required=True, shape=NAME),
    Field("formula", "formula", "How it follows, as gdp / gdp_per_capita.", required=True),
    Field("unit", "unit", "Unit in which it is shown.", required=True),
)
IDENTITY = _shape(
    "identity",
    "A relation that the figures of the plan should satisfy, or a figure that they imply.",
    Field("id", "id", "Name in snake_case ASCII, unique among the identities.", required=True),
    Field("name", "record", "What is checked.", required=True, shape=NAME),
    Field("left", "formula", "Left side of the relation."),
    Field("relation", "choice", "Relation; write it in quotation marks.", choices=RELATIONS),
    Field("right", "formula", "Right side of the relation."),
    Field("unit", "unit", "Unit in which both sides are shown; that of an indicator alone on one side when absent."),
    Field("tolerance", "number", "Percent of the larger side by which they may differ.", low=0, high=50),
    Field("implied", "record", "A figure that follows.", shape=IMPLIED),
    Field("note", "text", "What a reader of the finding should know."),
    _CHAPTER,
    _SECTION,
    _HEADING,
    any_of=("left", "implied"),
)
TARGETS_FILE = _shape(
    "file",
    "The targets of a plan.",
    _VERSION,
    Field("plan", "record", "The head of the plan.", required=True, shape=PLAN),
    Field("indicators", "records", "The indicators, in the order of the plan.", required=True, shape=INDICATOR),
    Field("identities", "records", "Relations between the figures, for `kpi audit`.", shape=IDENTITY),
)
GROWTH = _shape(
    "growth",
    "Average yearly growth printed for a past span.",
    Field("value", "number", "Percent a year.", required=True, above=-100),
    Field("from", "year", "First year of the span.", required=True),
    Field("to", "year", "Last year of the span.", required=True),
    _BASIS,
)
BASELINE = _shape(
    "baseline",
    "What an indicator starts from.",
    Field("id", "id", "The indicator.", required=True),
    Field("value", "number", "Value in the base year."),
    Field("unit", "unit", "Unit of `value` and `previous_total`, as printed."),
    Field("year", "year", "Base year of this indicator where it is not that of the file."),
    Field("op", "text", "Comparator as printed (突破, 近, 余) or as a sign."),
    Field("previous_total", "number", "Sum of the previous five years."),
    Field("growth", "record", "Printed growth of the years before.", shape=GROWTH),
    Field("derived", "text", "The formula, where the value follows from others."),
    Field("source", "text", "Where the value is published, if not in the plan."),
    _CHAPTER,
    _SECTION,
    _HEADING,
    Field("note", "text", "What a reader should know of the value."),
    Field("name", "record", "Name, where the indicator is not among the targets.", shape=NAME),
    Field("measure", "choice", "Kind of figure, where the indicator is not among the targets.", choices=MEASURES),
    Field("group", "text", "Group, where the indicator is not among the targets."),
    any_of=("value", "previous_total", "growth"),
    needs=(("value", "unit"), ("previous_total", "unit")),
)
BASELINE_FILE = _shape(
    "file",
    "The values from which the indicators of a plan start.",
    _VERSION,
    Field("year", "year", "Base year of the values in this file.", required=True),
    Field("source", "text", "Document of the values."),
    Field("indicators", "records", "The baselines.", required=True, shape=BASELINE),
)
