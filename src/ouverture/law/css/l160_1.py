"""Article L160-1 of the code de la sécurité sociale: the two doors, work and residence."""

from ouverture.law.facts.situation import activity
from ouverture.law.sources import article, rule

ARTICLE = article("CSS", "L160-1", "LEGIARTI000044404322", "d1d81e8b42101251", since="2022-05-14")

works = rule(
    ARTICLE,
    "works",
    "al. 1",
    "Toute personne travaillant",
    activity.among("working"),
    "Qui travaille est couvert.",
    "Whoever works is covered.",
    rows="A1 A3",
    since="2016-01-01",
)

does_not_work = rule(
    ARTICLE,
    "does_not_work",
    "al. 1",
    "lorsqu'elle n'exerce pas d'activité professionnelle, résidant en France de manière stable et régulière",
    activity.among("none", "studying", "pension", "seeking_work", "returned_volunteer"),
    "Qui ne travaille pas est couvert s'il réside en France de manière stable et régulière.",
    "Whoever does not work is covered if they live in France in a stable and regular way.",
    rows="A1 A5",
    since="2016-01-01",
)

BLIND_SPOTS = ()
