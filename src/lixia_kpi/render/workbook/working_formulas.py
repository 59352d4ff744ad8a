"""The formulas of one row of the workings: what the rates and the status of the gap table rest on."""

from __future__ import annotations

from lixia_kpi.render.workbook.target_cells import TargetCells

LEVELS = ("compound", "straight")
_HERE = "workings"


class WorkingFormulas(TargetCells):
    """Formulas on the sheet of workings."""

    def gap(self, column: str, *, inside: str = _HERE) -> str:
        """Name a cell of the gap table, as seen from the workings."""
        return super().gap(column, inside=inside)

    def work(self, column: str, *, inside: str = _HERE) -> str:
        """Name a cell of the workings."""
        return super().work(column, inside=inside)

    def goal(self) -> str:
        """Where the path ends."""
        target, n = self.gap("target"), self.work("span")
        if self.form == "growth":
            return f'IF({target}>-100,(1+{target}/100)^{n},"")'
        return f"1+{target}/100" if self.path == "relative" else target

    def now(self) -> str:
        """How far the path has come: a ratio, a rise or a sum where the path is one, else the latest value."""
        b, c = self.gap("baseline"), self.gap("latest")
        t, y0 = self.gap("latest_year"), self.gap("baseline_year")
        values, broken = self.values(), self.work("broken")
        if self.path in ("relative", "rise") and not self.changes:
            difference = f"{c}/{b}" if self.path == "relative" else f"{c}-{b}"
            known = f"N({b})>0" if self.path == "relative" else f"ISNUMBER({b})"
            return f'IF(AND({broken}=0,ISNUMBER({c}),{known}),{difference},"")'
        if self.path == "relative":
            chained = f"EXP(SUMPRODUCT(LN(1+{values}/100)))"
            return f'IF({t}="","",IF(COUNT({values})<{t}-{y0},"",IFERROR({chained},"")))'
        if self.path == "rise" or self.flows:
            whole = f'IF(COUNT({values})<{t}-{y0},"",SUM({values}))'
            return f'IF({t}="","",IF({broken}=1,"",{whole}))'
        return f'IF(OR({t}="",{broken}=1),"",{c})' if self.path == "sum" else f'IF({t}="","",{c})'

    def compared(self) -> str | None:
        """What is set against the target: the path now, put into percent where the target is."""
        if self.path == "bound":
            return None
        now, n = self.work("now"), self.work("span")
        if self.form == "growth":
            return f'IF(N({now})>0,100*({now}^(1/{n})-1),"")'
        return f'IF(ISNUMBER({now}),100*({now}-1),"")' if self.path == "relative" else f'IF(ISNUMBER({now}),{now},"")'

    def broken(self) -> str | None:
        """Whether a break lies between the start and the latest value of a path that begins at a level or is a sum."""
        if not (self.from_levels or self.path == "sum"):
            return None
        year, t = self.work("break_year"), self.gap("latest_year")
        y0 = self.gap("baseline_year") + ("+1" if self.path == "sum" else "")
        return f"IF(AND(ISNUMBER({year}),ISNUMBER({t}),N({year})>{y0},N({year})<=N({t})),1,0)"

    def observed_years(self) -> str:
        """How many years of the span have a value."""
        return f"COUNT({self.values()})"

    def held_years(self) -> str | None:
        """In how many of them the bound held."""
        if self.path != "bound":
            return None
        values = self.values()
        return f"SUMPRODUCT(ISNUMBER({values})*{self._holds(values)})"

    def met_at_baseline(self) -> str | None:
        """Whether the baseline satisfies the target; a ratio, a rise or a sum starts from nothing."""
        if self.path in LEVELS:
            b = self.gap("baseline")
            return f"IF(ISNUMBER({b}),{self._holds(b, rounded=False)},0)"
        return None if self.path in ("bound", "state") else self._holds("0", rounded=False)

    def met(self) -> str:
        """Whether the latest value satisfies the target."""
        if self.path == "bound":
            seen, held = (self.work(column) for column in ("observed_years", "held_years"))
            return f"IF(AND({seen}={self.work('span')},{held}={seen}),1,0)"
        if self.flows and self.upward:  # what is known may reach a total though a year is missing
            values = self.values()
            return f"IF(COUNT({values})=0,0,{self._holds(f'SUM({values})')})"
        value = self.work("compared")
        known = f"ISNUMBER({value})"
        if self.form == "growth":
            known = f"AND({known},{self.work('final')}=1)"
        return f"IF({known},{self._holds(value)},0)"

    def final(self) -> str:
        """Whether the target year is observed."""
        t, due = self.gap("latest_year"), self.gap("target_year")
        return f"IF(N({t})={due},1,0)"

    def span_years(self) -> str:
        """Years from the base year to the target year."""
        due, y0 = self.gap("target_year"), self.gap("baseline_year")
        return f"{due}-{y0}"

    def required_growth(self) -> str | None:
        """The yearly growth that a total asks for: from the total before, else from the flow of the base year."""
        if self.path != "sum":
            return None
        target, b = self.gap("target"), self.gap("baseline")
        n, before = self.work("span"), self.work("previous_total")
        from_flow = f'IF(AND(N({b})>0,{target}>0),IFERROR({self._growth_of_flows()},""),"")'
        if self.due_year - self.base_year != 5:
            return from_flow
        return (
            f'IF(ISNUMBER({before}),IF(AND({before}>0,{target}>0),100*(({target}/{before})^(1/{n})-1),""),{from_flow})'
        )

    def _growth_of_flows(self) -> str:
        """The growth at which the flows add up to the target: RATE, and one of Newton's steps from there.

        RATE stops at 1e-7; the step from there doubles its digits.
        """
        target, b, n = self.gap("target"), self.gap("baseline"), self.due_year - self.base_year
        growth = f"RATE({self.work('span')},-{b},0,{target},1)"
        years = "{" + ",".join(str(year) for year in range(1, n + 1)) + "}"
        excess = f"{b}*SUMPRODUCT((1+{growth})^{years})-{target}"
        slope = f"{b}*SUMPRODUCT({years}*(1+{growth})^({years}-1))"
        return f"100*({growth}-({excess})/({slope}))"

    def target_level(self) -> str | None:
        """The level that a growth, a change or a rise amounts to."""
        if self.path not in ("relative", "rise") or self.changes:
            return None
        b, goal = self.gap("baseline"), self.work("goal")
        both = f"{b}*{goal}" if self.path == "relative" else f"{b}+{goal}"
        return f'IF(AND(ISNUMBER({b}),ISNUMBER({goal})),{both},"")'

    def gap_percent(self, measure: str) -> str | None:
        """The gap in percent of the target; none where a percentage of percentages would be read."""
        if measure in ("share", "rate", "rank") or self.form == "milestone":
            return None
        gap, target = self.gap("gap"), self.gap("target")
        return f'IF(AND(ISNUMBER({gap}),{target}<>0),100*{gap}/ABS({target}),"")'

    def _holds(self, value: str, *, rounded: bool = True) -> str:
        return self.holds(value, inside=_HERE, rounded=rounded)
