"""Where to pay: never a condition of cover."""

from ouverture.evidence.citations import css
from ouverture.evidence.filing import IN_OWN_NAME, ON_ANOTHER_ACCOUNT
from ouverture.evidence.papers.money import bank_details
from ouverture.evidence.requirement import requirement

payment = requirement(
    "payment",
    (bank_details,),
    IN_OWN_NAME | ON_ANOTHER_ACCOUNT,
    ("la caisse doit vous rembourser", "the caisse is to refund you"),
    (
        "Il sert à vous payer. Il n'est pas une condition de l'ouverture des droits.",
        "It serves to pay you. It is not a condition of cover.",
    ),
    css.BANK_DETAILS,
    may_follow=(
        "Vous pouvez l'envoyer après : son absence n'empêche pas d'ouvrir les droits.",
        "You may send it later: its absence does not prevent cover.",
    ),
    follows=css.BANK_DETAILS,
)
