"""Article R762-8 of the code de la sécurité sociale: the CFE keeps paying for a while after the return to France."""

from ouverture.law.css.r111_2 import home_in_france
from ouverture.law.facts.elsewhere import other_cover
from ouverture.law.sources import article, rule

ARTICLE = article("CSS", "R762-8", "LEGIARTI000038673066", "9c3b7188df787c92", since="2019-07-01")

cfe_bridge = rule(
    ARTICLE,
    "cfe_bridge",
    "II",
    "conserve son droit aux prestations de l'assurance volontaire pendant une durée maximale de trois mois à compter "
    "du premier jour de résidence en France, tant qu'il n'est pas couvert par un régime obligatoire de base",
    home_in_france.holds & other_cover.among("cfe"),
    "De retour pour de bon, un adhérent de la CFE reste couvert par elle trois mois au plus.",
    "Back for good, a member of the CFE stays covered by it for three months at most.",
    rows="S49 after/M8 after/V4",
)

BLIND_SPOTS = ("That the CFE was told of the return is a condition of the article; it is said, not asked.",)
