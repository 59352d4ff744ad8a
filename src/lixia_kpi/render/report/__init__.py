"""Evaluations for people: the sections of the document, each in its own file."""

from lixia_kpi.render.report.compose import report_document

__all__ = ["report_document"]
