"""What our sources say where no article is held: official sites, administrative decisions, forums. Marked as such."""

from ouverture.evidence.citation import Citation, cite
from ouverture.law.sources import statement
from ouverture.rules.rulebook import Certainty


def _says(
    row: str,
    digest: str,
    about: str,
    quote: str,
    rows: str = "",
    certainty: Certainty = "M",
    since: str | None = None,
    file: str = "affiliation",
) -> Citation:
    named = f"after/{row}" if file == "after_admission" else row
    return cite(statement(row, digest, about, file), "", quote, f"{named} {rows}", certainty, since)


VALIDATED_VISA = _says(
    "G5", "33613660031dd113", "Arrêté du-10-mai-2017", "Ask for the validation attestation", "G2 trap_11 forms/2", "H"
)
LISTED_TITLES = _says(
    "G2", "c33c577a937be148", "Arrêté du-10-mai-2017", "one of the listed documents, in date", "4c forms/2", "H"
)
PREFECTURE_DOCUMENT = _says(
    "G3", "6ddf01703c6b31fc", "Arrêté du-10-mai-2017", "nominative, in date, prefecture-issued", "C9"
)
ASYLUM_CERTIFICATE = _says(
    "S60", "3549e59251701e1e", "Arrêté du-10-mai-2017", "attestation de demande d'asile in Arr2017", "4c", "H"
)
PROTECTION_RECEIPT = _says("S62", "0dc1a5d13183742e", "Arrêté du-10-mai-2017", "listed in Arr2017", "4c", "H")
MINORS_NEED_NO_TITLE = _says("G6", "fec20f2c2fd0cd33", "CESEDA L411-1", "no titre needed to be regular", "S65")
RESIDENCE_EVIDENCE = _says(
    "T5",
    "ba7f30300d93102d",
    "Circulaire 2000-239",
    "lease older than 3 months; three successive rent receipts; two successive bills",
    "T6 4c",
)
BILLS = _says(
    "T6",
    "fc0d1af88dff382f",
    "Circulaire 2000-239",
    "ask for 3 months of receipts/bills, accept 2 successive bills that span more than 3 months",
    "T5 C2",
)
ANY_PROBATIVE_ITEM = _says(
    "T7",
    "70974b3bc2ce0cb7",
    "Lettre CNAM-2004",
    "any probative item (entry stamp, visa, hotel bill, hospital paper, school certificate)",
    certainty="L",
)
NOT_EVERY_MONTH = _says(
    "T7", "70974b3bc2ce0cb7", "Lettre CNAM-2004", "no document for *each* of the months is needed", certainty="L"
)
HOSTED = _says(
    "T9",
    "ec3df51db9f08df3",
    "CGSS Guyane",
    "host's declaration + host's ID + host's recent bill or receipt is the usual trio",
    "forms/8",
)
NEVER_REGISTERED = _says(
    "S1", "960c9866031672e9", "service-public F16467", "if never registered: S1106 + contract or payslip", "4c"
)
NO_NUMBER_OF_HOURS = _says(
    "A3", "a921610b6a411183", "service-public F739", "no waiting period and no minimum hours", certainty="H"
)
BUSINESS = _says("S4", "d566c8c87af68d7a", "CSS L611-1", "business registration triggers it; S1106 if no NIR", "4c")
AU_PAIR = _says(
    "S13", "ebd26808e26c7e29", "service-public F13348", "Urssaf form serves as registration request if no NIR"
)
INTERN = _says("S12", "5b3782eaae133d13", "Accords de-coopération", "cooperation agreement")
STUDENT_FILE = _says(
    "S20",
    "994fb3d9bfc2d402",
    "ameli etudiant-etranger",
    "enrolment certificate for the year, civil-status act with filiation, IBAN",
    "4c",
    "H",
)
STUDENT_UNDER_16 = _says(
    "S20", "994fb3d9bfc2d402", "ameli etudiant-etranger", "parental authorisation if under 16", certainty="H"
)
EUROPEAN_STUDENT = _says("S23", "5d9d98476584e145", "CLEISS étudiants", "declaration of sufficient resources", "4c")
EUROPEAN_CARD = _says("S36", "2c09c3bd6aeb8422", "ameli 2024-11-25", "CEAM/S1", "S21 S27", "H")
S1_FORM = _says("S6", "dc5440dccedd8a01", "Règlement 883/2004", "CPAM serves care if S1 lodged", "S22 S35 S42 4c", "H")
TREATY_FORM = _says("S24", "f594171af6d8c388", "Conventions bilatérales", "convention forms to CPAM / site")
EXPORTED_BENEFIT = _says("S39", "544936d85c1f7300", "CLEISS chômage", "home scheme, 3 months")
EUROPEAN_RESOURCES = _says("S37", "49a414a864ca519c", "ameli 2024-11-25", "resources ≥ RSA/ASPA level", "C5 4c")
FIVE_YEARS = _says(
    "S37", "49a414a864ca519c", "CLEISS inactifs", "Permanent resident (5 yrs legal) → no resource test", "C5"
)
INSURANCE_ABROAD = _says(
    "S48", "bce8613b387b3721", "CLEISS retour", "insurance periods abroad may count (E104 / SED)", "C13 4c", "L"
)
VOLUNTEER_CERTIFICATE = _says(
    "S50", "4a4d50a5f0b49585", "Code du-service-national", "certificate of volunteering", certainty="H"
)
FAMILY_FILE = _says(
    "S31",
    "bc2f5758b3a40cb5",
    "Formulaire S1106",
    "partner's insured status (attestation de droits) and residence",
    "4c forms/2",
    "H",
)
FAMILY_TIE = _says(
    "S31",
    "bc2f5758b3a40cb5",
    "Formulaire S1106",
    "proof of the tie (marriage act, PACS, concubinage",
    "4c forms/2 forms/8",
    "H",
)
CHILD_FILE = _says(
    "S52", "ba950a51ed19ab77", "Formulaire S3705", "livret de famille or birth extract", "4c forms/4", "H"
)
PRIVATE_INSURANCE = _says("S30", "c15add361593bc2c", "CESEDA L426-20", "this is *not* a bar to PUMa", "trap_12", "H")
RIGHTS_CERTIFICATE = _says(
    "P1", "c962942e2dae8bcf", "CSS R111-4", "Earlier versions of 2017-02-27 and 2019-12-29 differ", "C1", "L"
)
SWISS_FORM = _says(
    "S70", "f2df5af5135707b2", "EU-Switzerland agreement-of-1999", "Choix du système d'assurance-maladie"
)
AID_FORM = _says("S67", "76da3972f7c9bf26", "CASF L251-1", "AME form to CPAM", "S66 after/E7 forms/7", "H")
AID_RESOURCES = _says(
    "E1",
    "972163f74eb47ff4",
    "CASF L251-1",
    "with resources not above the C2S free ceiling",
    certainty="H",
    file="after_admission",
)
AID_MINORS = _says(
    "E2",
    "233cb1bdaca8c229",
    "CASF L251-1",
    "Minors: at once, no 3 months, no resources test",
    "S66",
    certainty="H",
    file="after_admission",
)
AID_PAPERS = _says(
    "E5",
    "aa4356cb87afcfad",
    "Décret 2026-67",
    "proofs of residence under 12 months old",
    certainty="H",
    since="2026-02-08",
    file="after_admission",
)
AID_PHOTO = _says(
    "E5",
    "aa4356cb87afcfad",
    "Décret 2026-67",
    "adult identity document must carry a photo",
    certainty="H",
    since="2026-02-08",
    file="after_admission",
)
AID_CHILD_PAPERS = _says(
    "E5",
    "aa4356cb87afcfad",
    "Décret 2026-67",
    "birth extract and livret de famille accepted",
    "S66",
    certainty="H",
    since="2026-02-08",
    file="after_admission",
)
AID_HOSTED = _says(
    "E5",
    "aa4356cb87afcfad",
    "Décret 2026-67",
    "host's bill plus signed sworn statement",
    "T9",
    certainty="H",
    since="2026-02-08",
    file="after_admission",
)
