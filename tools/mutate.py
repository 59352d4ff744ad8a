"""Mutation testing: changes the code in one place at a time and sees whether a test notices.

    python tools/mutate.py src/lixia_kpi/growth --tests tests/unit/growth [--sample 100]

Works in a copy of the repository or in the working copy alike: no file is changed, the mutant is put in the place of
the module while it is imported. Each mutant runs in a forked process of its own, first the test that mirrors the
module, then the others. mutmut rewrites files and finds no tests under `--import-mode=importlib`; cosmic-ray starts a
whole Python for each mutant, ten times slower here.
"""

from __future__ import annotations

import argparse
import ast
import copy
import os
import random
import resource
import signal
import sys
from importlib import import_module
from importlib.machinery import SourceFileLoader
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

SECONDS = 60
"""Processor time for the tests of one mutant; one that takes longer counts as noticed."""
QUIET = ("-x", "-q", "-p", "no:cacheprovider", "--assert=plain")
"""pytest's own way to load modules would pass the mutant over."""
OPERATORS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.Pow: ast.Mult,
    ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult, ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd,
    ast.And: ast.Or, ast.Or: ast.And, ast.Break: ast.Continue, ast.Continue: ast.Break,
}  # fmt: skip
NAMES = {
    "minimum": "maximum", "maximum": "minimum", "min": "max", "max": "min", "any": "all", "all": "any",
    "log1p": "expm1", "expm1": "log1p", "floor": "ceil", "ceil": "floor", "nanmin": "nanmax", "nanmax": "nanmin",
    "startswith": "endswith", "endswith": "startswith", "isnan": "isfinite", "isfinite": "isnan",
}  # fmt: skip


class Mutant(NamedTuple):
    """One change: where it is, what stood there and what stands there instead, and the whole module."""

    path: Path
    line: int
    before: str
    after: str
    tree: ast.Module

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.before}  ->  {self.after}"


def mutants_of(path: Path) -> Iterator[Mutant]:
    """Give every mutant of a module."""
    source = ast.parse(path.read_text(encoding="utf-8"))
    for index, node in enumerate(_live(source)):
        for choice in range(len(_changes(node))):
            tree = copy.deepcopy(source)
            place = _live(tree)[index]
            line, before = getattr(place, "lineno", 0), _shown(place)
            _changes(place)[choice]()
            yield Mutant(path, line, before, _shown(place), ast.fix_missing_locations(tree))


def _live(tree: ast.Module) -> list[ast.AST]:
    """The nodes that are run: no annotation, no docstring, nothing for type checkers."""
    dead: set[int] = set()
    for node in ast.walk(tree):
        skipped: list[ast.AST | None] = [getattr(node, "annotation", None), getattr(node, "returns", None)]
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            skipped.append(node)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            skipped.append(node)
        for root in skipped:
            dead |= {id(part) for part in ast.walk(root)} if root is not None else set()
    return [node for node in ast.walk(tree) if id(node) not in dead]


def _changes(node: ast.AST) -> list:
    """The ways to change a node, each as a function that does it."""
    found = []
    for name in ("op", "ops"):
        value = getattr(node, name, None)
        for number, one in enumerate(value if isinstance(value, list) else [value]):
            if type(one) in OPERATORS:
                found.append(_setter(node, name, number, OPERATORS[type(one)]()))
    if isinstance(node, ast.UnaryOp):
        found.append(lambda: (setattr(node, "op", ast.UAdd()) if isinstance(node.op, ast.USub | ast.Invert) else
                              setattr(node, "operand", ast.UnaryOp(ast.Not(), node.operand))))  # fmt: skip
    if isinstance(node, ast.If | ast.IfExp | ast.While):
        found.append(lambda: setattr(node, "test", ast.UnaryOp(ast.Not(), node.test)))
    if isinstance(node, ast.Name) and node.id in NAMES:
        found.append(lambda: setattr(node, "id", NAMES[node.id]))
    if isinstance(node, ast.Attribute) and node.attr in NAMES:
        found.append(lambda: setattr(node, "attr", NAMES[node.attr]))
    if isinstance(node, ast.Constant):
        found += [_setter(node, "value", 0, value) for value in _constants(node.value)]
    return found


def _constants(value: object) -> list[object]:
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int | float):
        return [value + 1, *([value - 1] if value not in (0, 1) else [])]
    return [value + "x"] if isinstance(value, str) and value else []


def _setter(node: ast.AST, name: str, number: int, value: object):
    def change() -> None:
        if isinstance(getattr(node, name), list):
            getattr(node, name)[number] = value
        else:
            setattr(node, name, value)

    return change


def _shown(node: ast.AST) -> str:
    return " ".join(ast.unparse(ast.fix_missing_locations(copy.deepcopy(node))).split())[:100]


def survives(mutant: Mutant, tests: list[list[str]]) -> bool:
    """Run the tests on a mutant in a process of its own; True where none notices."""
    child = os.fork()
    if child == 0:
        os._exit(_run(mutant, tests))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def _run(mutant: Mutant, tests: list[list[str]]) -> int:
    import pytest

    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    signal.alarm(SECONDS * 10)
    own = os.path.realpath(mutant.path)
    original = SourceFileLoader.get_code

    def get_code(loader: SourceFileLoader, name: str):
        if os.path.realpath(loader.path) == own:
            return compile(mutant.tree, loader.path, "exec")
        return original(loader, name)

    SourceFileLoader.get_code = get_code
    with Path(os.devnull).open("w") as nothing:
        os.dup2(nothing.fileno(), 1)
        os.dup2(nothing.fileno(), 2)
        for group in tests:
            if group and pytest.main([*QUIET, *group]) != 0:
                return 1
    return 0


def tests_for(path: Path, folder: Path) -> list[list[str]]:
    """The module's own tests and examples first, then the others of its room."""
    everything = sorted(str(test) for test in folder.rglob("test_*.py"))
    own = [test for test in everything if Path(test).name == f"test_{path.stem}.py"]
    return [[*own, str(path)], [test for test in everything if test not in own]]


def main() -> int:
    parser = argparse.ArgumentParser(description="See which changes of the code no test notices.")
    parser.add_argument("paths", nargs="+", type=Path, help="modules, or folders of modules")
    parser.add_argument("--tests", type=Path, required=True, help="folder of the tests that should notice")
    parser.add_argument("--sample", type=int, help="only so many mutants, chosen with a fixed seed")
    arguments = parser.parse_args()
    for heavy in ("hypothesis.strategies", "numpy", "pytest"):  # once, not in every process
        import_module(heavy)
    modules = [file for path in arguments.paths for file in (sorted(path.rglob("*.py")) if path.is_dir() else [path])]
    mutants = [mutant for module in modules for mutant in mutants_of(module)]
    if arguments.sample and arguments.sample < len(mutants):
        mutants = random.Random(1).sample(mutants, arguments.sample)
    left = 0
    for count, mutant in enumerate(mutants, start=1):
        print(f"{count} of {len(mutants)}", end="\r", file=sys.stderr, flush=True)
        if survives(mutant, tests_for(mutant.path, arguments.tests)):
            left += 1
            print(f"survived {mutant}", flush=True)
    print(f"{len(mutants) - left} of {len(mutants)} mutants noticed ({100 - 100 * left / len(mutants):.1f} %)")
    return min(left, 1)


if __name__ == "__main__":
    sys.exit(main())
