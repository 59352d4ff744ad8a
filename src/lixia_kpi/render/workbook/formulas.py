"""The formulas of one row of the gap table, each over the cells it follows from.

Which cells they are depends on the path of the target, as in `assessment.cases`: a level compounds or runs in equal
steps from its baseline; a ratio, a rise or a sum runs from nothing; a bound and a state have no path. An undefined
figure is the empty text, never an error.
"""

from __future__ import annotations

from lixia_kpi.render.workbook.target_cells import TargetCells

STEPS = ("rise", "sum")


class GapFormulas(TargetCells):
    """Formulas on the sheet of the gap table."""

    # what is known

    def baseline(self) -> str:
        """The value of the base year."""
        cell = self.layout.value(self.row, self.base_year)
        return f'IF(ISNUMBER({cell}),{cell},"")'

    def latest_year(self) -> str:
        """The last year of the span that has a value."""
        values, years = self.values(), self.layout.year_headings(self.base_year + 1, self.due_year)
        return f'IF(COUNT({values})=0,"",SUMPRODUCT(MAX(ISNUMBER({values})*{years})))'

    def latest(self) -> str:
        """The value of that year."""
        t, y0 = self.gap("latest_year"), self.gap("baseline_year")
        return f'IF({t}="","",INDEX({self.values()},1,{t}-{y0}))'

    # rates

    def required_rate(self) -> str | None:
        """From the start to the goal."""
        b, target, n = self.gap("baseline"), self.gap("target"), self._span()
        if self.path == "compound":
            return f'IF(AND(N({b})>0,N({target})>0),100*(({target}/{b})^(1/{n})-1),"")'
        if self.path == "straight":
            return f'IF(ISNUMBER({b}),({target}-{b})/{n},"")'
        if self.path == "relative":
            goal = self.work("goal")
            return f'IF(N({goal})>0,100*({goal}^(1/{n})-1),"")'
        if self.path in STEPS:
            return f"{target}/{n}"
        return target if self.path == "bound" else None

    def actual_rate(self) -> str | None:
        """From the start to the latest value."""
        b, c, now = self.gap("baseline"), self.gap("latest"), self.work("now")
        m, broken = f"({self.gap('latest_year')}-{self.gap('baseline_year')})", self.work("broken")
        if self.path == "compound":
            return f'IF(AND({broken}=0,N({b})>0,N({c})>0),100*(({c}/{b})^(1/{m})-1),"")'
        if self.path == "straight":
            return f'IF(AND({broken}=0,ISNUMBER({b}),ISNUMBER({c})),({c}-{b})/{m},"")'
        if self.path == "relative":
            return f'IF(N({now})>0,100*({now}^(1/{m})-1),"")'
        return f'IF(ISNUMBER({now}),{now}/{m},"")' if self.path in STEPS else None

    def needed_rate(self) -> str | None:
        """From the latest value to the goal, as long as there is a year left."""
        c, target, now = self.gap("latest"), self.gap("target"), self.work("now")
        t, due = self.gap("latest_year"), self.gap("target_year")
        left, some_left = f"({due}-{t})", f"N({t})<{due}"
        if self.path == "compound":
            return f'IF(AND(N({c})>0,N({target})>0,{some_left}),100*(({target}/{c})^(1/{left})-1),"")'
        if self.path == "straight":
            return f'IF(AND(ISNUMBER({c}),{some_left}),({target}-{c})/{left},"")'
        if self.path == "relative":
            goal = self.work("goal")
            return f'IF(AND(N({now})>0,N({goal})>0,{some_left}),100*(({goal}/{now})^(1/{left})-1),"")'
        if self.path in STEPS:
            return f'IF(AND(ISNUMBER({now}),{some_left}),({target}-{now})/{left},"")'
        return f'IF({some_left},{target},"")' if self.path == "bound" else None

    # progress

    def elapsed(self) -> str:
        """Years gone of the years there are."""
        t, y0 = self.gap("latest_year"), self.gap("baseline_year")
        return f'IF({t}="","",({t}-{y0})/{self._span()})'

    def completion(self) -> str | None:
        """The share of the way that is covered; by logs where the way is compounded."""
        b, c, target, now = self.gap("baseline"), self.gap("latest"), self.gap("target"), self.work("now")
        floor = f"{self.work('met_at_baseline')}=0"
        whole = f"{self.work('broken')}=0,{floor}"
        if self.path == "compound":
            known = f"{whole},N({b})>0,N({c})>0,N({target})>0,{target}<>{b}"
            return f'IF(AND({known}),LN({c}/{b})/LN({target}/{b}),"")'
        if self.path == "straight":
            known = f"{whole},ISNUMBER({b}),ISNUMBER({c}),{target}<>{b}"
            return f'IF(AND({known}),({c}-{b})/({target}-{b}),"")'
        if self.path == "relative":
            goal = self.work("goal")
            return f'IF(AND({floor},N({now})>0,N({goal})>0,{goal}<>1),LN({now})/LN({goal}),"")'
        if self.path in STEPS:
            return f'IF(AND({floor},ISNUMBER({now}),{target}<>0),{now}/{target},"")'
        if self.path == "bound":
            held, seen = self.work("held_years"), self.work("observed_years")
            return f'IF({seen}>0,{held}/{seen},"")'
        return None

    def pace(self) -> str | None:
        """Completion over elapsed; none for a bound."""
        if self.path in ("bound", "state"):
            return None
        done, elapsed = self.gap("completion"), self.gap("elapsed")
        return f'IF(AND(ISNUMBER({done}),N({elapsed})>0),{done}/{elapsed},"")'

    # outlook

    def projected(self) -> str:
        """What was observed in the target year, where the projection is that."""
        t, y0, now = self.gap("latest_year"), self.gap("baseline_year"), self.work("now")
        if self.form == "growth":
            return f'IF(N({now})>0,100*({now}^(1/({t}-{y0}))-1),"")'
        if self.path == "relative":
            return f'IF(ISNUMBER({now}),100*({now}-1),"")'
        return f'IF(ISNUMBER({now}),{now},"")'

    def average_so_far(self) -> str:
        """The average growth so far, in percent a year."""
        now, t, y0 = self.work("now"), self.gap("latest_year"), self.gap("baseline_year")
        return f"(100*({now}^(1/({t}-{y0}))-1))"

    def shortfall(self) -> str | None:
        """Projected minus target, for ranks latest minus target, turned round where down is better."""
        if self.form == "milestone":
            return None
        value, target, sign = self.gap("projected"), self.gap("target"), self.work("sign")
        if self.path == "state":
            value = self.gap("latest")
        return f'IF(ISNUMBER({value}),{sign}*({value}-{target}),"")'

    def _span(self) -> str:
        return f"({self.gap('target_year')}-{self.gap('baseline_year')})"
