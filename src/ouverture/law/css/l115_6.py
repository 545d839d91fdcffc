"""Article L115-6 of the code de la sécurité sociale: work opens the door only to a regular stay."""

from ouverture.law.css.l160_1 import works
from ouverture.law.css.r111_3 import regular_stay
from ouverture.law.sources import article, rule

ARTICLE = article("CSS", "L115-6", "LEGIARTI000033714802", "9f3b9ff9d15ec3a7", since="2016-12-25")

worker_may_be_affiliated = rule(
    ARTICLE,
    "worker_may_be_affiliated",
    "al. 1",
    "ne peuvent être affiliées à un régime obligatoire de sécurité sociale que si elles remplissent la condition de "
    "régularité du séjour",
    works.holds & regular_stay.holds,
    "Un travailleur étranger n'est affilié que s'il est en séjour régulier.",
    "A foreign worker is affiliated only if their stay is regular.",
    rows="A4",
    since="2016-01-01",
)

contributions_stay_due = rule(
    ARTICLE,
    "contributions_stay_due",
    "al. 2",
    "les cotisations restent dues",
    works.holds & ~regular_stay.holds,
    "Même sans séjour régulier, les cotisations restent dues.",
    "Even without a regular stay, contributions remain due.",
    rows="A4",
    since="2016-01-01",
)

BLIND_SPOTS = ()
