"""Article R111-2 of the code de la sécurité sociale: what living in France in a stable way means."""

from ouverture.law.facts.person import lives_in
from ouverture.law.sources import article, rule

BEFORE = article("CSS", "R111-2", "LEGIARTI000038701577", "c355d67fbcb5892b", since="2019-11-01", until="2023-09-01")
ARTICLE = article("CSS", "R111-2", "LEGIARTI000049451865", "56a119c447d1747c", since="2025-01-01")

QUOTE = (
    "sont considérées comme résidant en France de manière stable les personnes qui ont leur foyer ou le lieu de leur "
    "séjour principal sur le territoire métropolitain, en Guadeloupe, en Guyane, à la Martinique, à La Réunion, à "
    "Saint-Barthélemy ou à Saint Martin"
)
SAYS = (
    "Votre foyer, ou votre séjour principal, est en métropole ou dans l'une des six collectivités citées.",
    "Your home, or main place of stay, is in mainland France or one of the six collectivities named.",
)

home_in_france, home_in_france_before_2023 = (
    rule(source, "home_in_france", "al. 1", QUOTE, lives_in.among("france"), *SAYS, rows="T1 A29 S73", since=since)
    for source, since in ((ARTICLE, "2023-09-01"), (BEFORE, "2016-01-01"))
)

BLIND_SPOTS = ()
