"""What makes an answer less sure for one who lives in France without working."""

from ouverture.law.facts.elsewhere import INSURED_ELSEWHERE, other_cover, rights_open
from ouverture.law.facts.means import listed_benefit
from ouverture.law.facts.plan import residence_check
from ouverture.law.facts.situation import activity, seeking_kind
from ouverture.law.grounds.doubts_at_work import OF_THE_PERMIT
from ouverture.law.practice.territories import rights_of_a_territory
from ouverture.rules.rulebook import Doubt
from ouverture.text import Text

_CLOSED = Doubt(
    residence_check.among("closed"),
    Text(
        "La caisse a décidé de fermer vos droits : ils ne continuent que si la décision tombe. Contestez-la dans les "
        "deux mois, et refaites une demande si vous remplissez les conditions.",
        "The caisse has decided to close your rights: they go on only if that decision falls. Contest it within two "
        "months, and apply again if you meet the conditions.",
    ),
)
_ABOUT_TO_CLOSE = Doubt(
    residence_check.among("findings"),
    Text(
        "Vos droits sont ouverts, mais la caisse écrit vouloir les fermer : répondez aux constats dans le mois qui "
        "suit la réception de sa lettre.",
        "Your rights are open, but the caisse writes that it means to close them: answer its findings within the month "
        "after you received its letter.",
    ),
)
UNDER_CHECK = (_CLOSED, _ABOUT_TO_CLOSE)
"""Rights said to be open that a check of the caisse puts at risk (R114-10-1)."""

_ANOTHER_STATE_TOO = Doubt(
    other_cover.among(*INSURED_ELSEWHERE),
    Text(
        "Une pension ou une allocation française met vos soins à la charge de la France ; vous dites pourtant qu'un "
        "autre État paie. Prévenez-le : un seul des deux vous assure.",
        "A French pension or benefit puts your care on France's account; yet you say that another State pays. Tell "
        "it: only one of the two insures you.",
    ),
)

WORKED_HERE = Doubt(
    activity.among("seeking_work") & seeking_kind.among("after_french_job") & rights_open.is_no(),
    Text(
        "Un emploi en France ouvre les droits dès le premier jour, et le perdre ne les ferme pas. Si vous vivez ici "
        "depuis cet emploi, montrez d'abord contrat et fiches de paie à la caisse ; si vous étiez parti, ce qui suit "
        "vaut.",
        "A job in France opens rights from day one, and losing it does not close them. If you have lived here since "
        "that job, first show your contract and payslips to the caisse; if you had left, what follows holds.",
    ),
)
"""No open rights after work in France: never registered, or closed by a departure. Nothing asked tells which."""

RECEIVES_A_BENEFIT = Doubt(
    listed_benefit.is_yes(),
    Text(
        "Sous le niveau de ressources, un Européen sans activité est orienté vers l'aide médicale de l'État ; mais "
        "vous recevez une prestation (famille, logement, RSA…) : montrez-la à la caisse, et demandez une décision "
        "écrite. Nos sources ne règlent pas ce cas.",
        "Below the level of resources, a European without work is directed to State medical aid; but you receive a "
        "benefit (family, housing, RSA…): show it to the caisse, and ask for a written decision. Our sources do not "
        "settle this case.",
    ),
)

_MOVED_FROM_A_TERRITORY = Doubt(
    rights_of_a_territory.holds,
    Text(
        "Une pension ou une allocation française met vos soins à la charge de la France ; vos droits sont encore dans "
        "un territoire qui a son propre régime. Nos sources ne disent pas comment ils passent ici : demandez-le à ce "
        "régime et à la CPAM.",
        "A French pension or benefit puts your care on France's account; your rights are still in a territory that has "
        "its own scheme. Our sources do not say how they move here: ask that scheme and the CPAM.",
    ),
    "L",
)
OF_A_PENSION_OR_BENEFIT = (_ANOTHER_STATE_TOO, *OF_THE_PERMIT)
TO_DECLARE = (*OF_A_PENSION_OR_BENEFIT, _MOVED_FROM_A_TERRITORY)
"""The same, for a pension or benefit whose holder has no open rights here."""
