"""Mutation testing: changes the code in one place at a time and sees whether a test notices.

    python tools/mutate.py src/lixia_kpi/growth --tests tests/unit/growth tests/reference [--sample 100]
    python tools/mutate.py src/lixia_kpi/growth/total.py:120 --tests tests/unit/growth

Works in a copy of the repository or in the working copy alike: no file is changed. All tests run once on the code as it
is, to see which functions each of them runs and how long it takes. Each mutant then runs in a forked process of its
own. One in the body of a function takes the place of the function's code where the tests are collected already, and
the tests run that run the function. Any other takes the place of the module while it is imported, and the tests run
that run any function of the module or only look at data (all, where it has no function that is run). First come the
tests that mirror the module, quick ones before slow ones. mutmut rewrites files and finds no tests under
`--import-mode=importlib`; cosmic-ray starts a whole Python for each mutant, a hundred times slower here.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import random
import resource
import signal
import sys
import tempfile
import time
from collections import Counter, defaultdict
from importlib import import_module
from importlib.machinery import SourceFileLoader
from inspect import CO_OPTIMIZED
from pathlib import Path
from types import CodeType, FunctionType
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, settings

from mutants import Mutant, mutants_of

if TYPE_CHECKING:
    from collections.abc import Iterator

SLOWER, SECONDS = 2, 5
"""Processor time for the tests of a mutant: twice what they take on the code as it is, and five seconds more; one that
takes longer counts as noticed."""
QUIET = ("-x", "-q", "-p", "no:cacheprovider", "--assert=plain")
"""pytest's own way to load modules would pass the mutant over."""


class Reached:
    """Which functions of the files each test runs, and how long it takes; what runs beside the tests is of test ""."""

    def __init__(self, files: list[Path]) -> None:
        self.files = {os.path.realpath(file) for file in files}
        self.functions: dict[str, set[tuple[str, int]]] = {"": set()}
        self.seconds: dict[str, float] = {}
        self.test = ""

    def trace(self, frame, _event: str, _argument: object) -> None:
        code = frame.f_code
        if code.co_filename in self.files and code.co_flags & CO_OPTIMIZED:  # a function, not a module or class
            self.functions[self.test].add((code.co_filename, code.co_firstlineno))

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item):
        self.test, began = item.nodeid, time.perf_counter()
        self.functions[self.test] = set()
        sys.settrace(self.trace)
        result = yield
        self.seconds[self.test], self.test = time.perf_counter() - began, ""
        return result


class Tests:
    """The tests as they run on the code as it is."""

    def __init__(self, modules: list[Path], folders: list[Path]) -> None:
        self.places = [*map(str, folders), *map(str, modules)]
        reached = Reached(modules)
        with tempfile.TemporaryFile("w+") as file:
            if (child := os.fork()) == 0:
                sys.settrace(reached.trace)
                status = _quietly(self.places, reached)
                sys.settrace(None)
                json.dump([reached.seconds, {test: [*found] for test, found in reached.functions.items()}], file)
                file.flush()
                os._exit(status)
            if os.waitpid(child, 0)[1] != 0:
                sys.exit("the tests fail on the code as it is")
            file.seek(0)
            self.seconds, functions = json.load(file)
        self.functions = {test: {(file, line) for file, line in found} for test, found in functions.items()}
        self.run = {file for found in self.functions.values() for file, _ in found}

    def in_place(self, mutant: Mutant) -> bool:
        """Whether the function can be changed after the tests are collected: collecting them has not run it."""
        return mutant.function() is not None and not self._runs("", mutant)

    def of(self, mutant: Mutant) -> list[list[str]]:
        """The tests to run on a mutant: those that mirror the module, then others; quick ones first."""
        named = [test for test in self.seconds if self._runs("", mutant) or self._runs(test, mutant)]
        named.sort(key=self.seconds.__getitem__)
        names = (str(mutant.path), f"test_{mutant.path.name}")
        own = [test for test in named if _file(test) in names or Path(_file(test)).name in names]
        return [group for group in (own, [test for test in named if test not in own]) if group]

    def _runs(self, test: str, mutant: Mutant) -> bool:
        function, path, found = mutant.function(), os.path.realpath(mutant.path), self.functions[test]
        if function is None:
            return bool(test) and (not found or path not in self.run or any(file == path for file, _ in found))
        return any(file == path and function[0] <= line <= function[1] for file, line in found)


def _file(test: str) -> str:
    return test.partition("::")[0]


class InPlace:
    """Puts mutants one after another into functions of collected tests and writes for each whether it survives."""

    def __init__(self, mutants: list[Mutant], tests: Tests, answers: int) -> None:
        self.mutants, self.tests, self.answers = mutants, tests, answers

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        items = {item.nodeid: item for item in session.items}
        functions = defaultdict(list)
        for one in gc.get_objects():
            if isinstance(one, FunctionType):
                functions[one.__code__.co_filename, one.__code__.co_firstlineno].append(one)
        for mutant in self.mutants:
            wanted = [items[test] for group in self.tests.of(mutant) for test in group]
            code = next(_codes(compile(mutant.tree(), os.path.realpath(mutant.path), "exec"), mutant.function()))
            if (child := os.fork()) == 0:
                _limit(sum(self.tests.seconds[item.nodeid] for item in wanted))
                for function in functions[code.co_filename, code.co_firstlineno]:
                    function.__code__ = code
                for item, following in zip(wanted, [*wanted[1:], None], strict=True):
                    session.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
                    if session.testsfailed:
                        os._exit(1)
                os._exit(0)
            os.write(self.answers, b"%d\n" % (os.waitpid(child, 0)[1] == 0))
        return True


def _codes(code: CodeType, function: tuple[int, int] | None) -> Iterator[CodeType]:
    """The code of a function within that of its module."""
    for one in code.co_consts:
        if isinstance(one, CodeType):
            if one.co_flags & CO_OPTIMIZED and function and one.co_firstlineno == function[0]:
                yield one
            yield from _codes(one, function)


class Imported:
    """The tests to run on a module that is imported as a mutant, and any that the code as it is does not have."""

    def __init__(self, wanted: list[str], known: dict[str, float]) -> None:
        self.wanted, self.known = wanted, known

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        kept = [item for item in items if item.nodeid in self.wanted or item.nodeid not in self.known]
        items[:] = sorted(kept, key=lambda item: self.known.get(item.nodeid, 0.0))


def _import_as(mutant: Mutant) -> None:
    own, tree = os.path.realpath(mutant.path), mutant.tree()
    original = SourceFileLoader.get_code

    def get_code(loader: SourceFileLoader, name: str):
        if os.path.realpath(loader.path) == own:
            return compile(tree, loader.path, "exec")
        return original(loader, name)

    SourceFileLoader.get_code = get_code


def _limit(seconds: float) -> None:
    most = int(SECONDS + SLOWER * seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (most, most))
    signal.alarm(most * 20)


class Unshrunk:
    """For properties, one example that fails is enough: it need not be made small."""

    def pytest_collection(self) -> None:
        settings.register_profile("unshrunk", settings.get_profile("default"), phases=(Phase.explicit, Phase.generate))
        settings.load_profile("unshrunk")


def _quietly(arguments: list[str], plugin: object) -> int:
    with Path(os.devnull).open("w") as nothing:
        os.dup2(nothing.fileno(), 1)
        os.dup2(nothing.fileno(), 2)
        return pytest.main([*QUIET, *arguments], plugins=[Unshrunk(), plugin])


def survivals(mutants: list[Mutant], tests: Tests) -> Iterator[tuple[Mutant, bool]]:
    """Run the tests on each mutant; True where none notices."""
    inside = [mutant for mutant in mutants if tests.in_place(mutant)]
    answers, answer = os.pipe()
    if (child := os.fork()) == 0:
        os._exit(_quietly(tests.places, InPlace(inside, tests, answer)))
    os.close(answer)
    with os.fdopen(answers) as lines:
        yield from zip(inside, (line == "1\n" for line in lines), strict=True)
    os.waitpid(child, 0)
    for mutant in mutants:
        if mutant not in inside:
            if (child := os.fork()) == 0:
                _limit(sum(tests.seconds.values()))
                _import_as(mutant)
                groups = [(sorted(set(map(_file, group))), group) for group in tests.of(mutant)]
                os._exit(any(_quietly(files, Imported(group, tests.seconds)) != 0 for files, group in groups))
            yield mutant, os.waitpid(child, 0)[1] == 0


def _modules(places: list[str]) -> tuple[list[Path], dict[Path, set[int]]]:
    """The modules asked for, and the lines of those that are asked for as MODULE:LINE."""
    modules, lines = [], defaultdict(set)
    for place in places:
        name, _, line = place.partition(":")
        modules += sorted(Path(name).rglob("*.py")) if Path(name).is_dir() else [Path(name)]
        if line:
            lines[Path(name)].add(int(line))
    return list(dict.fromkeys(modules)), lines


def main() -> int:
    parser = argparse.ArgumentParser(description="See which changes of the code no test notices.")
    parser.add_argument("places", nargs="+", metavar="PATH", help="modules, MODULE:LINE, or folders of modules")
    parser.add_argument("--tests", nargs="+", type=Path, required=True, help="folders of the tests that should notice")
    parser.add_argument("--sample", type=int, help="only so many mutants, chosen with a fixed seed")
    arguments = parser.parse_args()
    for heavy in ("hypothesis.strategies", "numpy", "yaml"):  # once, not in every process
        import_module(heavy)
    modules, lines = _modules(arguments.places)
    mutants = [m for module in modules for m in mutants_of(module) if m.line in lines.get(module, {m.line})]
    if arguments.sample and arguments.sample < len(mutants):
        mutants = random.Random(1).sample(mutants, arguments.sample)
    tests, made, left = Tests(modules, arguments.tests), Counter(m.path for m in mutants), Counter()
    for count, (mutant, survived) in enumerate(survivals(mutants, tests), start=1):
        print(f"{count} of {len(mutants)}", end="\r", file=sys.stderr, flush=True)
        if survived:
            left[mutant.path] += 1
            print(f"survived {mutant}", flush=True)
    for path, number in made.items():
        print(f"{path}: {number - left[path]} of {number} mutants noticed")
    noticed = len(mutants) - left.total()
    print(f"{noticed} of {len(mutants)} mutants noticed ({100 * noticed / max(len(mutants), 1):.1f} %)")
    return min(left.total(), 1)


if __name__ == "__main__":
    sys.exit(main())
