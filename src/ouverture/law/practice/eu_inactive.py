"""What ameli, CLEISS and a circular of 2011 ask of European citizens who do not work. The sources disagree."""

from ouverture.law.css.r111_3 import eu_national, withdrawal_agreement_card
from ouverture.law.facts.means import eu_resident_five_years, resources_reach_rsa
from ouverture.law.sources import rule, statement

SOURCES = statement("S37", "49a414a864ca519c", "ameli page of 2024-11-25")

eu_style_resident = rule(
    SOURCES,
    "eu_style_resident",
    "",
    "EU/EEA/CH inactive, no cover anywhere",
    eu_national.holds | withdrawal_agreement_card.holds,
    "Vous avez un droit de séjour de type européen.",
    "You have an EU-style right of residence.",
    rows="S37 S40",
    certainty="M",
)

may_reside_without_work = rule(
    SOURCES,
    "may_reside_without_work",
    "",
    "resources ≥ RSA/ASPA level",
    eu_resident_five_years.is_yes() | resources_reach_rsa.is_yes(),
    "Cinq ans de séjour légal, ou des ressources au niveau du RSA ou de l'ASPA.",
    "Five years of legal stay, or resources at the level of RSA or ASPA.",
    rows="S37 C5",
    certainty="M",
)

BLIND_SPOTS = ("Whether a European without work has a right to reside is judged case by case under five years.",)
