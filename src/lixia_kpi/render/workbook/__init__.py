"""An evaluation as a workbook: every figure with its formula, every formula with its cells, every cell with its source.

One sheet a file. Positions are laid out first (`layout`), so that a formula can name any cell; formulas are written by
`formulas`, one question a file; nothing is computed here: a formula is written with the value that the program found.
"""

from lixia_kpi.render.workbook.render import render_workbook

__all__ = ["render_workbook"]
