"""How properties are tested: the same examples every time in `make test`, many fresh ones in `make prove`."""

from __future__ import annotations

import os

from hypothesis import Phase, settings

settings.register_profile("default", deadline=None, derandomize=True, max_examples=50, database=None)
settings.register_profile(
    "prove", deadline=None, max_examples=2000, phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink)
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))
