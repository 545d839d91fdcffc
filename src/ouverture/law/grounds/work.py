"""Door 1: work in France, from the first hour, wherever the person lives (L111-2-2), with a regular stay (L115-6)."""

from ouverture.law.arretes.arr2017 import (
    online_confirmation_only,
    prefecture_document,
    visa_not_validated,
    working_holiday_visa,
)
from ouverture.law.css.l111_2_2 import agricultural_work_in_france, employed_in_france, self_employed_in_france
from ouverture.law.css.l115_6 import worker_may_be_affiliated
from ouverture.law.css.l160_1 import works
from ouverture.law.css.l382_15 import minister_of_religion
from ouverture.law.css.r111_3 import document_in_date, regular_stay
from ouverture.law.facts.situation import posting_paper, work_kind, work_started_on
from ouverture.law.facts.stay import stay_document
from ouverture.law.grounds.writing import act, ground, on_day
from ouverture.rules.rulebook import Verdict

TIER = "work"
FIRST_DAY = on_day(work_started_on, "dès le premier jour de travail", "from the first day of work")
_REGULAR = worker_may_be_affiliated.holds
_POSTED_UNCOVERED = work_kind.among("posted") & posting_paper.among("none")
_IN_FRANCE = works.holds & (
    employed_in_france.holds
    | self_employed_in_france.holds
    | agricultural_work_in_france.holds
    | minister_of_religion.holds
    | work_kind.among("civil_servant", "military", "special_scheme")
    | _POSTED_UNCOVERED
)
WORKS_WITHOUT_REGULAR_STAY = _IN_FRANCE & ~regular_stay.holds

GROUNDS = (
    ground(
        TIER,
        "employee",
        _REGULAR & (employed_in_france.holds | (works.holds & _POSTED_UNCOVERED)),
        Verdict.COVERED,
        "cpam",
        "employer",
        FIRST_DAY,
        "Votre travail en France vous couvre, dès le premier jour.",
        "Your work in France covers you from day one.",
        rows="S1 S2 S5 S8 S9 S13 S15 S28",
    ),
    ground(
        TIER,
        "self_employed",
        _REGULAR & self_employed_in_france.holds,
        Verdict.COVERED,
        "cpam",
        "business",
        FIRST_DAY,
        "Votre activité à votre compte vous couvre, dès son début.",
        "Your own business covers you from its start.",
        rows="S4 B2",
    ),
    ground(
        TIER,
        "agricultural",
        _REGULAR & agricultural_work_in_france.holds,
        Verdict.COVERED,
        "msa",
        "employer",
        FIRST_DAY,
        "Le travail agricole est couvert par la MSA.",
        "Farm work is covered by the MSA.",
        rows="S3 B11",
    ),
    ground(
        TIER,
        "minister_of_religion",
        _REGULAR & minister_of_religion.holds,
        Verdict.COVERED,
        "cavimac",
        "scheme",
        FIRST_DAY,
        "Les ministres d'un culte sont couverts par la CAVIMAC.",
        "Ministers of religion are covered by the CAVIMAC.",
        rows="A26",
    ),
    ground(
        TIER,
        "civil_servant",
        _REGULAR & works.holds & work_kind.among("civil_servant"),
        Verdict.COVERED,
        "cpam",
        "employer",
        FIRST_DAY,
        "Un fonctionnaire de l'État relève du régime général, parfois géré par une mutuelle.",
        "A State civil servant is in the general scheme, sometimes run by a mutuelle.",
        rows="B3",
    ),
    ground(
        TIER,
        "military",
        _REGULAR & works.holds & work_kind.among("military"),
        Verdict.COVERED,
        "cnmss",
        "employer",
        FIRST_DAY,
        "Les militaires relèvent de la CNMSS.",
        "The armed forces belong to the CNMSS.",
        rows="B4",
    ),
    ground(
        TIER,
        "special_scheme",
        _REGULAR & works.holds & work_kind.among("special_scheme"),
        Verdict.COVERED,
        "special",
        "employer",
        FIRST_DAY,
        "Votre régime spécial vous couvre.",
        "Your special scheme covers you.",
        rows="B10",
        certainty="M",
    ),
    ground(
        TIER,
        "working_holiday",
        WORKS_WITHOUT_REGULAR_STAY & working_holiday_visa.holds & document_in_date.holds,
        Verdict.DISPUTED,
        "cpam",
        "argue",
        act("si la caisse accepte", "if the caisse agrees"),
        "La loi affilie qui travaille ; les caisses refusent ce visa, absent de la liste. Refus probable, droit "
        "défendable.",
        "The law affiliates whoever works; caisses refuse this visa, which is not on the list. Refusal likely, right "
        "arguable.",
        rows="S14 C8",
        certainty="M",
    ),
    ground(
        TIER,
        "worker_with_first_receipt",
        WORKS_WITHOUT_REGULAR_STAY & prefecture_document.holds & document_in_date.holds,
        Verdict.DISPUTED,
        "cpam",
        "argue",
        act("si la caisse accepte le document", "if the caisse accepts the document"),
        "Vous travaillez ; votre document peut passer, mais les sources se contredisent.",
        "You work; your document may pass, but the sources disagree.",
        rows="G3 C9",
        certainty="M",
    ),
    ground(
        TIER,
        "worker_visa_not_validated",
        WORKS_WITHOUT_REGULAR_STAY & visa_not_validated.holds & document_in_date.holds,
        Verdict.COVERED_LATER,
        "cpam",
        "validate_visa",
        act("dès la validation du visa", "once the visa is validated"),
        "Validez votre visa : il ne compte qu'après.",
        "Validate your visa: it counts only then.",
        rows="G5 A4",
    ),
    ground(
        TIER,
        "worker_online_confirmation",
        WORKS_WITHOUT_REGULAR_STAY & online_confirmation_only.holds,
        Verdict.COVERED_LATER,
        "cpam",
        "wait_document",
        act("dès qu'un document de la liste est délivré", "once a document on the list is issued"),
        "Une confirmation de dépôt en ligne ne suffit pas : il faut un document de la liste.",
        "A confirmation of an online filing is not enough: a document on the list is needed.",
        rows="G3 A4",
        certainty="M",
    ),
    ground(
        TIER,
        "worker_document_not_listed",
        WORKS_WITHOUT_REGULAR_STAY
        & (
            (document_in_date.holds & stay_document.among("short_stay"))
            | stay_document.among("special_card", "withdrawal_agreement")
        ),
        Verdict.NOT_COVERED,
        "nobody",
        "wait_document",
        act("dès qu'un document de la liste est délivré", "once a document on the list is issued"),
        "Vous travaillez, mais ce document n'est pas sur la liste : les cotisations restent dues, sans couverture.",
        "You work, but this document is not on the list: contributions stay due, without cover.",
        rows="A4 G2",
    ),
)
