"""Article L160-1-1 of the code de la sécurité sociale: a participation from those whom a treaty spares the CSG."""

from ouverture.law.css.l160_1 import does_not_work
from ouverture.law.css.r111_2 import home_in_france
from ouverture.law.css.r111_3 import regular_stay
from ouverture.law.facts.elsewhere import treaty_exempt
from ouverture.law.sources import article, rule

ARTICLE = article("CSS", "L160-1-1", "LEGIARTI000053266871", "991f78e82cc05230", since="2025-12-31")

participation_due = rule(
    ARTICLE,
    "participation_due",
    "al. 1",
    "à la condition de s'acquitter d'une participation financière",
    home_in_france.holds & regular_stay.holds & does_not_work.holds & treaty_exempt.is_yes(),
    "Vous vivez en France sans travailler et une convention vous dispense de la CSG : une participation est prévue.",
    "You live in France without working and a treaty spares you the CSG: a participation is provided for.",
    rows="A23 A25 after/F8",
)

BLIND_SPOTS = (
    "The decree that sets the amount, the notice and the suspension was not found: nothing is computed or blocked.",
    "European regulations and treaties are reserved by the article; which of them set it aside is not modelled.",
)
