"""YAML documents as people write them, for properties."""

from __future__ import annotations

from hypothesis import strategies as st

COMMENTS = st.sampled_from(["", " # 注", "  # why: 'x' {y}"])
CHARACTERS = "ab中亿 '\"#:,-{}[]>|&*!%@`~?=1.0é𝒳\\"
WORDS = st.text(st.sampled_from(CHARACTERS), min_size=1, max_size=12).map(str.strip).filter(bool)
PLAIN = ("x", "2600", "1910.41", "亿元", "true", "~", "a b", "2022-08-06", "!!str 5")


@st.composite
def scalars(draw):
    """A scalar as somebody may write it: plain, in quotes of either kind."""
    word = draw(WORDS)
    single, double = word.replace("'", "''"), word.replace("\\", "\\\\").replace('"', '\\"')
    return draw(st.sampled_from([*PLAIN, f"'{single}'", f'"{double}"']))


@st.composite
def fields(draw, begin, inner):
    """The lines of one key: a scalar, a flow mapping, a block, a list, nothing, a scalar over two lines."""
    kind = draw(st.sampled_from(["scalar", "flow", "block", "items", "empty", "wrapped"]))
    comment = draw(COMMENTS)
    if kind == "scalar":
        return [begin + draw(st.sampled_from([" ", "   "])) + draw(scalars()) + comment]
    if kind == "flow":
        pairs = ", ".join(f"k{i}: {draw(scalars())}" for i in range(draw(st.integers(1, 3))))
        return [f"{begin} {draw(st.sampled_from(['{%s}', '{ %s }', '{%s ,}'])) % pairs}{comment}"]
    if kind == "block":
        mark = draw(st.sampled_from(["|", ">", "|-", ">-", "|+"]))
        text = [f"{inner}text {i}" for i in range(draw(st.integers(1, 2)))]
        return [f"{begin} {mark}{comment}", *text, *draw(st.lists(st.just(""), max_size=2))]
    if kind == "items":
        return [begin, *(f"{inner}- {draw(scalars())}{draw(COMMENTS)}" for _ in range(2))]
    if kind == "wrapped":
        return [f"{begin} 'one", f"{inner}  two'{comment}"]
    return [begin + comment]


@st.composite
def documents(draw):
    """A list of records, any indentation, with comments and blank lines between."""
    gap = draw(st.sampled_from(["", "  ", "    "]))
    lines = draw(st.lists(st.sampled_from(["# head", "", "  # indented"]), max_size=2))
    lines.append(f"list:{draw(COMMENTS)}")
    for _ in range(draw(st.integers(1, 3))):
        lines.append(f"{gap}- id: {draw(scalars())}{draw(COMMENTS)}")
        for key in draw(st.lists(st.sampled_from("abcde"), unique=True, max_size=4)):
            lines += draw(fields(f"{gap}  {key}:", f"{gap}    "))
        lines += draw(st.lists(st.sampled_from(["", "# between"]), max_size=1))
    return draw(st.sampled_from(["\n", "\r\n", "\r"])).join(lines) + draw(st.sampled_from(["", "\n"]))
