"""Fuzzes the readers with atheris, each for a while, and keeps what breaks one: `python tests/prove/fuzz.py --help`.

atheris (3.0 or later) is installed by hand; the program is not part of `make prove`, which replays what was found.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

TESTS = Path(__file__).parent.parent
LONGEST_RUN = 20
"""Seconds for one input before it counts as a hang."""
MEMORY = 1536
"""MB for the whole process before it counts as a leak."""


def main() -> int:
    parser = argparse.ArgumentParser(description="Fuzz the readers one after the other.")
    parser.add_argument("names", nargs="*", help="targets of fuzz_targets.py; all when absent")
    parser.add_argument("--seconds", type=int, default=600, help="for each target")
    parser.add_argument("--keep", type=Path, default=Path("fuzz-found"), help="folder for inputs that break one")
    parser.add_argument("--bytes", type=int, default=4096, help="longest input")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    sys.path.insert(0, str(TESTS))
    arguments.keep.mkdir(parents=True, exist_ok=True)
    if arguments.inside:
        return fuzz(arguments.names[0], arguments.seconds, arguments.keep.resolve(), arguments.bytes)
    broken = 0
    for name in arguments.names or _names():
        own = ["--seconds", str(arguments.seconds), "--keep", str(arguments.keep), "--bytes", str(arguments.bytes)]
        print(f"== {name}", flush=True)
        broken += subprocess.run([sys.executable, __file__, name, "--inside", *own], check=False).returncode != 0
        found = sorted(path.name for path in arguments.keep.glob(f"{name}-*"))
        print(f"== {name}: {len(found)} found {found}", flush=True)
        broken += bool(found)
    return min(broken, 1)


def fuzz(name: str, seconds: int, keep: Path, longest: int) -> int:
    """Fuzz one target; libFuzzer ends the process."""
    import atheris

    with atheris.instrument_imports(include=["lixia_kpi"]):
        from prove.fuzz_targets import READERS, seeds
    corpus = Path(tempfile.mkdtemp(prefix="kpi-corpus-"))
    for number, seed in enumerate(seeds(name)):
        (corpus / f"seed-{number}").write_bytes(seed)
    settings = [f"-max_total_time={seconds}", f"-timeout={LONGEST_RUN}", f"-rss_limit_mb={MEMORY}"]
    settings += [f"-max_len={longest}", f"-artifact_prefix={keep}/{name}-", "-print_final_stats=1", "-verbosity=0"]
    atheris.Setup([name, *settings, str(corpus)], keeping(READERS[name], name, keep))
    atheris.Fuzz()
    return 0


def keeping(read: Callable[[bytes], None], name: str, keep: Path) -> Callable[[bytes], None]:
    """Call a reader; the first input for each kind of break is kept, and the fuzzing goes on."""
    seen: set[str] = set()

    def call(data: bytes) -> None:
        try:
            read(data)
        except Exception as fault:
            last = traceback.extract_tb(fault.__traceback__)[-1]
            kind = f"{type(fault).__name__} {Path(last.filename).name}:{last.lineno}"
            if kind in seen:
                return
            seen.add(kind)
            (keep / f"{name}-{hashlib.sha256(data).hexdigest()[:12]}").write_bytes(data)
            print(f"{kind}: {fault!s:.300}\n  {data!r:.300}", flush=True)

    return call


def _names() -> list[str]:
    from prove.fuzz_targets import READERS

    return list(READERS)


if __name__ == "__main__":
    raise SystemExit(main())
