"""Workbooks of OpenDocument: ODS, and the same in one XML file."""

from lixia_kpi.office.ods.workbook import read_flat_ods, read_ods

__all__ = ["read_flat_ods", "read_ods"]
