"""Living here, and for how long."""

from ouverture.evidence.citations import css, sources
from ouverture.evidence.copies import OFFICIAL_COPY, PLAIN_COPY, SIGNED_ORIGINAL
from ouverture.evidence.paper import paper

_UNDER_A_YEAR = ("De moins de douze mois.", "Less than twelve months old.")
_SUPPLIER = ("Le bailleur ou le fournisseur.", "The landlord or the supplier.")

proof_of_address = paper(
    "proof_of_address",
    "Papier qui montre votre adresse commune, au nom de l'un ou de l'autre (bail, quittance, facture)",
    "Paper that shows your common address, in either name (lease, rent receipt, bill)",
    _SUPPLIER,
    PLAIN_COPY,
    sources.FAMILY_FILE,
    css.BY_ANY_MEANS,
    proves="lives_in home_in_france",
    essential=False,
)

three_months_residence = paper(
    "three_months_residence",
    "Trois mois de suite de quittances de loyer ou de factures (électricité, gaz, téléphone)",
    "Three months in a row of rent receipts or bills (electricity, gas, phone)",
    _SUPPLIER,
    PLAIN_COPY,
    sources.RESIDENCE_EVIDENCE,
    css.THREE_MONTHS,
    css.BY_ANY_MEANS,
    proves="in_france_since three_months",
)

lease = paper(
    "lease",
    "Bail signé il y a plus de trois mois",
    "Lease signed more than three months ago",
    ("Votre bailleur.", "Your landlord."),
    PLAIN_COPY,
    sources.RESIDENCE_EVIDENCE,
    css.THREE_MONTHS,
    proves="in_france_since three_months",
)

two_bills = paper(
    "two_bills",
    "Deux factures de suite qui couvrent ensemble plus de trois mois",
    "Two bills in a row that together span more than three months",
    ("Votre fournisseur d'électricité, de gaz ou de téléphone.", "Your electricity, gas or phone supplier."),
    PLAIN_COPY,
    sources.BILLS,
    css.BY_ANY_MEANS,
    proves="in_france_since three_months",
)

hosting_file = paper(
    "hosting_file",
    "Déclaration de la personne qui vous héberge, sa pièce d'identité et sa facture ou quittance récente",
    "Statement of the person who houses you, their identity document and their recent bill or rent receipt",
    ("La personne qui vous héberge.", "The person who houses you."),
    SIGNED_ORIGINAL,
    sources.HOSTED,
    css.BY_ANY_MEANS,
    proves="in_france_since three_months lives_in",
)

other_residence_evidence = paper(
    "other_residence_evidence",
    "Tout autre papier probant (tampon d'entrée, visa, facture d'hôtel, papier d'hôpital, certificat de scolarité)",
    "Any other convincing paper (entry stamp, visa, hotel bill, hospital paper, school certificate)",
    ("Celui qui l'a délivré.", "Whoever issued it."),
    PLAIN_COPY,
    sources.ANY_PROBATIVE_ITEM,
    css.BY_ANY_MEANS,
    proves="in_france_since three_months",
)

domiciliation_certificate = paper(
    "domiciliation_certificate",
    "Attestation d'élection de domicile",
    "Certificate of elected address (domiciliation)",
    ("Le CCAS de la commune, ou un organisme agréé.", "The town's CCAS, or an approved body."),
    OFFICIAL_COPY,
    css.ELECTED_ADDRESS,
    proves="homeless lives_in",
)

state_aid_residence_proof = paper(
    "state_aid_residence_proof",
    "Papiers qui montrent plus de trois mois de présence (factures, y compris internet ou téléphone fixe…)",
    "Papers that show more than three months of presence (bills, including internet or fixed phone…)",
    _SUPPLIER,
    PLAIN_COPY,
    sources.AID_PAPERS,
    proves="in_france_since irregular_since three_months_for_state_aid",
    valid=_UNDER_A_YEAR,
)

state_aid_hosting_file = paper(
    "state_aid_hosting_file",
    "Facture de la personne qui vous héberge, et son attestation sur l'honneur signée",
    "Bill of the person who houses you, and their signed sworn statement",
    ("La personne qui vous héberge.", "The person who houses you."),
    SIGNED_ORIGINAL,
    sources.AID_HOSTED,
    proves="in_france_since irregular_since",
    valid=_UNDER_A_YEAR,
)
