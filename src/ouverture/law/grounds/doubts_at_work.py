"""What makes an answer less sure for one who works in France: the permit, another State, a paper left unsaid."""

from ouverture.law.ceseda.l426_20 import undertook_not_to_work
from ouverture.law.ceseda.l426_23 import trainee_at_work
from ouverture.law.css.r111_3 import (
    document_in_date,
    document_of_a_third_country_national,
    withdrawal_agreement_card,
)
from ouverture.law.facts.elsewhere import INSURED_ELSEWHERE, other_cover, rights_open
from ouverture.law.facts.situation import work_kind
from ouverture.law.facts.stay import PERMITS_WITH_A_LABEL, stay_document, stay_label, stay_standing
from ouverture.rules.rulebook import Doubt
from ouverture.text import Text

_CARRIES_A_LABEL = stay_document.among(*PERMITS_WITH_A_LABEL)

_AGAINST_THE_PERMIT = (
    Doubt(
        undertook_not_to_work.holds,
        Text(
            "Votre travail en France peut vous affilier, mais votre titre de visiteur vous engage à ne pas travailler "
            ": travailler peut vous le faire perdre. Voyez un avocat ou une association avant toute démarche.",
            "Your work in France may affiliate you, but your visitor permit is an undertaking not to work: working may "
            "cost you the permit. See a lawyer or an association before any step.",
        ),
        if_unknown=_CARRIES_A_LABEL,
    ),
    Doubt(
        trainee_at_work.holds,
        Text(
            "Votre travail en France peut vous affilier, mais votre titre de stagiaire n'autorise pas le travail "
            "salarié. Voyez un avocat ou une association avant toute démarche.",
            "Your work in France may affiliate you, but your trainee permit does not authorise salaried work. See a "
            "lawyer or an association before any step.",
        ),
        if_unknown=_CARRIES_A_LABEL,
    ),
)
MINISTRY_OF_A_VISITOR = Doubt(
    work_kind.among("minister_of_religion") & stay_label.among("visitor") & stay_document.among(*PERMITS_WITH_A_LABEL),
    Text(
        "Votre ministère vous rattache à la CAVIMAC ; mais votre titre de visiteur vous engage à n'exercer aucune "
        "activité professionnelle, et nos sources ne disent pas si un ministère en est une. Demandez-le à votre "
        "congrégation avant toute démarche.",
        "Your ministry attaches you to the CAVIMAC; but your visitor permit is an undertaking to do no professional "
        "work, and our sources do not say whether a ministry is such work. Ask your congregation before any step.",
    ),
)
STILL_INSURED_ELSEWHERE = Doubt(
    other_cover.among(*INSURED_ELSEWHERE),
    Text(
        "Votre travail en France, sans certificat d'un autre État, vous place sous la loi française ; vous dites "
        "pourtant qu'un autre État paie. Prévenez-le : un seul des deux vous assure.",
        "Your work in France, with no certificate of another State, puts you under French law; yet you say that "
        "another State pays. Tell it: only one of the two insures you.",
    ),
)
WITHDRAWAL_CARD_ENDED = Doubt(
    withdrawal_agreement_card.holds & ~document_in_date.holds,
    Text(
        "L'accord de retrait vous garde des droits de type européen, mais votre carte a pris fin, et nos sources ne "
        "disent pas s'ils tiennent sans elle. Demandez-en une nouvelle à la préfecture ; si la caisse écrit, répondez "
        "dans le mois.",
        "The Withdrawal Agreement keeps you EU-style rights, but your card has ended, and our sources do not say "
        "whether they hold without it. Ask the prefecture for a new one; if the caisse writes, answer within the "
        "month.",
    ),
    "L",
)
_REFUSED_OR_WITHDRAWN = Doubt(
    stay_standing.among("refused") & document_of_a_third_country_national.holds,
    Text(
        "Votre titre est encore en cours : si seule la suite est refusée, il vaut jusqu'à sa fin. S'il vous a été "
        "retiré, il ne prouve plus un séjour régulier : dites alors qu'il a pris fin, avec le jour du retrait.",
        "Your document is still in date: if only the next one is refused, it counts to its last day. If it was "
        "withdrawn, it no longer proves a regular stay: then say that it has ended, with the day of the withdrawal.",
    ),
)
OF_THE_PERMIT = (WITHDRAWAL_CARD_ENDED, _REFUSED_OR_WITHDRAWN)
OPEN_WITHOUT_A_LISTED_DOCUMENT = Doubt(
    rights_open.is_yes(),
    Text(
        "Vous dites vos droits ouverts : ce papier ne les ferme pas, mais il ne suffit pas à la caisse. Si vous aviez "
        "un document de la liste, choisissez-le avec sa fin, car vos droits sont peut-être gardés ; si la caisse "
        "écrit, répondez dans le mois.",
        "You say that your rights are open: this paper does not close them, but it is not enough for the caisse. If "
        "you had a document on the list, choose it with its last day, because your rights may be kept; if the caisse "
        "writes, answer within the month.",
    ),
)
"""For whoever names a paper that is not on the list beside open rights: most often the last card is left unsaid."""
AT_WORK = (*_AGAINST_THE_PERMIT, STILL_INSURED_ELSEWHERE, *OF_THE_PERMIT)
