"""The grounds in the order in which they are tried. The first that holds is the answer.

Tiers say why one goes before another; inside a tier no two grounds may give different outcomes to the same person,
which the enumeration of every combination checks.
"""

from ouverture.law.ceseda.l411_1 import minor_needs_no_permit
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
from ouverture.law.grounds.writing import doubted
from ouverture.rules.rulebook import Doubt, Ground
from ouverture.text import Text

_BEFORE_18 = Doubt(
    minor_needs_no_permit.holds,
    Text(
        "Avant 18 ans, aucun titre de séjour n'est demandé (CESEDA L411-1) : votre travail ou votre inscription peut "
        "vous couvrir dès maintenant. Demandez à la caisse une décision écrite.",
        "Before 18, no residence permit is asked (CESEDA L411-1): your work or your enrolment may cover you now. Ask "
        "the caisse for a written decision.",
    ),
)
"""For a minor at work or at school, what rests on a document that is missing: no text held settles it."""

_IN_THEIR_ORDER: tuple[Ground, ...] = (
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

GROUNDS = doubted(_IN_THEIR_ORDER, _BEFORE_18, tiers=(wait.PENDING, without_stay.AID), beginning=work.WITHOUT_A_PERMIT)
