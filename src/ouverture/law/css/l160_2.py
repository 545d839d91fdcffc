"""Article L160-2 of the code de la sécurité sociale: minors are covered through an insured adult."""

from ouverture.law.facts.family import minor_with
from ouverture.law.facts.situation import activity
from ouverture.law.sources import article, rule

ARTICLE = article("CSS", "L160-2", "LEGIARTI000036687777", "567bd69736104719", since="2018-09-01")

minor_of_an_insured_adult = rule(
    ARTICLE,
    "minor_of_an_insured_adult",
    "al. 1",
    "en tant qu'ayants droit d'un assuré social les enfants mineurs n'exerçant pas d'activité professionnelle qui sont "
    "à sa charge",
    activity.among("minor") & minor_with.among("insured_adult"),
    "Un mineur à la charge d'une personne assurée est couvert par elle, comme ayant droit.",
    "A minor dependent on an insured person is covered through them.",
    rows="A13 A15 S52",
    since="2016-01-01",
)

BLIND_SPOTS = ("That filiation is legally established is not asked: the paper proves it.",)
