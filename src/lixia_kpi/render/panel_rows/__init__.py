"""Rows of a panel to bytes while they come, one format a file; all need pyarrow."""
