"""Which form, for whom."""

from ouverture.evidence.circumstances import answered_at, answered_by
from ouverture.evidence.citations import css, sources
from ouverture.evidence.filing import BY_S1106, WITHOUT_WORK
from ouverture.evidence.papers import forms
from ouverture.evidence.requirement import requirement
from ouverture.law.facts.plan import had_number

_MAKES_THE_CLAIM = ("Ce formulaire fait la demande.", "This form makes the claim.")

claim = requirement(
    "claim",
    (forms.application_form,),
    BY_S1106 & ~answered_at("msa"),
    ("vous demandez l'ouverture de vos droits en votre nom", "you claim cover in your own name"),
    (
        "Il fait la demande, en votre nom : un adulte n'est pas rattaché à un autre (sauf au régime militaire).",
        "It makes the claim, in your own name: an adult is not attached to another (except in the military scheme).",
    ),
    css.CLAIM,
    css.ONLY_MINORS_THROUGH_ANOTHER,
)

claim_of_an_employee = requirement(
    "claim_of_an_employee",
    (forms.application_form,),
    answered_by("employee", "employee_of_a_foreign_employer", "posted_without_certificate"),
    ("vous êtes salarié", "you are an employee"),
    _MAKES_THE_CLAIM,
    sources.NEVER_REGISTERED,
    proviso=("personne ne vous a fait enregistrer", "nobody has registered you"),
)

claim_of_the_self_employed = requirement(
    "claim_of_the_self_employed",
    (forms.application_form,),
    answered_by("self_employed", "self_employed_before_the_cpam") & had_number.is_no(),
    ("vous travaillez à votre compte sans numéro de sécurité sociale", "you are self-employed with no number yet"),
    _MAKES_THE_CLAIM,
    sources.BUSINESS,
    because=("Vous n'avez pas encore de numéro de sécurité sociale.", "You have no social security number yet."),
)

no_other_cover = requirement(
    "no_other_cover",
    (forms.no_other_cover_statement,),
    WITHOUT_WORK,
    ("vous demandez la couverture sans travailler", "you claim cover without working"),
    (
        "La loi demande de déclarer que personne d'autre ne couvre vos soins ; une assurance privée ne compte pas.",
        "The law asks you to declare that nobody else covers your care; private insurance does not count.",
    ),
    css.CLAIM,
)
