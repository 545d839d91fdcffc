"""Civil status: for the permanent number, not for admission."""

from ouverture.evidence.citations import crpa, css
from ouverture.evidence.copies import CIVIL_COPY, OFFICIAL_COPY
from ouverture.evidence.paper import paper

_NO_AGE = (
    "Sans limite d'âge. La caisse peut en demander un plus récent si cela est nécessaire pour certifier votre "
    "identité.",
    "No age limit. The caisse may ask for a more recent one if that is needed to certify your identity.",
)

birth_certificate = paper(
    "birth_certificate",
    "Acte de naissance : copie intégrale, ou extrait avec les noms des parents, ou équivalent du consulat",
    "Birth certificate: full copy, or extract with the parents' names, or the consulate's equivalent",
    (
        "L'état civil du lieu de naissance, ou le consulat de votre pays.",
        "The registry of the place of birth, or your country's consulate.",
    ),
    CIVIL_COPY,
    css.CIVIL_STATUS,
    css.NUMBER_FROM_CIVIL_STATUS,
    crpa.NO_AGE_LIMIT,
    css.MORE_RECENT_IF_NEEDED,
    proves="born_on born_in",
    translation="country_of_birth",
    valid=_NO_AGE,
    essential=False,
)

ofpra_civil_status = paper(
    "ofpra_civil_status",
    "Actes d'état civil établis par l'OFPRA",
    "Civil-status documents drawn up by OFPRA",
    ("L'OFPRA, quand il les a établis.", "OFPRA, once it has drawn them up."),
    OFFICIAL_COPY,
    css.OFPRA_IDENTIFIES,
    proves="born_on born_in",
    essential=False,
)

eu_pension_form = paper(
    "eu_pension_form",
    "Formulaire européen de demande de pension, s'il porte votre état civil et votre filiation, certifiés",
    "European pension claim form, if it bears your civil status and parentage, certified",
    ("L'organisme de pension de l'autre État.", "The other State's pension body."),
    OFFICIAL_COPY,
    css.EU_PENSION_FORM_IDENTIFIES,
    proves="born_on",
    essential=False,
)
