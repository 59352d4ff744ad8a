"""The style and the script that every page carries, and the policy that allows these two and nothing else."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from pkgutil import get_data

from lixia_kpi.render.markup import Html

STYLE, SCRIPT = "page.css", "page.js"

ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath fill='%230b3d6e' "
    "d='M1 9h3v6H1zM6 5h3v10H6zM11 1h3v14h-3z'/%3E%3C/svg%3E"
)
"""Three bars, as an address that holds the picture itself."""


def asset(name: str, *, package: str = __package__) -> Html:
    """Read a file that stands beside this module or in another package; it is written into the page as it is."""
    data = get_data(package, name)
    if data is None:
        raise FileNotFoundError(name)
    return Html(data.decode("utf-8").replace("\r\n", "\n"))


def content_policy(style: str, script: str) -> str:
    """Write the Content-Security-Policy of a page: nothing is loaded, only this style and this script are used.

    >>> content_policy("", "")
    "default-src 'none'; img-src data:; style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; \
script-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; base-uri 'none'; form-action 'none'"
    """
    return (
        f"default-src 'none'; img-src data:; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(content: str) -> str:
    return "sha256-" + b64encode(sha256(content.encode()).digest()).decode("ascii")
