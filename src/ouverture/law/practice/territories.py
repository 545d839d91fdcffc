"""Rights held by a French territory that has its own scheme, for somebody who lives in France. No article is held."""

from ouverture.law.facts.elsewhere import OF_A_TERRITORY, other_cover
from ouverture.law.facts.situation import activity
from ouverture.law.sources import rule, statement

STUDENTS = statement("15a", "1a0186d7868ce5be", "CSSM notice-of-2018", file="turn2_confirmed")
COORDINATION = statement("15c", "dddf561c80959e71", "Décrets 2002-1371,-94-1146,-2011-512", file="turn2_confirmed")

student_of_mayotte = rule(
    STUDENTS,
    "student_of_mayotte",
    "",
    "Students of Mayotte stay with the CSSM since 2018-09-01",
    activity.among("studying") & other_cover.among("mayotte"),
    "Un étudiant assuré à Mayotte reste à la CSSM.",
    "A student insured in Mayotte stays with the CSSM.",
    rows="turn2/15a",
    certainty="M",
    since="2018-09-01",
)

rights_of_a_territory = rule(
    COORDINATION,
    "rights_of_a_territory",
    "",
    "coordination by the agreement",
    other_cover.among(*OF_A_TERRITORY),
    "Vos droits sont ceux d'un territoire français qui a son propre régime.",
    "Your rights are those of a French territory that has its own scheme.",
    rows="turn2/15b turn2/15c",
    certainty="M",
)

BLIND_SPOTS = ("Whether the three months run for who comes from a French territory with its own scheme was not found.",)
