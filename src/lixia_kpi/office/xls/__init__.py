"""Workbooks of Excel 95 to 2003: XLS, the format BIFF within a compound file."""

from lixia_kpi.office.xls.workbook import read_xls

__all__ = ["read_xls"]
