"""Joining a member of the family: no wait in law, and the places where offices or guides say otherwise."""

from ouverture.law.css.d160_2 import ARTICLE as NO_WAIT
from ouverture.law.css.d160_2 import family_at_once
from ouverture.law.css.l161_1 import family_member
from ouverture.law.css.r111_3 import eu_national, french_national
from ouverture.law.facts.family import relative_insured
from ouverture.law.practice.label_resistance import label_may_meet_resistance
from ouverture.law.sources import article, statement
from ouverture.law.warnings.notice import Cited, notice, side

DISPUTED_WAIT = statement("C6", "0b087dee00bb7b84", "CSS D160-2")
DISPUTED_LABEL = statement("C7", "37b8f76398a1d563", "Arrêté du 10 mai 2017")
ALGERIANS = statement("S31", "bc2f5758b3a40cb5", "ameli forum, expert answer 2024–2025")
BILLS = statement("trap 6", "b86536a9069585c6", "CSS D160-2")
ADULTS = statement("A16", "3e7de0b0837fb5c0", "CSS L160-2")
FORMS = statement("trap 5", "47384b7f70da739e", "CSS L160-1")
TOGETHER = statement("S32", "04cb6cffbf90719e", "CSS D160-2")
WITHOUT_TITLE = statement("S34", "5fb75f79985781b2", "ameli forum, expert answer 2024–2025")
MILITARY = article("CSS", "L713-1", "LEGIARTI000037200822", "e322ade44629f8f4", since="2018-07-15")

_JOINS = "joins_insured_family"

NOTICES = (
    notice(
        "no_wait_for_family",
        "Si un agent vous oppose trois mois d'attente, citez l'article D160-2, II, 3° : il vous en dispense.",
        "If an officer tells you to wait three months, quote article D160-2, II, 3°: it spares you the wait.",
        Cited(NO_WAIT, "La condition de stabilité de la résidence est également satisfaite, sans délai", "II"),
        Cited(DISPUTED_WAIT, "no wait; cite D160-2 II 3°"),
        rows="C6 S31 S33 trap-4",
        grounds=_JOINS,
        sides=(
            side("Pas d'attente.", "No wait.", "CSS D160-2 II 3° ; Solinum / CSS D160-2 II 3°; Solinum", "2016-01-01"),
            side(
                "Trois mois.", "Three months.", "Université de Lyon (familles de doctorants européens) ; blog", "2016"
            ),
        ),
    ),
    notice(
        "label_may_meet_resistance",
        "La loi regarde le lien de famille, et tout document de la liste convient. Mais un expert d'ameli ne cite "
        "que la mention « vie privée et familiale » : attendez-vous à devoir insister, par écrit.",
        "The law looks at the family tie, and any document on the list will do. But an ameli expert names only the "
        'label "private and family life": expect to have to insist, in writing.',
        Cited(DISPUTED_LABEL, "any listed titre (Arr2017) v. VPF only (Forum-ameli 2024–25)"),
        rows="C7 S31",
        when=label_may_meet_resistance.holds,
        if_unknown=~french_national.holds & ~eu_national.holds,
        grounds=_JOINS,
        sides=(
            side(
                "Tout document de la liste.",
                "Any document on the list.",
                "arrêté du 10 mai 2017 / order of 10 May 2017",
                "2017-05-10",
            ),
            side(
                "La mention « vie privée et familiale » seulement.",
                'The label "private and family life" only.',
                "forum ameli, réponse certifiée / ameli forum, certified answer",
                "2024-2025",
            ),
        ),
        certainty="M",
    ),
    notice(
        "short_visa_of_an_algerian_spouse",
        "La liste de 2017 ne contient pas le visa court séjour ; un expert d'ameli l'admet pour les Algériens. "
        "Joignez sa réponse, et demandez un document de la liste sans attendre.",
        "The list of 2017 does not contain the short-stay visa; an ameli expert accepts it for Algerians. Attach "
        "that answer, and ask for a document on the list without waiting.",
        Cited(ALGERIANS, "for Algerian nationals, a court-séjour visa C"),
        rows="S31 S34",
        grounds="algerian_family_short_visa",
        sides=(
            side("Pas sur la liste.", "Not on the list.", "arrêté du 10 mai 2017 / order of 10 May 2017", "2017-05-10"),
            side(
                "Admis pour les Algériens.",
                "Accepted for Algerians.",
                "forum ameli, réponse certifiée / ameli forum, certified answer",
                "2024-2025",
            ),
        ),
        certainty="M",
        to_do=True,
    ),
    notice(
        "bills_not_required_of_family",
        "On ne peut pas exiger trois mois de factures de qui rejoint un assuré, ni refuser parce que les factures "
        "sont au nom de l'autre.",
        "Three months of bills may not be required of a person joining an insured relative, nor may a claim be "
        "refused because the bills are in the other's name.",
        Cited(BILLS, "Asking for 3 months' bills from a family member who is exempt"),
        rows="trap-6 S31",
        grounds=_JOINS,
        about="papers",
    ),
    notice(
        "adults_claim_in_their_own_name",
        "Vous demandez en votre nom, avec le formulaire S1106. Depuis 2016, un adulte n'est plus l'ayant droit de "
        "son conjoint, sauf au régime militaire, qui peut l'accepter.",
        "You claim in your own name, with form S1106. Since 2016 an adult is no longer their partner's dependant, "
        "except in the military scheme, which may accept it.",
        Cited(ADULTS, "a spouse claims personally"),
        Cited(FORMS, "Adults file S1106 themselves"),
        Cited(MILITARY, "lorsqu'ils n'exercent pas d'activité professionnelle et qu'ils en font la demande", "3° a"),
        rows="A16 trap-5",
        grounds=_JOINS,
    ),
    notice(
        "family_tie_once_a_document",
        "Votre lien avec une personne assurée en France vous dispensera des trois mois : il manque un document de "
        "séjour de la liste. Dès qu'il est délivré, faites la demande.",
        "Your tie to a person insured in France will spare you the three months: a residence document on the list is "
        "missing. As soon as it is issued, claim.",
        Cited(NO_WAIT, "La condition de stabilité de la résidence est également satisfaite, sans délai", "II"),
        Cited(WITHOUT_TITLE, "not yet regular"),
        rows="S34 S31 A9",
        when=family_at_once.holds,
        grounds="temporary_visa_without_work document_not_listed urgent_care_only state_medical_aid "
        "above_state_aid_resources online_confirmation card_to_be_asked_for visa_to_validate",
        certainty="M",
        to_do=True,
    ),
    notice(
        "partner_not_insured_yet",
        "Personne n'est encore assuré en France dans votre couple. Dès que l'un l'est, par un travail, des études ou "
        "la fin de l'attente, l'autre n'attend plus.",
        "Nobody in your couple is insured in France yet. As soon as one is, through work, studies or the end of the "
        "wait, the other need no longer wait.",
        Cited(TOGETHER, "both wait 3 m, unless one starts work"),
        rows="S32 trap-4",
        when=family_member.holds & relative_insured.is_no(),
        grounds="resident_waits european_with_means_waits",
    ),
)
