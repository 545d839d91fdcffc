"""Article L380-2 of the code de la sécurité sociale: who may owe the subsidiary contribution ("taxe PUMa")."""

from ouverture.law.css.r111_2 import home_in_france
from ouverture.law.facts.situation import activity, seeking_kind
from ouverture.law.sources import article, rule

ARTICLE = article("CSS", "L380-2", "LEGIARTI000037947779", "3c898db1eda9f104", since="2019-01-01")

no_work_pension_or_benefit = rule(
    ARTICLE,
    "no_work_pension_or_benefit",
    "1° and 2°",
    "Elles n'ont perçu ni pension de retraite ou d'invalidité, ni rente, ni aucun montant d'allocation de chômage",
    home_in_france.holds
    & (
        activity.among("none", "studying", "returned_volunteer")
        | (activity.among("seeking_work") & seeking_kind.among("after_french_job", "came_to_look"))
    ),
    "Vous n'avez ni revenu du travail, ni pension, ni allocation de chômage.",
    "You have no income from work, no pension and no unemployment benefit.",
    rows="A21 after/F1",
)

BLIND_SPOTS = (
    "Capital income, and the partner's income, are not asked: the contribution is computed only on request.",
    "The income counted is that of the whole year; the situation asked is that of today.",
    "Whether a foreign pension counts as a pension here was not verified.",
)
