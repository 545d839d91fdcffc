"""The forms themselves: what the person fills in and signs."""

from ouverture.evidence.citations import css, sources
from ouverture.evidence.copies import SIGNED_ORIGINAL
from ouverture.evidence.paper import paper

application_form = paper(
    "application_form",
    "Formulaire S1106, « Demande d'ouverture des droits à l'assurance maladie »",
    'Form S1106, "Application for health insurance rights"',
    (
        "Sur ameli.fr, en français ou en anglais. Chaque adulte remplit le sien.",
        "On ameli.fr, in French or in English. Each adult fills in their own.",
    ),
    SIGNED_ORIGINAL,
    css.CLAIM,
)

child_form = paper(
    "child_form",
    "Formulaire S3705, « Demande de rattachement des enfants mineurs »",
    'Form S3705, "Request to attach minor children"',
    ("Sur ameli.fr. Les deux parents signent.", "On ameli.fr. Both parents sign."),
    SIGNED_ORIGINAL,
    sources.CHILD_FILE,
    css.CHILD_THROUGH_AN_ADULT,
)

state_aid_form = paper(
    "state_aid_form",
    "Formulaire S3720, demande d'aide médicale de l'État",
    "Form S3720, application for State medical aid",
    ("La CPAM.", "The CPAM."),
    SIGNED_ORIGINAL,
    sources.AID_FORM,
)

swiss_choice_form = paper(
    "swiss_choice_form",
    "Formulaire « Choix du système d'assurance-maladie », à faire tamponner par la CPAM",
    'Form "Choix du système d\'assurance-maladie", to be stamped by the CPAM',
    (
        "La CPAM le tamponne ; il va ensuite au canton où vous travaillez.",
        "The CPAM stamps it; it then goes to the canton where you work.",
    ),
    SIGNED_ORIGINAL,
    sources.SWISS_FORM,
    css.SWISS_CHOICE,
    proves="swiss_choice chose_france",
)

no_other_cover_statement = paper(
    "no_other_cover_statement",
    "Votre déclaration, datée et signée, que personne d'autre ne couvre vos soins",
    "Your statement, dated and signed, that nobody else covers your care",
    ("À écrire sur papier libre.", "Written on plain paper."),
    SIGNED_ORIGINAL,
    css.CLAIM,
    proves="other_cover under_no_other_state",
)
