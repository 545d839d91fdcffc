"""Article L426-20 of the CESEDA: the visitor undertakes not to work in France."""

from ouverture.law.css.l160_1 import works
from ouverture.law.css.r111_3 import eu_national, french_national
from ouverture.law.facts.situation import WORK_DONE_IN_FRANCE, work_kind
from ouverture.law.facts.stay import stay_label
from ouverture.law.sources import article, rule

ARTICLE = article("CESEDA", "L426-20", "CESEDA-L426-20-2021-05-01", "2875abf2ed77aa2b", since="2021-05-01")

undertook_not_to_work = rule(
    ARTICLE,
    "undertook_not_to_work",
    "al. 2",
    "prendre l'engagement de n'exercer en France aucune activité professionnelle",
    works.holds
    & work_kind.among(*WORK_DONE_IN_FRANCE)
    & stay_label.among("visitor")
    & ~french_national.holds
    & ~eu_national.holds,
    "Qui reçoit un titre « visiteur » s'engage à ne pas travailler en France ; vous dites y travailler.",
    'Whoever gets a "visitor" permit undertakes not to work in France; you say that you work there.',
    rows="S30",
)

BLIND_SPOTS = ("Whether remote work for abroad breaks the undertaking is not said by the article.",)
