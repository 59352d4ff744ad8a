"""The JSON Schema: says what the readers say, as far as a schema can see it, and is shipped beside the plans."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from lixia_kpi.errors import UsageError
from lixia_kpi.plan.fields import BASELINE_FILE, TARGETS_FILE
from lixia_kpi.plan.nodes import Scalar, Sequence, read_nodes
from lixia_kpi.plan.schema import SCHEMAS, schema_for, schema_text

ROOT = Path(__file__).parents[3]
FOLDERS = ROOT / "tests" / "data" / "invalid"
PLANS = [ROOT / "data", *sorted(path for path in (ROOT / "examples").iterdir() if (path / "targets.yaml").exists())]
FILES = [path for plan in PLANS for path in sorted(plan.glob("*.yaml"))]

SEEN = {
    "absurd_number", "doubled_value", "empty_value", "full_width_number", "grouped_number", "infinite_number",
    "impossible_year", "line_break", "missing_direction", "missing_key", "missing_year", "no_figure",
    "not_a_number", "not_an_id", "number_with_unit", "out_of_bounds", "quoted_number", "surrounding_blank",
    "unknown_key", "unknown_value", "wrong_shape", "wrong_type", "year_and_period",
}  # fmt: skip
"""Codes of faults within one value or mapping, which a schema sees; the others need another value or another file."""


def value_of(node):
    """What YAML 1.2 editors see: the core schema, by looks."""
    if isinstance(node, Sequence):
        return [value_of(item) for item in node.items]
    if not isinstance(node, Scalar):
        return {key: value_of(entry) for key, (_, entry) in node.entries.items()}
    words = {"true": True, "false": False, "null": None, "~": None, "": None}
    if node.style:
        return node.text
    if node.text in words:
        return words[node.text]
    if node.text.lstrip("+-").isdecimal() and node.text.isascii():
        return int(node.text)
    try:
        return float(node.text.replace(".inf", "inf")) if "_" not in node.text and node.text.isascii() else node.text
    except ValueError:
        return node.text


def errors_of(path):
    root, problems = read_nodes(path.read_text(encoding="utf-8"), file=path.name)
    assert problems == []
    name = "targets" if path.name == "targets.yaml" else "baseline"
    return list(Draft202012Validator(schema_for(name)).iter_errors(value_of(root)))


@pytest.mark.parametrize("name", SCHEMAS)
def test_it_is_a_schema(name):
    Draft202012Validator.check_schema(schema_for(name))
    assert json.loads(schema_text(name)) == schema_for(name)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_shipped_files_are_valid(path):
    assert errors_of(path) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_editor_comment_names_the_schema_as_it_is(path):
    comment = path.read_text(encoding="utf-8").partition("\n")[0]
    prefix = "# yaml-language-server: $schema="
    assert comment.startswith(prefix)
    name = "targets" if path.name == "targets.yaml" else "baseline"
    named = path.parent / comment.removeprefix(prefix)
    assert named.read_text(encoding="utf-8") == schema_text(name)


def faults():
    """File and code of every stored fault in a file that is YAML at all."""
    for folder in sorted(FOLDERS.iterdir()):
        expected = (folder / "expected.txt").read_text(encoding="utf-8")
        if not folder.name.startswith(("actuals_", "folder_")) and " yaml_" not in expected:
            for line in expected.splitlines():
                place, _, said = line.partition(": ")
                yield folder / place.partition(":")[0], said.split()[1]


def test_every_fault_that_a_schema_sees_is_stored():
    assert {code for _, code in faults()} >= SEEN


@pytest.mark.parametrize(
    "path", sorted({path for path, code in faults() if code in SEEN}), ids=lambda path: path.parent.name
)
def test_it_sees_the_faults_within_a_value_or_a_mapping(path):
    assert errors_of(path)


def keys_of(shape):
    yield from shape.fields
    for field in shape.fields.values():
        if field.shape is not None:
            yield from keys_of(field.shape)


@pytest.mark.parametrize(("name", "shape"), [("targets", TARGETS_FILE), ("baseline", BASELINE_FILE)])
def test_every_key_is_described(name, shape):
    schema = schema_for(name)
    described = {}
    for part in (schema, *schema["$defs"].values()):
        assert part["description"]
        described |= part["properties"]
    assert set(described) == set(keys_of(shape))
    assert all(entry["description"].endswith(".") for entry in described.values())


def test_another_name_is_refused_with_the_nearest():
    with pytest.raises(UsageError) as caught:
        schema_for("target")
    assert caught.value.details == {"name": "target", "nearest": "targets", "allowed": "targets, baseline"}
