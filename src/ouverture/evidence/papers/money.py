"""Bank details, benefits, resources."""

from ouverture.evidence.citations import css, sources
from ouverture.evidence.copies import OFFICIAL_COPY, PLAIN_COPY, SIGNED_ORIGINAL
from ouverture.evidence.paper import paper

bank_details = paper(
    "bank_details",
    "Relevé d'identité bancaire (RIB) d'un compte à votre nom",
    "Bank details (RIB, with the IBAN) of an account in your name",
    (
        "Votre banque ; un IBAN de la zone SEPA devrait suffire.",
        "Your bank; an IBAN of the SEPA area should do.",
    ),
    PLAIN_COPY,
    css.BANK_DETAILS,
    essential=False,
)

benefit_statement = paper(
    "benefit_statement",
    "Attestation de la prestation que vous recevez (famille, minimum vieillesse, logement, RSA, AAH…)",
    "Statement of the benefit you receive (family, old-age minimum, housing, RSA, AAH…)",
    ("L'organisme qui la verse (CAF, MSA, caisse de retraite…).", "The body that pays it (CAF, MSA, pension fund…)."),
    OFFICIAL_COPY,
    css.BENEFIT_REPLACES,
    proves="listed_benefit benefit_proves_residence in_france_since",
)

resources_proof = paper(
    "resources_proof",
    "Justificatifs de vos ressources",
    "Proof of your resources",
    (
        "Avis d'impôt, et papiers fiscaux de l'étranger si vous y viviez.",
        "Tax notice, and tax papers from abroad if you lived there.",
    ),
    PLAIN_COPY,
    css.TAX_PAPERS,
    proves="resources_reach_rsa resources_under_c2s state_aid_resources may_reside_without_work",
)

resources_statement = paper(
    "resources_statement",
    "Déclaration de ressources suffisantes",
    "Declaration of sufficient resources",
    ("À dater et signer.", "To be dated and signed."),
    SIGNED_ORIGINAL,
    sources.EUROPEAN_STUDENT,
    proves="resources_reach_rsa",
)
