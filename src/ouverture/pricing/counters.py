"""What was already taken from one person: by calendar year, by day, by day and professional; and what is still owed.

The year of a deduction is that of the repayment (D160-6, D160-10). Franchises are capped in euros: the order in which
sheets arrive cannot change a year's sum. Participations are capped in number, and they are not all of one value: which
of them count would then hang on the order of arrival. The text gives a number and does not say which. Here they count
in the order of the days of care, the larger first within one day: a late sheet changes dates and never the year's sum.
When it takes the place of a dearer one already taken, the difference is given back.
"""

from __future__ import annotations

from bisect import insort
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from ouverture.pricing.rows import Table, row

NO_LIMIT = 10**12
"""More cents than any sum: no cap is held for that day."""


class Participation(NamedTuple):
    """One participation that counts, in the order in which they count: ``less`` is its value in cents, negated."""

    care_on: date
    less: int
    professional: str


@dataclass(slots=True)
class Year:
    """The deductions of one calendar year: participations that count, and sums in cents.

    ``before``, ``before_cents``: participations counted before the first line, of which only number and sum are known.
    """

    before: int = 0
    before_cents: int = 0
    counting: list[Participation] = field(default_factory=list)
    participation_cents: int = 0
    franchise_cents: int = 0

    @property
    def participations(self) -> int:
        """How many participations were counted."""
        return self.before + len(self.counting)

    def told(self, participations: int, participation_cents: int, franchise_cents: int) -> None:
        """Put in what is said to have been counted before, when it is more than what is known here."""
        self.before = max(self.before, participations - len(self.counting))
        self.before_cents = max(self.before_cents, participation_cents - self.participation_cents)
        self.franchise_cents = max(self.franchise_cents, franchise_cents)

    def copy(self) -> Year:
        """The same, to be moved apart from this one."""
        return replace(self, counting=list(self.counting))

    def cut(self, cents: int) -> None:
        """Keep those that fit in a sum, the last one in part, and add them up."""
        total = 0
        for place, one in enumerate(self.counting):
            if total >= cents:
                del self.counting[place:]
                break
            total -= one.less
        self.participation_cents = max(0, min(total, cents))

    def with_professional(self, care_on: date, professional: str) -> list[Participation]:
        """Those of one day and professional, in their order."""
        return [one for one in self.counting if one.care_on == care_on and one.professional == professional]


@dataclass(slots=True)
class Counters:
    """The counters of one person. ``owed``: what could not be taken at once, in cents, for later repayments."""

    years: dict[int, Year] = field(default_factory=dict)
    of_day: dict[tuple[date, str], int] = field(default_factory=dict)
    owed: int = 0

    def copy(self) -> Counters:
        """The same, to be moved apart from these."""
        return Counters({of: year.copy() for of, year in self.years.items()}, dict(self.of_day), self.owed)

    def year(self, of: int) -> Year:
        """The counters of a calendar year, at zero when nothing was counted."""
        return self.years.setdefault(of, Year())

    def take(self, family: str, care_on: date, counted_in: date, professional: str, unit: int, most: int) -> int:
        """Count the deductions of one line at ``unit`` cents each, ``most`` cents in all; what they add to the year.

        Below zero when a participation of an earlier day of care takes the place of a dearer one: to be given back.
        """
        if family == "participation":
            return self._take_participations(care_on, counted_in, professional, unit, most)
        year, day = self.year(counted_in.year), (care_on, family)
        room = cap("deductions", "franchise_year", counted_in) - year.franchise_cents
        if family != "box":
            room = min(room, cap("deductions", f"{family}_day", care_on) - self.of_day.get(day, 0))
        cents = max(0, min(most, room))
        year.franchise_cents += cents
        self.of_day[day] = self.of_day.get(day, 0) + cents
        return cents

    def _take_participations(self, care_on: date, counted_in: date, professional: str, unit: int, most: int) -> int:
        year = self.year(counted_in.year)
        of_day = cap("counts", "participation_day", care_on) - self._elsewhere(year, care_on, professional)
        of_year = max(0, cap("counts", "participation_year", counted_in) - year.before)
        left = most
        for _ in range(min(-(-most // unit), of_day)):
            insort(year.counting, Participation(care_on, -min(unit, left), professional))
            left -= unit
            mine = year.with_professional(care_on, professional)
            if len(mine) > of_day:
                year.counting.remove(mine[-1])
            del year.counting[of_year:]
        sum_before = year.participation_cents
        year.cut(cap("deductions", "participation_year_euros", counted_in) - year.before_cents)
        return year.participation_cents - sum_before

    def _elsewhere(self, year: Year, care_on: date, professional: str) -> int:
        """Participations of that day and professional that count in another year: their repayment came in it."""
        others = (each for each in self.years.values() if each is not year)
        return sum(len(each.with_professional(care_on, professional)) for each in others)

    def recover(self, repaid: int) -> int:
        """Take what is owed from a repayment, as far as it goes (L160-13 II last al., D160-7); the cents taken."""
        taken = min(self.owed, repaid)
        self.owed -= taken
        return taken

    def give_back(self, cents: int) -> int:
        """Undo deductions of ``cents``: what is still owed is owed no more; the rest, returned, goes to the person."""
        from_owed = min(self.owed, cents)
        self.owed -= from_owed
        return cents - from_owed


def cap(table: Table, series: str, on: date) -> int:
    """A cap on a day, in cents or in number; ``NO_LIMIT`` for a day on which none is held."""
    found = row(table, series, on)
    return NO_LIMIT if found is None or found.value is None else found.value
