"""Changes to an input: bytes, numbers, pieces cut, doubled or moved, and pieces of other inputs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

_NUMBER = re.compile(rb"\d+(?:\.\d+)?")
_TAG = re.compile(rb"<[^<>]{1,300}>")
_NUMBERS = (b"0", b"-1", b"1", b"65535", b"65536", b"1048576", b"1048577", b"16384", b"4294967295", b"9" * 20, b"1e308",
            b"1e-320", b"nan", b"inf", b"", b"0x10", b"1_0", "１２".encode(), b"2958466", b"-0.0")  # fmt: skip
_WORDS = (b"\xff\xff", b"\0\0", b"\xff\xff\xff\x7f", b"\xfe\xff\xff\xff", b"\0\0\0\x80", b"\x3c\0", b"\x0a\0\0\0",
          b"\x09\x08", b'"', b"\n", b",", b"<", b">", b"&#0;", b"&amp;", b"<!--", b"<!DOCTYPE a>", b"]]>", b"_x000D_",
          b"\xef\xbb\xbf", "亿元".encode(), "亿元".encode("gb18030"), b"\xd8\x00", b"xmlns:a=''")  # fmt: skip


def changed(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    """Apply one to eight changes."""
    result = data
    for _ in range(chance.choice((1, 1, 2, 3, 5, 8))):
        result = chance.choice(_CHANGES)(result, others, chance)
    return result[:2_000_000]


def _bytes(data: bytes, _others: Sequence[bytes], chance: random.Random) -> bytes:
    changed_bytes = bytearray(data or b"\0")
    for _ in range(chance.choice((1, 2, 4))):
        changed_bytes[chance.randrange(len(changed_bytes))] = chance.choice(
            (0, 1, 127, 128, 255, chance.randrange(256))
        )
    return bytes(changed_bytes)


def _word(data: bytes, _others: Sequence[bytes], chance: random.Random) -> bytes:
    at, word = chance.randrange(len(data) + 1), chance.choice(_WORDS)
    return data[:at] + word + data[at + chance.choice((0, len(word))) :]


def _number(data: bytes, _others: Sequence[bytes], chance: random.Random) -> bytes:
    found = _some(_NUMBER, data, chance)
    return data[: found.start()] + chance.choice(_NUMBERS) + data[found.end() :] if found else data


def _tag(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    found, other = _some(_TAG, data, chance), _some(_TAG, chance.choice((*others, data)), chance)
    if found is None or other is None:
        return data
    return (
        data[: found.start()] + chance.choice((other[0], other[0] + found[0], b"", found[0] * 3)) + data[found.end() :]
    )


def _some(pattern: re.Pattern[bytes], data: bytes, chance: random.Random) -> re.Match[bytes] | None:
    start = chance.randrange(len(data) + 1)
    return pattern.search(data, start) or pattern.search(data)


def _span(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.choice((1, 4, 16, 64, 512, 4096)))


def _cut(data: bytes, _others: Sequence[bytes], chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    return data[:start] + data[end:]


def _double(data: bytes, _others: Sequence[bytes], chance: random.Random) -> bytes:
    start, end = _span(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 2, 50)) + data[end:]


def _end(data: bytes, _others: Sequence[bytes], chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _graft(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    other = chance.choice(others)
    start, end = _span(other, chance)
    at = chance.randrange(len(data) + 1)
    return data[:at] + other[start:end] + data[at + chance.choice((0, end - start)) :]


_CHANGES = (_bytes, _bytes, _word, _number, _number, _tag, _tag, _cut, _double, _graft, _end)
