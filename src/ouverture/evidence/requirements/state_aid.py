"""State medical aid (AME): its papers were tightened in February 2026."""

from ouverture.evidence.citations import sources
from ouverture.evidence.filing import AID_TO_ADULTS, AID_TO_MINORS
from ouverture.evidence.papers import family, forms, identity, money, residence
from ouverture.evidence.requirement import Option, requirement
from ouverture.text import Text

_CASE = ("vous demandez l'aide médicale de l'État", "you apply for State medical aid")

aid_claim = requirement(
    "aid_claim",
    (forms.state_aid_form,),
    AID_TO_ADULTS | AID_TO_MINORS,
    _CASE,
    ("Ce formulaire fait la demande.", "This form makes the claim."),
    sources.AID_FORM,
)

aid_identity = requirement(
    "aid_identity",
    (identity.photo_identity_document,),
    AID_TO_ADULTS,
    _CASE,
    ("Il dit qui vous êtes ; pour un adulte, il porte une photo.", "It says who you are; an adult's bears a photo."),
    sources.AID_PHOTO,
)

aid_child = requirement(
    "aid_child",
    (family.filiation_document,),
    AID_TO_MINORS,
    ("l'enfant demande l'aide médicale de l'État", "the child applies for State medical aid"),
    (
        "L'acte de naissance et le livret de famille sont admis pour dire qui est l'enfant.",
        "The birth certificate and the family record book are accepted to say who the child is.",
    ),
    sources.AID_CHILD_PAPERS,
)

aid_residence = requirement(
    "aid_residence",
    (
        residence.state_aid_residence_proof,
        Option(residence.state_aid_hosting_file, proviso=Text("quelqu'un vous héberge", "somebody houses you")),
    ),
    AID_TO_ADULTS,
    _CASE,
    (
        "Ils montrent plus de trois mois en France. Une liste plus stricte vaut pour les Européens ; elle n'est pas "
        "vérifiée ici.",
        "They show more than three months in France. A stricter list applies to Europeans; it is not verified here.",
    ),
    sources.AID_PAPERS,
)

aid_resources = requirement(
    "aid_resources",
    (money.resources_proof,),
    AID_TO_ADULTS,
    _CASE,
    (
        "Ils montrent que les ressources du foyer ne dépassent pas le plafond.",
        "They show that the household's resources are not above the ceiling.",
    ),
    sources.AID_RESOURCES,
)
