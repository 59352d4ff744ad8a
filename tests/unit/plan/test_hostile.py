"""Hostile input ends in a few problems, within a second or two of processor time and in bounded memory."""

import time
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lixia_kpi.plan.read import read_baseline, read_targets
from lixia_kpi.text.decode import MAX_BYTES
from unit.plan.sample import HEAD, targets_text

BOMB = "a: &a [" + "x, " * 9 + "]\n"
BOMB += "".join(f"{new}: &{new} [" + f"*{old}, " * 9 + "]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True))

HOSTILE = {
    "alias bomb": (BOMB, "yaml_alias"),
    "many aliases": ("a: &a 1\nb: [" + "*a, " * 50_000 + "]\n", "too_many_faults"),
    "deep list": ("[" * 100_000, "nested_too_deep"),
    "deep mapping": ("{a: " * 100_000, "nested_too_deep"),
    "deep block": ("".join("  " * level + "a:\n" for level in range(500)), "nested_too_deep"),
    "object tag": ("!!python/object/apply:os.system ['true']\n", "yaml_tag"),
    "many unknown keys": (HEAD + "".join(f"key_{n}: 1\n" for n in range(20_000)), "too_many_faults"),
    "many equal keys": ("a: 1\n" * 100_000, "too_many_faults"),
    "one long line": ("a: " + "b" * 5_000_000 + "\n", "unknown_key"),
    "one long key": ("万" * 5_000_000 + ": 1\n", None),
    "a long name": (targets_text().replace("economy", "万" * 3_000_000), "text_too_long"),
    "a long number": (targets_text().replace("2021", "9" * 3_000_000), "absurd_number"),
    "only dashes": ("- " * 100_000, "nested_too_deep"),
    "only colons": (": " * 100_000, None),
    "only questions": ("? " * 100_000, "nested_too_deep"),
    "open quote": ("a: '" + "b\n" * 500_000, "yaml_open_quote"),
}


@pytest.mark.parametrize(("text", "code"), HOSTILE.values(), ids=HOSTILE)
def test_it_ends_soon_and_small(text, code):
    data = text.encode()
    start = time.process_time()
    problems = read_targets(data, file="a.yaml")[1]
    assert time.process_time() - start < 3
    assert problems
    assert code is None or code in {problem.code for problem in problems}
    assert all(len(str(value)) < 500 for problem in problems for value in problem.details.values())


def test_a_huge_file_is_not_even_decoded():
    data = bytes(MAX_BYTES + 1)
    tracemalloc.start()
    problems = read_targets(data, file="a.yaml")[1]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [problem.code for problem in problems] == ["too_large"]
    assert peak < 1_000_000


def test_an_alias_bomb_needs_no_memory():
    tracemalloc.start()
    read_targets(BOMB.encode(), file="a.yaml")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000


PIECES = st.sampled_from(
    [*"{}[]:,-#&*!|>'\"%@`~\n ", "  ", "- ", ": ", "id: ", "gdp", "plan:\n", "indicators:\n", "name: ", "op: '>'\n",
     "value: ", "1e400", "-1", "万", "\u200b", "year: ", "2025", "targets:\n", "form: level\n", "\\", "\x00", "\t"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map("".join)


def cut(text, start, length, piece):
    return text[:start] + piece + text[start + length :]


VALID = targets_text("year: 2025, form: level, op: '>', value: 2500, value_high: 2600, wording: 突破")
DAMAGED = st.builds(cut, st.just(VALID), st.integers(0, len(VALID)), st.integers(0, 30), TEXTS)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=80) | TEXTS.map(str.encode) | DAMAGED.map(str.encode))
def test_any_bytes_become_records_or_problems(data):
    targets, problems = read_targets(data, file="a.yaml")
    assert problems or (targets is not None and targets.info is not None)
    baselines, problems = read_baseline(data, file="a.yaml")
    assert problems
    assert all(baseline.place.file == "a.yaml" for baseline in baselines)
    assert all(problem.place.file == "a.yaml" and problem.place.line >= 0 for problem in problems)
