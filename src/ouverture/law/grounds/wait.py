"""Not yet: the three months have not run, or a document is missing that will come."""

from ouverture.law.arretes.arr2017 import (
    appointment_only,
    card_to_be_asked_for,
    online_confirmation_only,
    prefecture_document,
    visa_not_validated,
    working_holiday_visa,
)
from ouverture.law.css.d160_2 import (
    family_at_once,
    intern_at_once,
    student_at_once,
    three_months,
    volunteer_at_once,
)
from ouverture.law.css.l160_1 import does_not_work
from ouverture.law.css.l161_15_1 import already_insured
from ouverture.law.css.r111_2 import home_in_france
from ouverture.law.css.r111_3 import (
    document_in_date,
    regular_stay,
    under_no_other_state,
    withdrawal_card_of_another_national,
)
from ouverture.law.facts.stay import in_france_since, stay_document
from ouverture.law.grounds.doubts_at_work import OF_THE_PERMIT, OPEN_WITHOUT_A_LISTED_DOCUMENT
from ouverture.law.grounds.doubts_of_residents import UNDER_CHECK, WORKED_HERE
from ouverture.law.grounds.residence import DOOR_TWO, NOT_BY_EUROPEAN_LAW, STAYED_LONG_ENOUGH
from ouverture.law.grounds.work import OPEN_WHILE_EXAMINED
from ouverture.law.grounds.writing import CONTINUOUS, NEVER, act, after_months, ground
from ouverture.law.practice.algerian_spouse import algerian_family_short_visa
from ouverture.law.practice.eu_inactive import eu_style_resident, may_reside_without_work
from ouverture.law.practice.territories import rights_of_a_territory
from ouverture.rules.rulebook import Doubt, Verdict
from ouverture.text import Text

FROM_A_TERRITORY = "from_a_territory"
TIER = "wait"
PENDING = "document_to_come"
_EUROPEAN_WITHOUT_MEANS = eu_style_resident.holds & ~may_reside_without_work.holds
_WITHOUT = does_not_work.holds & under_no_other_state.holds & home_in_france.holds & ~regular_stay.holds
_IN_DATE = _WITHOUT & document_in_date.holds
_WITH_A_LISTED_DOCUMENT = act("dès qu'un document de la liste est délivré", "once a document on the list is issued")

_AFTER_THREE_MONTHS = after_months(
    in_france_since,
    3,
    "dès que vous vivez en France depuis plus de trois mois",
    "as soon as you have lived in France for more than three months",
)
THREE_MONTHS_TO_RUN_TOO = Doubt(
    ~STAYED_LONG_ENOUGH
    & ~(family_at_once.holds | student_at_once.holds | volunteer_at_once.holds | intern_at_once.holds),
    Text(
        "Ce document peut passer, les sources se contredisent ; et vous vivez ici depuis trois mois ou moins : même "
        "accepté, il n'ouvre rien avant plus de trois mois de résidence. Préparez le dossier pour ce jour-là.",
        "This document may pass, the sources disagree; and you have lived here for three months or less: even "
        "accepted, it opens nothing before more than three months of residence. Prepare the file for that day.",
    ),
    if_unknown=~three_months.holds,
)
"""Two obstacles at once: what proves the stay is in doubt, and the stay is short."""
_PREPARE_NOW = Text(
    "Vous serez couvert après plus de trois mois de résidence : préparez le dossier dès maintenant.",
    "You will be covered after more than three months of residence: prepare the file now.",
)

GROUNDS = (
    ground(
        FROM_A_TERRITORY,
        "comes_from_a_territory",
        DOOR_TWO & ~STAYED_LONG_ENOUGH & rights_of_a_territory.holds,
        Verdict.DISPUTED,
        "cpam",
        "argue",
        act("à la date que la caisse retiendra", "from the day the caisse will settle on"),
        "Aucun texte détenu ne dit si les trois mois courent pour qui vient d'un territoire français à régime propre.",
        "No text held says whether the three months run for who comes from a French territory with its own scheme.",
        rows="turn2/15c",
        certainty="L",
    ),
    ground(
        TIER,
        "european_without_means_waits",
        DOOR_TWO & ~STAYED_LONG_ENOUGH & _EUROPEAN_WITHOUT_MEANS,
        Verdict.NOT_COVERED,
        "nobody",
        "hospital",
        after_months(
            in_france_since,
            3,
            "aide médicale de l'État possible après plus de trois mois de présence",
            "State medical aid possible after more than three months of presence",
        ),
        "Sans ressources suffisantes, un Européen sans activité n'entre pas par la résidence, même après trois mois : "
        "il est orienté vers l'aide médicale de l'État.",
        "Without sufficient resources, a European without work does not enter by residence, even after three months: "
        "caisses direct them to State medical aid.",
        rows="S37 C5 after/E10",
        certainty="M",
        doubts=(WORKED_HERE,),
    ),
    ground(
        TIER,
        "european_with_means_waits",
        DOOR_TWO & ~STAYED_LONG_ENOUGH & eu_style_resident.holds & may_reside_without_work.holds,
        Verdict.COVERED_LATER,
        "cpam",
        "eu_online",
        _AFTER_THREE_MONTHS,
        _PREPARE_NOW.fr,
        _PREPARE_NOW.en,
        rows="A6 S30 S32 S37 S43 S46 S49 S60",
        doubts=(WORKED_HERE,),
    ),
    ground(
        TIER,
        "resident_waits",
        DOOR_TWO & ~STAYED_LONG_ENOUGH & NOT_BY_EUROPEAN_LAW,
        Verdict.COVERED_LATER,
        "cpam",
        "s1106",
        _AFTER_THREE_MONTHS,
        _PREPARE_NOW.fr,
        _PREPARE_NOW.en,
        rows="A6 S30 S32 S37 S43 S46 S49 S60",
        doubts=(*OF_THE_PERMIT, WORKED_HERE),
    ),
    ground(
        PENDING,
        "visa_to_validate",
        _IN_DATE & visa_not_validated.holds,
        Verdict.COVERED_LATER,
        "cpam",
        "validate_visa",
        act(
            "dès la validation du visa, si les autres conditions sont remplies",
            "once the visa is validated, if the other conditions are met",
        ),
        "Validez d'abord votre visa en ligne : sans validation, il ne prouve pas le séjour régulier.",
        "First validate your visa online: until then it does not prove a regular stay.",
        rows="G5",
        doubts=(OPEN_WITHOUT_A_LISTED_DOCUMENT,),
    ),
    ground(
        PENDING,
        "card_to_be_asked_for",
        _IN_DATE & card_to_be_asked_for.holds,
        Verdict.COVERED_LATER,
        "cpam",
        "wait_document",
        _WITH_A_LISTED_DOCUMENT,
        "Demandez la carte de séjour à la préfecture : ce visa seul n'est pas sur la liste.",
        "Ask the prefecture for the residence card: this visa alone is not on the list.",
        rows="G2 G5",
        certainty="M",
        doubts=(OPEN_WITHOUT_A_LISTED_DOCUMENT,),
    ),
    ground(
        PENDING,
        "first_receipt_disputed",
        _IN_DATE & prefecture_document.holds & ~already_insured.holds,
        Verdict.DISPUTED,
        "cpam",
        "argue",
        act("si la caisse accepte le document", "if the caisse accepts the document"),
        "Ce document de la préfecture peut passer par le dernier point de la liste ; des caisses le refusent.",
        "This document of the prefecture may pass through the last item of the list; some caisses refuse it.",
        rows="G3 C9",
        certainty="M",
        doubts=(THREE_MONTHS_TO_RUN_TOO,),
    ),
    ground(
        PENDING,
        "open_rights_examined",
        _IN_DATE & prefecture_document.holds & already_insured.holds,
        Verdict.DISPUTED,
        "cpam",
        "keep_open",
        CONTINUOUS,
        OPEN_WHILE_EXAMINED.fr,
        OPEN_WHILE_EXAMINED.en,
        rows="G3 C9 P1",
        certainty="M",
        doubts=UNDER_CHECK,
    ),
    ground(
        PENDING,
        "withdrawal_card_disputed",
        _IN_DATE & withdrawal_card_of_another_national.holds,
        Verdict.DISPUTED,
        "cpam",
        "argue",
        act("si la caisse accepte le document", "if the caisse accepts the document"),
        "La carte de l'accord de retrait d'un proche qui n'est pas britannique n'est nommée par aucune source détenue "
        ": demandez qu'elle compte comme un titre européen.",
        "The Withdrawal Agreement card of a relative who is not British is named by no source held: ask that it count "
        "as a European document.",
        rows="S40",
        certainty="L",
        doubts=(THREE_MONTHS_TO_RUN_TOO,),
        since="2021-01-01",
    ),
    ground(
        PENDING,
        "online_confirmation",
        _WITHOUT & (online_confirmation_only.holds | appointment_only.holds),
        Verdict.COVERED_LATER,
        "cpam",
        "wait_document",
        _WITH_A_LISTED_DOCUMENT,
        "Une confirmation en ligne ou un rendez-vous ne suffit pas : il faut un document de la liste.",
        "An online confirmation or an appointment is not enough: a document on the list is needed.",
        rows="G3",
        certainty="M",
        doubts=(OPEN_WITHOUT_A_LISTED_DOCUMENT,),
    ),
    ground(
        PENDING,
        "algerian_family_short_visa",
        _IN_DATE & algerian_family_short_visa.holds,
        Verdict.DISPUTED,
        "cpam",
        "argue",
        act("si la caisse accepte le visa", "if the caisse accepts the visa"),
        "La liste n'admet pas le visa court séjour ; un expert d'ameli l'admet pour un conjoint algérien.",
        "The list does not admit a short-stay visa; an ameli expert accepts it for an Algerian spouse.",
        rows="S31 S34",
        certainty="M",
    ),
    ground(
        PENDING,
        "family_without_document",
        _IN_DATE & stay_document.among("short_stay") & family_at_once.holds & ~algerian_family_short_visa.holds,
        Verdict.COVERED_LATER,
        "cpam",
        "wait_document",
        _WITH_A_LISTED_DOCUMENT,
        "Le lien de famille vous dispensera des trois mois ; il manque un document de séjour de la liste.",
        "The family tie will spare you the three months; a residence document on the list is missing.",
        rows="S34",
        certainty="M",
        doubts=(OPEN_WITHOUT_A_LISTED_DOCUMENT,),
    ),
    ground(
        PENDING,
        "short_stay",
        _IN_DATE & stay_document.among("short_stay") & ~family_at_once.holds,
        Verdict.NOT_COVERED,
        "nobody",
        "private",
        NEVER,
        "Un court séjour n'est pas une résidence régulière et stable.",
        "A short stay is not a stable and regular residence.",
        rows="G2 S34",
        doubts=(OPEN_WITHOUT_A_LISTED_DOCUMENT,),
    ),
    ground(
        PENDING,
        "temporary_visa_without_work",
        _IN_DATE & working_holiday_visa.holds,
        Verdict.NOT_COVERED,
        "nobody",
        "private",
        act("avec un document de la liste", "with a document on the list"),
        "Le visa temporaire (VLS-T) n'est pas sur la liste : gardez une assurance privée.",
        "The temporary visa (VLS-T) is not on the list: keep private insurance.",
        rows="S14 C8",
        certainty="M",
        doubts=(OPEN_WITHOUT_A_LISTED_DOCUMENT,),
    ),
    ground(
        PENDING,
        "document_not_listed",
        _WITHOUT
        & stay_document.among("special_card", "withdrawal_agreement")
        & ~withdrawal_card_of_another_national.holds,
        Verdict.NOT_COVERED,
        "nobody",
        "wait_document",
        _WITH_A_LISTED_DOCUMENT,
        "Ce document n'est pas sur la liste de l'arrêté du 10 mai 2017 dans votre situation.",
        "This document is not on the list of the order of 10 May 2017 in your situation.",
        rows="S55 G2",
        certainty="M",
        doubts=(OPEN_WITHOUT_A_LISTED_DOCUMENT,),
    ),
)
