"""The evaluation of a plan: every target with its outcome, counted as evaluations count."""

from lixia_kpi.tables.report.build import ReportChoice, evaluation_report
from lixia_kpi.tables.report.model import EvaluationReport, Item
from lixia_kpi.tables.report.record import report_record

__all__ = ["EvaluationReport", "Item", "ReportChoice", "evaluation_report", "report_record"]
