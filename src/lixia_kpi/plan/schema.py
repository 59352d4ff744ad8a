"""JSON Schema of the plan's files, generated from the table of fields, for editors and CI."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.errors import UsageError
from lixia_kpi.formula.tree import LONGEST
from lixia_kpi.plan.fields import BASELINE_FILE, FIRST_YEAR, LARGEST, LAST_YEAR, TARGETS_FILE
from lixia_kpi.text.nearest import nearest

if TYPE_CHECKING:
    from lixia_kpi.plan.fields import Field, Shape

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_FILES = {"targets": TARGETS_FILE, "baseline": BASELINE_FILE}
SCHEMAS: tuple[str, ...] = tuple(_FILES)
"""Names of the files that have a schema."""

_TEXT = r"^\S(.*\S)?$"
_ID = "^[a-z][a-z0-9_]*$"
_DATE = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"


def schema_for(name: str) -> dict[str, object]:
    """Build the JSON Schema (2020-12) of a file of the plan.

    Parameters
    ----------
    name
        `targets` or `baseline`.

    Returns
    -------
    dict
        the schema, ready for `json.dumps`; keys in a fixed order.

    Raises
    ------
    UsageError
        `unknown_schema`, with the nearest name and those that there are.

    Examples
    --------
    >>> schema_for("targets")["required"]
    ['schema', 'plan', 'indicators']
    """
    shape = _FILES.get(name)
    if shape is None:
        details = {"name": name, "nearest": nearest(name, SCHEMAS) or "", "allowed": ", ".join(SCHEMAS)}
        raise UsageError("unknown_schema", details)
    definitions: dict[str, object] = {}
    body = _object(shape, definitions)
    return {"$schema": DIALECT, "title": f"lixia-kpi {name}", **body, "$defs": dict(sorted(definitions.items()))}


def schema_text(name: str) -> str:
    """Write the JSON Schema of a file of the plan, as it is shipped beside the plan.

    Parameters
    ----------
    name
        `targets` or `baseline`.

    Returns
    -------
    str
        JSON, indented by two, with a line feed at its end.

    Raises
    ------
    UsageError
        `unknown_schema`.

    Examples
    --------
    >>> schema_text("baseline").splitlines()[2]
    '  "title": "lixia-kpi baseline",'
    """
    from json import dumps

    return dumps(schema_for(name), ensure_ascii=False, indent=2) + "\n"


def _object(shape: Shape, definitions: dict[str, object]) -> dict[str, object]:
    """The schema of a mapping; the mappings inside it go into `definitions`."""
    schema: dict[str, object] = {
        "description": shape.description,
        "type": "object",
        "properties": {field.key: _property(field, definitions) for field in shape.fields.values()},
        "additionalProperties": False,
    }
    if shape.required:
        schema["required"] = list(shape.required)
    if shape.any_of:
        schema["anyOf"] = [{"required": [key]} for key in shape.any_of]
    if shape.needs:
        schema["dependentRequired"] = {key: [other] for key, other in shape.needs}
    if shape.name == "target":
        schema["not"] = {"required": ["year", "period"]}
    return schema


def _property(field: Field, definitions: dict[str, object]) -> dict[str, object]:
    """The schema of one key."""
    described: dict[str, object] = {"description": field.description}
    if field.shape is None:
        return {**described, **_scalar(field)}
    if field.shape.name not in definitions:
        definitions[field.shape.name] = {}
        definitions[field.shape.name] = _object(field.shape, definitions)
    reference = {"$ref": f"#/$defs/{field.shape.name}"}
    if field.kind == "records":
        return {**described, "type": "array", "items": reference}
    return {**described, **reference}


def _scalar(field: Field) -> dict[str, object]:
    """The schema of a single value or of a list of such values."""
    year: dict[str, object] = {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR}
    text: dict[str, object] = {"type": "string", "pattern": _TEXT}
    schemas: dict[str, dict[str, object]] = {
        "text": text,
        "unit": text,
        "id": {"type": "string", "pattern": _ID},
        "date": {"type": ["string", "integer"], "pattern": _DATE},
        "choice": {"enum": list(field.choices)},
        "boolean": {"type": "boolean"},
        "year": year,
        "integer": {"type": "integer", **_bounds(field)},
        "number": {
            "type": "number",
            **({} if field.above is not None else {"minimum": -LARGEST}),
            "maximum": LARGEST,
            **_bounds(field),
        },
        "formula": {**text, "maxLength": LONGEST},
        "texts": {"type": "array", "items": text, "uniqueItems": True},
        "units": {"type": "array", "items": text, "uniqueItems": True},
        "years": {"type": "array", "items": year, "uniqueItems": True},
    }
    return schemas[field.kind]


def _bounds(field: Field) -> dict[str, object]:
    """The bounds of a number, as far as it has any of its own."""
    bounds = {"minimum": field.low, "maximum": field.high, "exclusiveMinimum": field.above}
    return {keyword: bound for keyword, bound in bounds.items() if bound is not None}
