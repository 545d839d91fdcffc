"""Arrêté of 10 May 2017 (NOR AFSS1713741A): the documents that prove a regular stay. Its text is not held."""

from ouverture.law.facts.stay import EXAMINED_BY_THE_PREFECTURE, stay_document
from ouverture.law.sources import rule, statement

LIST = statement("G2", "c33c577a937be148", "Arrêté du 10 mai 2017")
DOUBT = statement("G3", "6ddf01703c6b31fc", "Arrêté du 10 mai 2017")
WORKING_HOLIDAY = statement("S14", "0c8e3578fce2a9d6", "Arrêté du 10 mai 2017")

ON_THE_LIST = (
    "residence_card",
    "long_stay_visa_validated",
    "renewal_receipt",
    "renewal_confirmation",
    "asylum_certificate",
    "refugee",
    "subsidiary_protection",
    "temporary_protection",
    "provisional_permit",
    "monaco_passport",
)
"""Documents that prove a regular stay as long as they are in date."""

listed_document = rule(
    LIST,
    "listed_document",
    "",
    "one of the listed documents, in date",
    stay_document.among(*ON_THE_LIST),
    "Le document figure sur la liste de l'arrêté du 10 mai 2017.",
    "The document is on the list of the order of 10 May 2017.",
    rows="G2 S15",
)

visa_not_validated = rule(
    LIST,
    "visa_not_validated",
    "11",
    "VLS-TS once the OFII/online validation is done",
    stay_document.among("long_stay_visa_not_validated"),
    "Le visa long séjour ne compte qu'une fois validé en ligne.",
    "The long-stay visa counts only once it is validated online.",
    rows="G5",
)

prefecture_document = rule(
    DOUBT,
    "prefecture_document",
    "last",
    "can pass only through the last item (nominative, in date, prefecture-issued)",
    stay_document.among(*EXAMINED_BY_THE_PREFECTURE),
    "Un récépissé de première demande, ou une attestation, ne passe que s'il est à votre nom, valable, et émis par la "
    "préfecture.",
    "A first-request receipt, or a certificate, passes only if it is in your name, in date, and issued by the "
    "prefecture.",
    rows="G3 C9",
    certainty="M",
)

online_confirmation_only = rule(
    DOUBT,
    "online_confirmation_only",
    "last",
    "A bare online deposit confirmation is doubtful",
    stay_document.among("online_confirmation"),
    "La seule confirmation d'un dépôt en ligne ne prouve pas le séjour régulier.",
    "The bare confirmation of an online filing does not prove a regular stay.",
    rows="G3",
    certainty="M",
)

appointment_only = rule(
    DOUBT,
    "appointment_only",
    "last",
    "nominative, in date, prefecture-issued",
    stay_document.among("appointment"),
    "Une convocation ou un rendez-vous n'est pas un document de séjour valable, à votre nom.",
    "A summons or an appointment is not a residence document in date, in your name.",
    rows="G3",
    certainty="M",
)

card_to_be_asked_for = rule(
    LIST,
    "card_to_be_asked_for",
    "11",
    "VLS-TS once the OFII/online validation is done",
    stay_document.among("long_stay_visa_card_to_ask"),
    "Un visa long séjour qui demande une carte n'est pas le visa valant titre de la liste : il faut demander la carte.",
    "A long-stay visa that asks for a card is not the visa equal to a permit of the list: the card must be asked for.",
    rows="G2 G5",
    certainty="M",
)

working_holiday_visa = rule(
    WORKING_HOLIDAY,
    "working_holiday_visa",
    "",
    "the VLS-T is not in Arr2017",
    stay_document.among("temporary_long_stay_visa"),
    "Le visa temporaire (VLS-T, vacances-travail) n'est pas sur la liste.",
    "The temporary visa (VLS-T, working holiday) is not on the list.",
    rows="S14 C8",
)

BLIND_SPOTS = ("The official list beyond item 12 was not read: items 13 and on come from service-public.fr.",)
