"""Article L251-1 of the code de l'action sociale et des familles: State medical aid (AME)."""

from ouverture.law.arretes.arr2017 import (
    card_to_be_asked_for,
    listed_document,
    prefecture_document,
    visa_not_validated,
    working_holiday_visa,
)
from ouverture.law.css.r111_2 import home_in_france
from ouverture.law.css.r111_3 import document_in_date, eu_national, french_national, withdrawal_agreement_card
from ouverture.law.facts.family import minor_with
from ouverture.law.facts.means import resources_under_c2s
from ouverture.law.facts.situation import activity
from ouverture.law.facts.stay import in_france_since, irregular_since, stay_document
from ouverture.law.sources import article, rule, statement

ARTICLE = article("CASF", "L251-1", "CASF-L251-1-2019-12-30", "35a3663c67a64cb4", since="2019-12-30")
TEXT = statement("E1", "972163f74eb47ff4", "CASF L251-1", file="after_admission")
MINORS = statement("E2", "233cb1bdaca8c229", "CASF L251-1", file="after_admission")

without_regular_stay = rule(
    ARTICLE,
    "without_regular_stay",
    "al. 1",
    "Tout étranger résidant en France de manière ininterrompue sans remplir la condition de régularité",
    home_in_france.holds
    & ~french_national.holds
    & ~eu_national.holds
    & ~withdrawal_agreement_card.holds
    & (
        stay_document.among("none")
        | (
            (
                listed_document.holds
                | visa_not_validated.holds
                | prefecture_document.holds
                | working_holiday_visa.holds
                | card_to_be_asked_for.holds
                | stay_document.among("short_stay")
            )
            & ~document_in_date.holds
        )
    ),
    "Vous vivez en France sans document de séjour valable.",
    "You live in France without a valid residence document.",
    rows="after/E1 S67",
    since="2016-01-01",
)

three_irregular_months = rule(
    ARTICLE,
    "three_months_for_state_aid",
    "al. 1",
    "depuis plus de trois mois",
    irregular_since.more_than_ago(months=3),
    "Ce séjour sans titre dure depuis plus de trois mois sans interruption.",
    "This stay without a permit has lasted more than three months without interruption.",
    rows="after/E1 S67 S68",
    since="2019-12-30",
)

three_months_of_presence = rule(
    TEXT,
    "three_months_for_state_aid",
    "",
    "The 3 months run on *irregular* residence since 2019-12-30",
    in_france_since.more_than_ago(months=3),
    "Jusqu'au 29 décembre 2019, les trois mois couraient dès l'arrivée.",
    "Until 29 December 2019, the three months ran from arrival.",
    rows="after/E1",
    until="2019-12-30",
)

state_aid_resources = rule(
    ARTICLE,
    "state_aid_resources",
    "al. 1",
    "dont les ressources ne dépassent pas le plafond mentionné au 1° de l'article L. 861-1",
    resources_under_c2s.is_yes(),
    "Les ressources du foyer ne dépassent pas le plafond de la C2S gratuite.",
    "The household's resources are not above the ceiling of the free C2S.",
    rows="after/E1",
    since="2016-01-01",
)

minor_without_regular_parents = rule(
    MINORS,
    "minor_without_regular_parents",
    "",
    "Minors: at once, no 3 months, no resources test",
    activity.among("minor") & minor_with.among("undocumented_parents"),
    "Un mineur dont les parents sont sans titre a droit à l'AME tout de suite, sans condition de ressources.",
    "A minor whose parents have no permit gets State medical aid at once, with no resources test.",
    rows="after/E2 S66",
)

BLIND_SPOTS = (
    "The text of L251-1 CASF before 30 December 2019 is not held; that of minors rests on our sources.",
    "Dependants of an AME holder are asked as themselves.",
)
