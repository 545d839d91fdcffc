"""Article L382-34 of the code de la sécurité sociale: prison."""

from ouverture.law.facts.family import minor_with
from ouverture.law.facts.situation import activity
from ouverture.law.sources import article, rule

ARTICLE = article("CSS", "L382-34", "LEGIARTI000046448363", "20927d547ddb50cb", since="2022-10-21")

in_prison = rule(
    ARTICLE,
    "in_prison",
    "al. 1",
    "bénéficient de la prise en charge de leurs frais de santé, assurée par le régime général à compter de la date de "
    "leur mise sous écrou",
    activity.among("detained"),
    "Une personne en détention est couverte par le régime général dès l'écrou, même sans séjour régulier.",
    "A person in prison is covered by the general scheme from the first day, even without a regular stay.",
    rows="A27 S69",
    since="2016-01-01",
)

born_in_prison = rule(
    ARTICLE,
    "born_in_prison",
    "al. 1",
    "Pendant toute la durée du séjour auprès de leur mère écrouée, les enfants nés au cours de la détention "
    "bénéficient de la prise en charge des frais de santé",
    activity.among("minor") & minor_with.among("detained_mother"),
    "L'enfant né pendant la détention de sa mère est couvert auprès d'elle.",
    "A child born during the mother's detention is covered beside her.",
    rows="A27",
    since="2016-01-01",
)

BLIND_SPOTS = ("Before 2022-10-21 the rule stood in article L381-30, whose text is not held.",)
