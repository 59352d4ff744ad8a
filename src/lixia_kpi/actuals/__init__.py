"""Observed figures: read from CSV in the tidy or the wide form, and the best one of each year chosen."""
