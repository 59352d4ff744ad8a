"""The entry of the command `kpi` and of `python -m lixia_kpi`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    try:
        import gc

        gc.disable()  # a run is short and makes few cycles; collecting costs a tenth of it
        from lixia_kpi.cli.app import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    main()
