"""Where a workbook cannot be written the command says so before it computes anything."""

from __future__ import annotations

import io
import sys

import pytest

from lixia_kpi.cli import workbook_result
from lixia_kpi.cli.failure import sentence
from lixia_kpi.cli.options import DocumentOutput
from lixia_kpi.errors import UsageError


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_missing_library_is_answered_with_the_line_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_result, "find_spec", lambda name: None)
    with pytest.raises(UsageError) as caught:
        workbook_result.check_workbook(DocumentOutput(output="a.xlsx"))
    assert "pip install 'lixia-kpi[office]'" in sentence(caught.value, "en")
    assert "pip install 'lixia-kpi[office]'" in sentence(caught.value, "zh")


def test_a_terminal_gets_no_bytes_of_a_workbook(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Terminal())
    with pytest.raises(UsageError) as caught:
        workbook_result.check_workbook(DocumentOutput())
    assert "--output" in sentence(caught.value, "en")
    workbook_result.check_workbook(DocumentOutput(output="a.xlsx"))


def test_a_pipe_gets_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    workbook_result.check_workbook(DocumentOutput())
