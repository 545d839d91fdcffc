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
BEFORE = article("CSS", "R111-4", "LEGIARTI000039739781", "e29b3980badc47c9", since="2019-12-29", until="2020-11-02")
EARLIER = statement("P1", "c962942e2dae8bcf", "CSS R111-4")
FIRST = statement("4b", "331f24d5156f2843", "CSS R111-4", file="turn2_confirmed")

_NEW_REGIME = stay_document_until.at_least(date(2020, 11, 15))
_SIX_MONTHS_REGIME = stay_document_until.at_least(date(2020, 1, 1))
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

SAYS_EARLIER = (
    "Pour un document expiré du 1er janvier au 14 novembre 2020, les droits ne pouvaient pas fermer avant la fin du "
    "sixième mois.",
    "For a document that expired from 1 January to 14 November 2020, rights could not close before the end of the "
    "sixth month.",
)
_ENDED_IN_2020 = _EXPIRED_WITH_RIGHTS & _SIX_MONTHS_REGIME & ~_NEW_REGIME & stay_document_until.at_least(MonthsEnd(6))

six_months_kept_in_2020 = rule(
    BEFORE,
    "six_months_kept_earlier",
    "",
    "avant la fin du sixième mois qui suit la date d'expiration des titres ou documents",
    _ENDED_IN_2020,
    *SAYS_EARLIER,
    rows="P1 turn2/4b",
)

six_months_kept_earlier = rule(
    ARTICLE,
    "six_months_kept_earlier",
    "al. 1",
    "avant la fin du sixième mois qui suit la date d'expiration des titres ou documents",
    _ENDED_IN_2020,
    *SAYS_EARLIER,
    rows="P1 turn2/4b",
    certainty="M",
    until="2021-06-01",
)

twelve_months_kept = rule(
    EARLIER,
    "twelve_months_kept",
    "",
    "the 2017 one gave 12 months",
    _EXPIRED_WITH_RIGHTS & ~_SIX_MONTHS_REGIME & ~stay_document_until.more_than_ago(months=12),
    "Pour un document expiré sous le texte de 2017, les droits duraient douze mois.",
    "For a document that expired under the 2017 text, rights lasted twelve months.",
    rows="P1 P2 C1",
    certainty="M",
    since="2017-02-27",
    until="2021-01-01",
)

expired_before_any_text = rule(
    FIRST,
    "expired_before_any_text",
    "",
    "did not exist before 2017-02-27",
    _EXPIRED_WITH_RIGHTS,
    "Avant le 27 février 2017, aucun texte détenu ne dit quand les droits ferment après la fin du document.",
    "Before 27 February 2017, no text held says when rights close after the document ends.",
    rows="turn2/4b",
    certainty="L",
    until="2017-02-27",
)

expired_before_the_text = rule(
    FIRST,
    "expired_before_the_text",
    "",
    "did not exist before 2017-02-27",
    ~stay_document_until.at_least(date(2017, 2, 27)),
    "Le document a pris fin avant le premier texte sur les droits gardés.",
    "The document ended before the first text on rights that are kept.",
    rows="turn2/4b",
    certainty="L",
    since="2017-02-27",
    until="2021-01-01",
)

BLIND_SPOTS = (
    "The text of 2017-02-27 is not held: its twelve months are those of our sources.",
    "Permits prolonged by the Covid ordinances of 2020 are not modelled: the date asked is the one they then carried.",
    "Closing for fraud (L114-12-3) and a person's own statement that they left are acts of the file, not facts here.",
)
