"""The grounds in the order in which they are tried. The first that holds is the answer.

Tiers say why one goes before another; inside a tier no two grounds may give different outcomes to the same person,
which the enumeration of every combination checks.
"""

from ouverture.law.grounds import (
    abroad,
    another_state,
    covered_elsewhere,
    minors,
    residence,
    special_schemes,
    territories,
    wait,
    without_stay,
    work,
)
from ouverture.rules.rulebook import Ground

GROUNDS: tuple[Ground, ...] = (
    *minors.GROUNDS,
    *territories.GROUNDS,
    *covered_elsewhere.GROUNDS,
    *another_state.GROUNDS,
    *work.GROUNDS,
    *special_schemes.GROUNDS,
    *residence.GROUNDS,
    *wait.GROUNDS,
    *without_stay.GROUNDS,
    *abroad.PENSIONERS,
    *territories.IN_MONACO,
    *abroad.GROUNDS,
)
