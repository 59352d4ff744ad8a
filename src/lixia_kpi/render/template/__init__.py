"""A form that departments fill in: as a workbook with checked cells, or as CSV."""
