"""Cover that another State gives, gave, or that France gave before."""

from ouverture.evidence.citations import css, sources
from ouverture.evidence.copies import OFFICIAL_COPY
from ouverture.evidence.paper import paper

_THERE = ("L'organisme d'assurance maladie de l'autre État.", "The other State's health insurance body.")

s1_form = paper(
    "s1_form",
    "Formulaire S1",
    "Form S1",
    _THERE,
    OFFICIAL_COPY,
    sources.S1_FORM,
    proves="other_cover relative_other_cover insured_in_another_state",
)

treaty_form = paper(
    "treaty_form",
    "Formulaire de la convention entre votre pays et la France",
    "Form of the treaty between your country and France",
    _THERE,
    OFFICIAL_COPY,
    sources.TREATY_FORM,
    proves="other_cover insured_in_another_state",
)

european_card = paper(
    "european_card",
    "Carte européenne d'assurance maladie (CEAM) de l'État qui vous assure",
    "European health insurance card (EHIC) of the State that insures you",
    _THERE,
    OFFICIAL_COPY,
    sources.EUROPEAN_CARD,
    proves="other_cover insured_in_another_state",
)

insurance_periods = paper(
    "insurance_periods",
    "Formulaire E104, ou document portable équivalent : vos périodes d'assurance dans l'autre État",
    "Form E104, or its electronic equivalent: your periods of insurance in the other State",
    _THERE,
    OFFICIAL_COPY,
    sources.INSURANCE_ABROAD,
    proves="in_france_since",
    essential=False,
)

end_of_home_cover = paper(
    "end_of_home_cover",
    "Preuve que votre pays ne couvre plus vos soins, et l'historique de votre couverture maladie",
    "Proof that your country no longer covers your care, and the history of your health cover",
    _THERE,
    OFFICIAL_COPY,
    sources.EUROPEAN_RESOURCES,
    css.ONLY_A_STATE_SCHEME,
    proves="other_cover under_no_other_state",
)

rights_certificate = paper(
    "rights_certificate",
    "Votre attestation de droits",
    "Your own certificate of rights (attestation de droits)",
    (
        "Votre compte ameli, le 36 46, une borne ou votre caisse.",
        "Your ameli account, 36 46, a kiosk or your caisse.",
    ),
    OFFICIAL_COPY,
    sources.RIGHTS_CERTIFICATE,
    proves="rights_open already_insured",
)
