"""How good projections have been: rolling origins over series that are known, scored against what happened.

The room knows arrays of series, years and targets; no indicator, file or language.
"""

from lixia_kpi.backtest.panel import Panel
from lixia_kpi.backtest.run import Backtest, backtest

__all__ = ["Backtest", "Panel", "backtest"]
