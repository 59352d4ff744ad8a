"""Formulas over indicators: tokens with their column, the tree they form, the units it carries, its value."""
