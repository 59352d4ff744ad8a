"""Rows to text, one format a file; no arithmetic of the subject."""
