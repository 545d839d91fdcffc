"""Article L382-15 of the code de la sécurité sociale: ministers of religion."""

from ouverture.law.css.l160_1 import works
from ouverture.law.facts.situation import work_kind
from ouverture.law.sources import article, rule

ARTICLE = article("CSS", "L382-15", "LEGIARTI000031686004", "a9258492140bfa61", since="2015-12-23")

minister_of_religion = rule(
    ARTICLE,
    "minister_of_religion",
    "al. 1",
    "Ils ne peuvent être affiliés au titre de la condition de résidence mentionnée à l'article L. 160-1",
    works.holds & work_kind.among("minister_of_religion"),
    "Les ministres d'un culte relèvent de la CAVIMAC, jamais de la condition de résidence.",
    "Ministers of religion belong to the CAVIMAC, never to the residence condition.",
    rows="A26",
    since="2016-01-01",
)

BLIND_SPOTS = ()
