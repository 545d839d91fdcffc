"""Algerian spouses with a short-stay visa: an ameli expert lists it, the order of 2017 does not."""

from ouverture.law.css.d160_2 import family_at_once
from ouverture.law.facts.person import nationality
from ouverture.law.facts.stay import stay_document
from ouverture.law.sources import rule, statement

ANSWER = statement("S31", "bc2f5758b3a40cb5", "ameli forum, expert answer 2024–2025")

algerian_family_short_visa = rule(
    ANSWER,
    "algerian_family_short_visa",
    "",
    "for Algerian nationals, a court-séjour visa C",
    family_at_once.holds & nationality.among("DZ") & stay_document.among("short_stay"),
    "Un expert d'ameli admet, pour les conjoints algériens, le visa court séjour.",
    "An ameli expert accepts, for Algerian spouses, the short-stay visa.",
    rows="S31 S34",
    certainty="M",
)

BLIND_SPOTS = ()
