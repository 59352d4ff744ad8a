"""The entry of the command `kpi` and of `python -m lixia_kpi`."""

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    gc.disable()  # a run is short and makes few cycles; collecting costs a tenth of it
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # starting threads takes time that no matrix here wins back
    try:
        from lixia_kpi.cli.app import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    gc.freeze()  # what is left goes back to the system as a whole; looking through it once more takes time too
    sys.exit(code)


if __name__ == "__main__":
    main()
