"""The day an age is reached, and the two days that are held for a person born on 29 February."""

from datetime import date

from ouverture.clock.period import add_years

LEAP_DAY = (2, 29)


def birthday(born: date, years: int) -> tuple[date, date]:
    """The first and the last day that may be the one on which the age is reached: the same but for a leap day.

    In a year without 29 February the law does not say whether it is 28 February or 1 March (an age is not a time limit:
    article 641 of the code de procédure civile does not settle it).
    """
    first = add_years(born, years)
    moved = (born.month, born.day) == LEAP_DAY and first.day != born.day
    return first, date(first.year, 3, 1) if moved else first
