"""Article D160-14 of the code de la sécurité sociale: which body serves those who do not work."""

from ouverture.law.css.l160_1 import does_not_work
from ouverture.law.facts.person import born_on
from ouverture.law.facts.plan import had_number
from ouverture.law.sources import article, rule
from ouverture.rules.cuts import MonthsEnd

ARTICLE = article("CSS", "D160-14", "LEGIARTI000041967944", "b924b0927e56a901", since="2020-05-25")

body_of_the_last_activity = rule(
    ARTICLE,
    "body_of_the_last_activity",
    "4° a",
    "au titre de l'activité professionnelle exercée la plus récente, si celles-ci ont déjà exercé une activité "
    "professionnelle",
    does_not_work.holds & had_number.is_yes(),
    "Qui a déjà travaillé en France relève de l'organisme de sa dernière activité.",
    "Whoever has worked in France belongs to the body of their last activity.",
    rows="B7",
    since="2016-01-01",
)

body_of_the_parents = rule(
    ARTICLE,
    "body_of_the_parents",
    "5°",
    "Pour les enfants jusqu'au mois au cours duquel ils atteignent l'âge de 24 ans",
    does_not_work.holds & born_on.at_least(MonthsEnd(24 * 12)),
    "Jusqu'au mois des 24 ans, l'organisme reste celui des parents, pour qui n'a jamais travaillé.",
    "Up to the month of the 24th birthday, the body stays the parents', for whoever has never worked.",
    rows="B8",
    since="2016-01-01",
)

BLIND_SPOTS = (
    "Before 25 May 2020, 1° names for the self-employed bodies of a sentence that the article L160-17 held has lost.",
    "An earlier number stands for an earlier activity; studies or a child's benefit can also have given one.",
    "That a young adult has never worked, and was attached to a parent insured in France, is not asked.",
)
