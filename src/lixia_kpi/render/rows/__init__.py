"""Rows of targets under headings: what the gap table and the listings have in common."""
