"""How much of a panel could not be used as it stands, below its summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lixia_kpi.messages.catalogue import say
from lixia_kpi.messages.panel_faults import FAULTS, HEAD
from lixia_kpi.panel.faults import NOT_JUDGED, NOTICED
from lixia_kpi.render.width import wrap

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lixia_kpi.messages.catalogue import Lang

_WIDEST = 120


def render_fault_counts(counts: Mapping[str, int], *, listed: bool, lang: Lang, width: int | None) -> str:
    """Write how often each kind of fault was found; nothing where there was none.

    Parameters
    ----------
    counts
        by kind of fault.
    listed
        a file holds them one by one.
    lang, width
        as for the gap table.

    Examples
    --------
    >>> print(render_fault_counts({"gap": 1200, "no_target": 1}, listed=True, lang="en", width=None), end="")
    <BLANKLINE>
    Series not judged
      no target: 1
    Used, but worth a look
      years missing between the first and the last: 1,200
    """
    groups: dict[str, list[str]] = {"left_out": [], "not_judged": [], "noticed": []}
    for code, count in counts.items():
        if count:
            group = "not_judged" if code in NOT_JUDGED else "noticed" if code in NOTICED else "left_out"
            groups[group].append(say(HEAD, "count", lang, what=say(FAULTS, code, lang), count=f"{count:,}"))
    if not any(groups.values()):
        return ""
    room = min(width or _WIDEST, _WIDEST)
    lines = [""]
    for group, found in groups.items():
        if found:
            lines.append(say(HEAD, group, lang))
            lines += [f"  {line}" for text in found for line in wrap(text, room - 2, indent=2)]
    if not listed:
        lines += wrap(say(HEAD, "hint", lang), room)
    return "\n".join(lines) + "\n"
