"""Article R111-4 of the code de la sécurité sociale: rights outlive an expired residence document."""

from datetime import date

from ouverture.law.arretes.arr2017 import listed_document
from ouverture.law.css.r111_3 import document_in_date
from ouverture.law.facts.elsewhere import rights_open
from ouverture.law.facts.stay import removal_order, stay_document_until
from ouverture.law.sources import article, rule, statement
from ouverture.rules.cuts import MonthsEnd

NOTICE = article("CSS", "R114-10-1", "LEGIARTI000047498145", "36c365b7249426ac", since="2023-04-28")
ARTICLE = article("CSS", "R111-4", "LEGIARTI000042485550", "fc5beddd15f9e5c1", since="2020-11-02")
EARLIER = statement("P1", "c962942e2dae8bcf", "CSS R111-4")

_NEW_REGIME = stay_document_until.at_least(date(2020, 11, 15))
_EXPIRED_WITH_RIGHTS = listed_document.holds & ~document_in_date.holds & rights_open.is_yes()

six_months_kept = rule(
    ARTICLE,
    "six_months_kept",
    "al. 1",
    "ne peut être fermé avant la fin du sixième mois qui suit la date d'expiration des titres ou documents",
    _EXPIRED_WITH_RIGHTS & _NEW_REGIME & stay_document_until.at_least(MonthsEnd(6)) & removal_order.is_no(),
    "Vos droits ne peuvent pas fermer avant la fin du sixième mois qui suit l'expiration du document.",
    "Your rights cannot close before the end of the sixth month after the document expired.",
    rows="P1 P2 C1 S64 after/M5 after/M6",
)

two_months_kept = rule(
    ARTICLE,
    "two_months_kept",
    "4°",
    "le droit ne peut être fermé qu'après la fin du deuxième mois",
    _EXPIRED_WITH_RIGHTS & _NEW_REGIME & stay_document_until.at_least(MonthsEnd(2)) & removal_order.is_yes(),
    "Après une mesure d'éloignement définitive, vos droits durent jusqu'à la fin du deuxième mois.",
    "After a final removal order, your rights last until the end of the second month.",
    rows="P1 S64 after/M5",
)

QUOTE_45 = (
    "la date de fermeture des droits et d'invalidation de la carte Vitale ne peut être antérieure au "
    "quarante-cinquième jour suivant la date d'expédition de la notification mentionnée au I, ni antérieure au "
    "quarante-cinquième jour suivant la date qui résulte de l'application des dispositions de l'article R. 111-4"
)

forty_five_days_more = rule(
    NOTICE,
    "forty_five_days_more",
    "II al. 2",
    QUOTE_45,
    _EXPIRED_WITH_RIGHTS
    & _NEW_REGIME
    & (
        (stay_document_until.at_least(MonthsEnd(6, days=45)) & removal_order.is_no())
        | (stay_document_until.at_least(MonthsEnd(2, days=45)) & removal_order.is_yes())
    ),
    "La fermeture ne peut pas venir avant le quarante-cinquième jour qui suit la fin de ces mois.",
    "Closing cannot come before the forty-fifth day after those months end.",
    rows="P4 after/M5",
)

twelve_months_kept = rule(
    EARLIER,
    "twelve_months_kept",
    "",
    "the 2017 one gave 12 months",
    _EXPIRED_WITH_RIGHTS
    & ~stay_document_until.at_least(date(2019, 12, 29))
    & ~stay_document_until.more_than_ago(months=12),
    "Pour un document expiré sous le texte de 2017, les droits duraient douze mois.",
    "For a document that expired under the 2017 text, rights lasted twelve months.",
    rows="P1 P2 C1",
    certainty="M",
)

expired_between_two_texts = rule(
    EARLIER,
    "expired_between_two_texts",
    "",
    "Earlier versions of 2017-02-27 and 2019-12-29 differ",
    _EXPIRED_WITH_RIGHTS
    & stay_document_until.at_least(date(2019, 12, 29))
    & ~_NEW_REGIME
    & ~stay_document_until.more_than_ago(months=12),
    "Pour un document expiré entre le 29 décembre 2019 et le 14 novembre 2020, le texte n'est pas connu ici.",
    "For a document that expired between 29 December 2019 and 14 November 2020, the text is not known here.",
    rows="P1 C1",
    certainty="L",
)

BLIND_SPOTS = (
    "The texts in force for documents expiring before 2020-11-15 are not held.",
    "Closing for fraud (L114-12-3) and a person's own statement that they left are acts of the file, not facts here.",
)
