"""Text to nodes: places, duplicates, what is refused, and the same from both parsers."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from lixia_kpi.plan import faults, nodes
from lixia_kpi.plan.nodes import Mapping, Refused, Scalar, Sequence, read_nodes

LOADERS = [yaml.SafeLoader, nodes.LOADER]


def plain(node):
    if isinstance(node, Scalar):
        return (node.text, bool(node.style), node.line, node.column)
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    if isinstance(node, Refused):
        return "refused"
    return {key: plain(value) for key, (_, value) in node.entries.items()}


def said(problems):
    return [(p.code, p.place.line, p.place.column) for p in problems]


def test_the_parser_is_the_one_in_c():
    assert nodes.LOADER is yaml.CSafeLoader


@pytest.mark.parametrize("loader", LOADERS)
class TestTree:
    def read(self, text, loader, monkeypatch):
        monkeypatch.setattr(nodes, "LOADER", loader)
        return read_nodes(text, file="a.yaml")

    def test_values_are_kept_as_written_with_their_places(self, loader, monkeypatch):
        text = "a: NO\n数值: [1.50, '12:30']\n𠮷: {b: 2020-01-01}\n"
        root, problems = self.read(text, loader, monkeypatch)
        assert problems == []
        assert plain(root) == {
            "a": ("NO", False, 1, 4),
            "数值": [("1.50", False, 2, 6), ("12:30", True, 2, 12)],
            "𠮷": {"b": ("2020-01-01", False, 3, 8)},
        }

    def test_core_tags_are_read_and_others_refused(self, loader, monkeypatch):
        core = "a: !!str 5\nb: !!int 5\nc: ! x\nd: !!map {}\ne: !!seq []\n"
        text = core + "f: !!set {}\ng: !!timestamp 2020-01-01\nh: !!seq {}\n"
        root, problems = self.read(text, loader, monkeypatch)
        assert said(problems) == [("yaml_tag", 6, 4), ("yaml_tag", 7, 4), ("yaml_tag", 8, 4)]
        found = plain(root)
        assert found["a"] == ("5", True, 1, 4)
        assert found["b"] == ("5", False, 2, 4)
        assert found["c"][1] is True
        assert (found["d"], found["e"]) == ({}, [])
        assert [found[key] for key in "fgh"] == ["refused"] * 3

    def test_the_second_equal_key_names_the_first_and_is_dropped(self, loader, monkeypatch):
        root, problems = self.read("a: 1\nb:\n  c: 2\n  c: {d: 3, d: 4}\na: 5\n", loader, monkeypatch)
        assert said(problems) == [("duplicate_key", 4, 3), ("duplicate_key", 4, 13), ("duplicate_key", 5, 1)]
        assert dict(problems[0].details) == {"key": "c", "first_line": 3, "first_column": 3}
        assert plain(root) == {"a": ("1", False, 1, 4), "b": {"c": ("2", False, 3, 6)}}

    def test_aliases_are_reported_and_never_expanded(self, loader, monkeypatch):
        root, problems = self.read("a: &x [1, 2]\nb: *x\nc: &y 3\n", loader, monkeypatch)
        assert said(problems) == [("yaml_anchor", 1, 4), ("yaml_alias", 2, 4), ("yaml_anchor", 3, 4)]
        assert plain(root)["b"] == "refused"
        assert plain(root)["c"] == ("3", False, 3, 4)

    def test_a_merge_key_hides_what_it_may_hold(self, loader, monkeypatch):
        root, problems = self.read("<<: {a: 1}\n'<<': 2\n", loader, monkeypatch)
        assert said(problems) == [("yaml_merge_key", 1, 1)]
        assert isinstance(root, Mapping)
        assert root.partial
        assert list(root.entries) == ["<<"]

    def test_a_collection_is_no_key(self, loader, monkeypatch):
        root, problems = self.read("{a}: 1\n", loader, monkeypatch)
        assert said(problems) == [("yaml_complex_key", 1, 1)]
        assert plain(root) == {}

    def test_one_file_is_one_document(self, loader, monkeypatch):
        root, problems = self.read("a: 1\n---\nb: 2\n", loader, monkeypatch)
        assert said(problems) == [("yaml_documents", 2, 1)]
        assert plain(root) == {"a": ("1", False, 1, 4)}

    @pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "---\n...\n"])
    def test_nothing_is_said_to_be_nothing(self, loader, monkeypatch, text):
        root, problems = self.read(text, loader, monkeypatch)
        assert root is None
        assert said(problems) == [("empty_file", 0, 0)]

    def test_nesting_has_an_end(self, loader, monkeypatch):
        assert self.read("[" * 20 + "]" * 20, loader, monkeypatch)[1] == []
        root, problems = self.read("[" * 21 + "]" * 21, loader, monkeypatch)
        assert root is None
        assert said(problems) == [("nested_too_deep", 1, 21)]

    def test_values_have_an_end(self, loader, monkeypatch):
        monkeypatch.setattr(nodes, "MAX_NODES", 5)
        assert self.read("[a, b, c, d]", loader, monkeypatch)[1] == []
        root, problems = self.read("[a, b, c, d, e]", loader, monkeypatch)
        assert root is None
        assert said(problems) == [("too_many_values", 1, 14)]

    def test_faults_have_an_end(self, loader, monkeypatch):
        monkeypatch.setattr(faults, "MAX_FAULTS", 3)
        root, problems = self.read("a: 1\n" * 10, loader, monkeypatch)
        assert root is None
        assert [code for code, _, _ in said(problems)] == ["duplicate_key"] * 3 + ["too_many_faults"]


YAML_LIKE = st.text(alphabet="ab01:-,?!&*#|>%@`'\"[]{}<=~ \n\t：\\xu.é万\u2028\x85", max_size=60)


@settings(max_examples=150, deadline=None)
@given(YAML_LIKE, st.sampled_from(LOADERS))
def test_any_text_becomes_nodes_or_problems(text, loader):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(nodes, "LOADER", loader)
        root, problems = read_nodes(text, file="a.yaml")
    assert root is not None or problems


@settings(max_examples=100, deadline=None)
@given(
    st.recursive(
        st.text("abc 1", min_size=1, max_size=3),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", min_size=1, max_size=2), inner, max_size=3)
        ),
        max_leaves=8,
    )
)
def test_what_is_written_is_what_is_read(value):
    def bare(node):
        if isinstance(node, Scalar):
            return node.text
        if isinstance(node, Sequence):
            return [bare(item) for item in node.items]
        return {key: bare(entry) for key, (_, entry) in node.entries.items()}

    text = yaml.safe_dump(value, default_style="'", allow_unicode=True)
    root, problems = read_nodes(text, file="a.yaml")
    assert problems == []
    assert bare(root) == value
