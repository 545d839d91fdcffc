"""What was already taken from one person: by calendar year, by day, by day and professional; and what is still owed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ouverture.pricing.rows import Table, row

NO_LIMIT = 10**12
"""More cents than any sum: no cap is held for that day."""


@dataclass(slots=True)
class Year:
    """Participations in number and in cents, franchises in cents, of one calendar year."""

    participations: int = 0
    participation_cents: int = 0
    franchise_cents: int = 0


@dataclass(slots=True)
class Counters:
    """The counters of one person. ``owed``: what could not be taken at once, in cents, for later repayments."""

    years: dict[int, Year] = field(default_factory=dict)
    with_professional: dict[tuple[date, str], int] = field(default_factory=dict)
    of_day: dict[tuple[date, str], int] = field(default_factory=dict)
    owed: int = 0

    def year(self, of: int) -> Year:
        """The counters of a calendar year, at zero when nothing was counted."""
        return self.years.setdefault(of, Year())

    def room(self, family: str, care_on: date, counted_in: date, professional: str, unit: int, quantity: int) -> int:
        """How many cents may still be taken for ``quantity`` acts at ``unit`` cents, under every cap."""
        wanted, year = unit * quantity, self.year(counted_in.year)
        if family == "participation":
            with_them = self.with_professional.get((care_on, professional), 0)
            number = min(
                quantity,
                cap("counts", "participation_day", care_on) - with_them,
                cap("counts", "participation_year", counted_in) - year.participations,
            )
            in_euros = cap("deductions", "participation_year_euros", counted_in) - year.participation_cents
            return max(0, min(number * unit, in_euros))
        left = cap("deductions", "franchise_year", counted_in) - year.franchise_cents
        if family != "box":
            left = min(left, cap("deductions", f"{family}_day", care_on) - self.of_day.get((care_on, family), 0))
        return max(0, min(wanted, left))

    def take(self, family: str, care_on: date, counted_in: date, professional: str, unit: int, cents: int) -> None:
        """Count a deduction of ``cents``; a participation taken in part counts for one."""
        if not cents:
            return
        year = self.year(counted_in.year)
        if family == "participation":
            number = -(-cents // unit)
            year.participations += number
            year.participation_cents += cents
            place = (care_on, professional)
            self.with_professional[place] = self.with_professional.get(place, 0) + number
            return
        year.franchise_cents += cents
        day = (care_on, family)
        self.of_day[day] = self.of_day.get(day, 0) + cents

    def recover(self, repaid: int) -> int:
        """Take what is owed from a repayment, as far as it goes (L160-13 II last al., D160-7); the cents taken."""
        taken = min(self.owed, repaid)
        self.owed -= taken
        return taken


def cap(table: Table, series: str, on: date) -> int:
    """A cap on a day, in cents or in number; ``NO_LIMIT`` for a day on which none is held."""
    found = row(table, series, on)
    return NO_LIMIT if found is None or found.value is None else found.value
