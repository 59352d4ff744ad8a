"""Workbooks of Office Open XML: XLSX and XLSM, by whichever program."""

from lixia_kpi.office.xlsx.workbook import read_xlsx

__all__ = ["read_xlsx"]
