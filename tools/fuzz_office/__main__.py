"""Read changed inputs until the time is up."""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from tools.fuzz_office.mutate import changed
from tools.fuzz_office.target import bound, packed, read_one, unpacked

if TYPE_CHECKING:
    from collections.abc import Callable

CORPUS = Path(__file__).parents[2] / "tests" / "data" / "office"
FOUND = Path("fuzz-found")
SUFFIXES = {
    "xlsx": (".xlsx", ".xlsm"),
    "xls": (".xls",),
    "ods": (".ods", ".fods"),
    "csv": (".csv",),
    "html": ("html_named_xls.xls",),
    "xml": ("xml_2003_named_xls.xls",),
}
_ARCHIVE = b"PK\x03\x04"
_LARGEST = 200_000


def seeds(kind: str) -> list[bytes]:
    """Take the files of one kind from the corpus, archives laid open."""
    inputs = []
    for path in sorted(CORPUS.rglob("*")):
        data = path.read_bytes() if path.name.endswith(SUFFIXES[kind]) else b""
        if data.startswith(_ARCHIVE):
            try:
                data = unpacked(data)
            except Exception:  # a seed that is broken stays as it is
                data = b""
        if 0 < len(data) < _LARGEST:
            inputs.append(data)
    return inputs


def as_file(data: bytes) -> bytes:
    """Pack what was laid open."""
    return packed(data) if b"\0--part--\0" in data[:20] else data


def plain(kind: str, seconds: float, seed: int) -> int:
    """Change inputs at random."""
    chance = random.Random(seed)
    inputs = seeds(kind)
    stop = time.monotonic() + seconds
    count = found = 0
    slowest = 0.0
    while time.monotonic() < stop:
        count += 1
        data = changed(chance.choice(inputs), inputs, chance)
        whole = as_file(data)
        if chance.random() < 0.1:
            whole = changed(whole, inputs, chance)
        begun = time.monotonic()
        try:
            read_one(whole)
        except BaseException as fault:
            if isinstance(fault, KeyboardInterrupt):
                raise
            found += 1
            keep(kind, whole, fault)
        slowest = max(slowest, time.monotonic() - begun)
    print(f"{kind}: {count} inputs, {found} findings, slowest {slowest:.2f} s, seed {seed}")
    return 1 if found else 0


def keep(kind: str, data: bytes, fault: BaseException) -> None:
    """Write a finding and say what it is."""
    FOUND.mkdir(exist_ok=True)
    name = f"{kind}-{type(fault).__name__}-{hashlib.sha256(data).hexdigest()[:12]}"
    (FOUND / name).write_bytes(data)
    print(f"{name}\n{''.join(traceback.format_exception(fault)[-4:])}", flush=True)


def guided(kind: str, seconds: float, seed: int) -> int:
    """Let atheris change inputs, towards lines not yet reached."""
    import atheris

    with atheris.instrument_imports(include=["lixia_kpi.office"]):
        import lixia_kpi.office.delimited
        import lixia_kpi.office.html_table
        import lixia_kpi.office.ods
        import lixia_kpi.office.xls
        import lixia_kpi.office.xlsx  # noqa: F401
    folder = FOUND / f"{kind}-corpus"
    folder.mkdir(parents=True, exist_ok=True)
    inputs = seeds(kind)

    def change(data: bytes, longest: int, number: int) -> bytes:
        chance = random.Random(number)
        own = chance.random() < 0.5
        return (changed(data, inputs, chance) if own else atheris.Mutate(data, longest))[:longest]

    for number, data in enumerate(inputs):
        (folder / f"{number:03d}").write_bytes(data)
    options = [f"-max_total_time={seconds:.0f}", f"-seed={seed}", f"-max_len={_LARGEST}", "-rss_limit_mb=1536"]
    options += ["-timeout=15", f"-artifact_prefix={FOUND}/{kind}-", "-print_final_stats=1", "-verbosity=0"]
    atheris.Setup([sys.argv[0], *options, str(folder)], _guided_input, custom_mutator=change)
    atheris.Fuzz()
    return 0


def _guided_input(data: bytes) -> None:
    read_one(as_file(data))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=SUFFIXES)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--guided", action="store_true")
    options = parser.parse_args()
    run: Callable[[str, float, int], int] = guided if options.guided else plain
    if not options.guided:
        bound()
    return run(options.kind, options.seconds, options.seed)


if __name__ == "__main__":
    sys.exit(main())
