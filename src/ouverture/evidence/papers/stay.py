"""The right to stay, for those who must show one."""

from ouverture.evidence.citations import css, sources
from ouverture.evidence.copies import OFFICIAL_COPY
from ouverture.evidence.paper import paper

_IN_DATE = (
    "Valable le jour de la demande ; la caisse ne peut rien tirer d'une fin de validité survenue après.",
    "In date on the day of the claim; the caisse cannot hold against you that it ended later.",
)
_PREFECTURE = ("La préfecture.", "The prefecture.")

stay_document = paper(
    "stay_document",
    "Votre document de séjour en cours de validité (carte, récépissé, autorisation provisoire…)",
    "Your residence document, in date (card, receipt, provisional permit…)",
    _PREFECTURE,
    OFFICIAL_COPY,
    sources.LISTED_TITLES,
    css.REGULAR_STAY,
    css.JUDGED_ON_CLAIM_DAY,
    proves="stay_standing stay_document stay_document_from stay_document_until regular_stay listed_document "
    "document_in_date",
    valid=_IN_DATE,
)

validated_visa = paper(
    "validated_visa",
    "Visa long séjour (VLS-TS), avec l'attestation de sa validation en ligne et les pages d'identité du passeport",
    "Long-stay visa (VLS-TS), with the certificate of its online validation and the identity pages of the passport",
    (
        "Le consulat pour le visa ; le téléservice des étrangers en France pour l'attestation de validation.",
        "The consulate for the visa; the online service for foreigners in France for the validation certificate.",
    ),
    OFFICIAL_COPY,
    sources.VALIDATED_VISA,
    css.REGULAR_STAY,
    css.JUDGED_ON_CLAIM_DAY,
    proves="stay_standing stay_document stay_document_from stay_document_until stay_label regular_stay",
    valid=_IN_DATE,
)

asylum_certificate = paper(
    "asylum_certificate",
    "Attestation de demande d'asile",
    "Certificate of asylum request",
    _PREFECTURE,
    OFFICIAL_COPY,
    sources.ASYLUM_CERTIFICATE,
    css.REGULAR_STAY,
    proves="stay_standing stay_document stay_document_until minor_with",
    valid=_IN_DATE,
)

protection_document = paper(
    "protection_document",
    "Récépissé ou carte de réfugié reconnu ou de protection subsidiaire",
    "Receipt or card of a recognised refugee or of subsidiary protection",
    _PREFECTURE,
    OFFICIAL_COPY,
    sources.PROTECTION_RECEIPT,
    css.REGULAR_STAY,
    css.PROTECTED_NEED_NOT_WAIT,
    proves="stay_standing stay_document stay_document_until refugee_at_once minor_with",
    valid=_IN_DATE,
)

prefecture_document = paper(
    "prefecture_document",
    "Document de la préfecture à votre nom, en cours de validité (récépissé de première demande, attestation de "
    "prolongation d'instruction ou de décision favorable…)",
    "Document of the prefecture in your name, in date (receipt for a first request, certificate of extension or of a "
    "favourable decision…)",
    _PREFECTURE,
    OFFICIAL_COPY,
    sources.PREFECTURE_DOCUMENT,
    css.REGULAR_STAY,
    proves="stay_standing stay_document stay_document_until prefecture_document",
    valid=_IN_DATE,
)
