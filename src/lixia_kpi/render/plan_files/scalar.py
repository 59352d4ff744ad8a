"""Texts as YAML scalars: plain where that is safe, quoted where it is not."""

from __future__ import annotations

import yaml


def scalar(text: str) -> str:
    """Write a text as a scalar of one line that every reader of YAML takes for the same text.

    Parameters
    ----------
    text
        without line breaks.

    Examples
    --------
    >>> scalar("Women in management"), scalar("%"), scalar(">="), scalar("2020=100"), scalar("yes")
    ('Women in management', "'%'", "'>='", '2020=100', "'yes'")
    """
    plain = yaml.safe_dump(text, allow_unicode=True, width=float("inf"), default_style=None)
    return plain.removesuffix("\n").removesuffix("\n...").strip()
