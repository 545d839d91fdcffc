"""Article L311-5 of the code de la sécurité sociale: the paid unemployed stay insured."""

from ouverture.law.facts.situation import activity, seeking_kind
from ouverture.law.sources import article, rule

ARTICLE = article("CSS", "L311-5", "LEGIARTI000044628937", "db17dc1008bb024f", since="2021-12-25")

paid_unemployment = rule(
    ARTICLE,
    "paid_unemployment",
    "al. 1",
    "conserve la qualité d'assuré",
    activity.among("seeking_work") & seeking_kind.among("french_benefit"),
    "Qui reçoit une allocation chômage française reste assuré, sans interruption.",
    "Whoever draws French unemployment benefit stays insured, without a gap.",
    rows="S16 after/M3",
    since="2016-01-01",
)

BLIND_SPOTS = ()
