"""Figures from departments taken in: whatever workbook or CSV they have, read, matched to the plan and compared."""
