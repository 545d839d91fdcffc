"""The tie to an insured person, and to a child."""

from ouverture.evidence.citations import css, sources
from ouverture.evidence.copies import CIVIL_COPY, OFFICIAL_COPY, SIGNED_ORIGINAL
from ouverture.evidence.paper import paper

marriage_certificate = paper(
    "marriage_certificate",
    "Acte de mariage, ou livret de famille",
    "Marriage certificate, or family record book",
    ("L'autorité qui a célébré le mariage.", "The authority that celebrated the marriage."),
    CIVIL_COPY,
    sources.FAMILY_TIE,
    css.FAMILY_MEMBER,
    proves="family_tie family_member",
    translation="country_of_issue",
)

pacs_certificate = paper(
    "pacs_certificate",
    "Attestation ou convention de PACS",
    "Certificate or agreement of PACS",
    ("L'autorité qui l'a enregistré.", "The authority that registered it."),
    CIVIL_COPY,
    sources.FAMILY_TIE,
    css.FAMILY_MEMBER,
    proves="family_tie family_member",
)

cohabitation_statement = paper(
    "cohabitation_statement",
    "Déclaration de vie commune, signée par vous deux",
    "Statement that you live as a couple, signed by both",
    (
        "À écrire sur papier libre ; des mairies délivrent un certificat.",
        "Written on plain paper; some town halls issue a certificate.",
    ),
    SIGNED_ORIGINAL,
    sources.FAMILY_TIE,
    css.FAMILY_MEMBER,
    proves="family_tie family_member",
)

family_tie_document = paper(
    "family_tie_document",
    "Acte qui prouve le lien de famille (acte de naissance, livret de famille…)",
    "Document that proves the family tie (birth certificate, family record book…)",
    ("L'état civil qui a dressé l'acte.", "The registry that drew it up."),
    CIVIL_COPY,
    css.FAMILY_MEMBER,
    proves="family_tie family_member",
    translation="country_of_issue",
)

relative_rights_certificate = paper(
    "relative_rights_certificate",
    "Attestation de droits de la personne assurée que vous rejoignez",
    "Certificate of rights (attestation de droits) of the insured person you join",
    (
        "Cette personne la télécharge sur son compte ameli, ou la demande au 36 46 ou à sa caisse.",
        "That person downloads it from their ameli account, or asks 36 46 or their caisse.",
    ),
    OFFICIAL_COPY,
    sources.FAMILY_FILE,
    css.FAMILY_NEED_NOT_WAIT,
    proves="relative_insured family_at_once",
)

relative_identity_document = paper(
    "relative_identity_document",
    "Pièce d'identité de la personne que vous rejoignez",
    "Identity document of the person you join",
    ("Cette personne.", "That person."),
    CIVIL_COPY,
    sources.FAMILY_FILE,
    proves="relative_insured",
)

filiation_document = paper(
    "filiation_document",
    "Livret de famille, ou acte de naissance de l'enfant avec les noms des parents, ou jugement d'adoption",
    "Family record book, or the child's birth certificate with the parents' names, or adoption judgment",
    ("L'état civil du lieu de naissance.", "The registry of the place of birth."),
    CIVIL_COPY,
    sources.CHILD_FILE,
    css.CHILD_THROUGH_AN_ADULT,
    proves="minor_with minor_of_an_insured_adult born_on",
    translation="country_of_birth",
)

guardianship_act = paper(
    "guardianship_act",
    "Acte de tutelle, ou décision qui confie l'enfant",
    "Guardianship act, or decision entrusting the child",
    ("Le tribunal ou l'autorité qui l'a rendu.", "The court or authority that issued it."),
    OFFICIAL_COPY,
    css.CHILD_THROUGH_AN_ADULT,
    proves="minor_with",
    translation="country_of_issue",
)
