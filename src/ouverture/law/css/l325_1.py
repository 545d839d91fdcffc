"""Article L325-1 of the code de la sécurité sociale: the local scheme of Alsace-Moselle follows work, not the home."""

from ouverture.law.facts.plan import works_in_alsace_moselle
from ouverture.law.facts.situation import activity
from ouverture.law.sources import article, rule

ARTICLE = article("CSS", "L325-1", "LEGIARTI000048702040", "a8fdfe1e0f5b1ef0", since="2023-12-28")

local_scheme_by_work = rule(
    ARTICLE,
    "local_scheme_by_work",
    "II 1°",
    "Salariés exerçant une activité dans les départements du Bas-Rhin, du Haut-Rhin et de la Moselle",
    activity.among("working") & works_in_alsace_moselle.is_yes(),
    "Vous travaillez en Alsace-Moselle : le régime local complète vos remboursements, obligatoirement.",
    "You work in Alsace-Moselle: the local scheme tops up your reimbursements, compulsorily.",
    rows="S78 trap-21",
    since="2016-01-01",
)

BLIND_SPOTS = (
    "The local scheme's pensioners, unemployed and family are named in a notice, not decided.",
    "Only employees of the general scheme belong to it: which kinds of work those are is not checked here.",
)
