"""Door 1: work in France, from the first hour, wherever the person lives (L111-2-2), with a regular stay (L115-6)."""

from ouverture.law.arretes.arr2017 import (
    appointment_only,
    card_to_be_asked_for,
    online_confirmation_only,
    prefecture_document,
    visa_not_validated,
    working_holiday_visa,
)
from ouverture.law.css.d160_14 import ARTICLE as BODY_OF_THE_SELF_EMPLOYED
from ouverture.law.css.l111_2_2 import agricultural_work_in_france, employed_in_france, self_employed_in_france
from ouverture.law.css.l115_6 import worker_may_be_affiliated
from ouverture.law.css.l160_1 import works
from ouverture.law.css.l160_6 import official_family_at_work
from ouverture.law.css.l161_15_1 import already_insured
from ouverture.law.css.l382_15 import minister_of_religion
from ouverture.law.css.r111_3 import (
    document_in_date,
    regular_stay,
    withdrawal_card_of_another_national,
)
from ouverture.law.facts.situation import posting_paper, work_kind, work_started_on
from ouverture.law.facts.stay import in_france_since, stay_document
from ouverture.law.grounds.doubts_at_work import (
    AT_WORK,
    MINISTRY_OF_A_VISITOR,
    OPEN_WITHOUT_A_LISTED_DOCUMENT,
    STILL_INSURED_ELSEWHERE,
)
from ouverture.law.grounds.doubts_of_residents import UNDER_CHECK
from ouverture.law.grounds.writing import CONTINUOUS, act, ground, not_before_arrival
from ouverture.rules.conditions import NEVER, Condition
from ouverture.rules.rulebook import Certainty, Doubt, Ground, Start, Verdict
from ouverture.text import Text

ARMED_FORCES, TIER = "armed_forces", "work"
FIRST_DAY = not_before_arrival(
    work_started_on, in_france_since, "dès le premier jour de travail en France", "from the first day of work in France"
)
NOT_BEFORE_ARRIVAL = not_before_arrival(
    work_started_on,
    in_france_since,
    "dès le premier jour de travail en France, au plus tôt à l'arrivée",
    "from the first day of work in France, at the earliest on arrival",
    needs_both=True,
)
REGULAR = worker_may_be_affiliated.holds
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

OPEN_WHILE_EXAMINED = Text(
    "Vos droits sont ouverts ; ce document peut suffire, les sources se contredisent. La caisse ne peut fermer avant "
    "la fin du sixième mois (deuxième, après un éloignement définitif) qui suit votre dernier titre de la liste.",
    "Your rights are open; this document may do, the sources disagree. The caisse cannot close before the end of the "
    "sixth month (second, after a final removal order) after your last document on the list ended.",
)


FUND_OF_THE_WORK = {
    "on_a_farm": ("msa", agricultural_work_in_france.holds, "B11"),
    "of_religion": ("cavimac", minister_of_religion.holds, "A26"),
    "of_a_special_scheme": ("special", works.holds & work_kind.among("special_scheme"), "B10"),
}
"""What the name of a ground ends with where another body than the CPAM answers: the body, whose work, the row."""


def by_fund(name: str) -> tuple[str, ...]:
    """The names of the grounds that ``_by_the_fund_of_the_work`` writes for one name."""
    return (name, *(f"{name}_{work}" for work in FUND_OF_THE_WORK))


def _by_the_fund_of_the_work(
    name: str, when: Condition, verdict: Verdict, route: str, start: Start, fr: str, en: str, rows: str,
    certainty: Certainty = "H", since: str | None = None, doubts: tuple[Doubt, ...] = (),
) -> tuple[Ground, ...]:  # fmt: skip
    """The same ground for each body: the fund of the work where it has one, else the CPAM."""
    others = NEVER
    for _, whose, _ in FUND_OF_THE_WORK.values():
        others |= whose
    return (
        ground(
            TIER, name, when & ~others, verdict, "cpam", route, start, fr, en, rows, certainty, since, doubts=doubts
        ),
        *(
            ground(
                TIER, f"{name}_{work}", when & whose, verdict, body, route, start, fr, en, f"{rows} {row}", certainty,
                since, doubts=doubts,
            )
            for work, (body, whose, row) in FUND_OF_THE_WORK.items()
        ),
    )  # fmt: skip


GROUNDS = (
    ground(
        ARMED_FORCES,
        "soldier_without_a_listed_document",
        works.holds & work_kind.among("military") & ~regular_stay.holds,
        Verdict.DISPUTED,
        "cnmss",
        "employer",
        act("à la date que la CNMSS retiendra", "from the day the CNMSS will settle on"),
        "Les militaires relèvent de la CNMSS ; aucun texte détenu ne dit quel papier vaut séjour régulier pour un "
        "légionnaire. Demandez-le à votre unité.",
        "The armed forces belong to the CNMSS; no text held says which paper stands for a regular stay for a "
        "legionnaire. Ask your unit.",
        rows="B4 D6 A4",
        certainty="L",
    ),
    *_by_the_fund_of_the_work(
        "worker_with_open_rights_examined",
        WORKS_WITHOUT_REGULAR_STAY & prefecture_document.holds & document_in_date.holds & already_insured.holds,
        Verdict.DISPUTED,
        "keep_open",
        CONTINUOUS,
        OPEN_WHILE_EXAMINED.fr,
        OPEN_WHILE_EXAMINED.en,
        rows="G3 C9 P1",
        certainty="M",
        doubts=UNDER_CHECK,
    ),
    *_by_the_fund_of_the_work(
        "worker_with_withdrawal_card",
        WORKS_WITHOUT_REGULAR_STAY & withdrawal_card_of_another_national.holds,
        Verdict.DISPUTED,
        "argue",
        act("si la caisse accepte le document", "if the caisse accepts the document"),
        "Vous travaillez ; la carte de l'accord de retrait d'un proche qui n'est pas britannique n'est nommée par "
        "aucune source détenue.",
        "You work; the Withdrawal Agreement card of a relative who is not British is named by no source held.",
        rows="S40",
        certainty="L",
        since="2021-01-01",
    ),
    ground(
        TIER,
        "employee",
        REGULAR & employed_in_france.holds & work_kind.other_than("foreign_employer"),
        Verdict.COVERED,
        "cpam",
        "employer",
        FIRST_DAY,
        "Votre travail en France vous couvre, dès le premier jour.",
        "Your work in France covers you from day one.",
        rows="S1 S5 S9 S13 S15 S28",
        doubts=AT_WORK,
    ),
    ground(
        TIER,
        "posted_without_certificate",
        REGULAR & works.holds & _POSTED_UNCOVERED,
        Verdict.COVERED,
        "cpam",
        "foreign_employer",
        act(
            "dès le premier jour sous la loi française : le premier jour de travail en France ou, après un certificat, "
            "le lendemain de sa fin",
            "from the first day under French law: the first day of work in France or, after a certificate, the day "
            "after it ended",
        ),
        "Sans certificat d'un autre État, ou quand il a pris fin, votre travail en France vous couvre.",
        "With no certificate of another State, or once it has ended, your work in France covers you.",
        rows="S8",
        doubts=AT_WORK,
    ),
    ground(
        TIER,
        "employee_of_a_foreign_employer",
        REGULAR & employed_in_france.holds & work_kind.among("foreign_employer"),
        Verdict.COVERED,
        "cpam",
        "foreign_employer",
        NOT_BEFORE_ARRIVAL,
        "Travailler en France pour un employeur étranger vous couvre, dès le premier jour de ce travail en France.",
        "Working in France for a foreign employer covers you, from the first day of that work in France.",
        rows="S2",
        doubts=AT_WORK,
    ),
    ground(
        TIER,
        "self_employed",
        REGULAR & self_employed_in_france.holds,
        Verdict.COVERED,
        "cpam",
        "business",
        NOT_BEFORE_ARRIVAL,
        "Votre activité à votre compte en France vous couvre, dès son début en France.",
        "Your own business in France covers you from its start in France.",
        rows="S4 B2",
        since=BODY_OF_THE_SELF_EMPLOYED.since.isoformat(),
        doubts=AT_WORK,
    ),
    ground(
        TIER,
        "self_employed_before_the_cpam",
        REGULAR & self_employed_in_france.holds,
        Verdict.COVERED,
        "self_employed_body",
        "business",
        NOT_BEFORE_ARRIVAL,
        "Votre activité à votre compte en France vous couvre, dès son début ; à cette date, les textes détenus ne "
        "disent pas si c'est par la CPAM ou par l'organisme des indépendants.",
        "Your own business in France covers you from its start; on that date, the texts held do not say whether it is "
        "through the CPAM or the body of the self-employed.",
        rows="S4 B2",
        certainty="M",
        until=BODY_OF_THE_SELF_EMPLOYED.since.isoformat(),
        doubts=AT_WORK,
    ),
    ground(
        TIER,
        "agricultural",
        REGULAR & agricultural_work_in_france.holds & work_kind.among("agricultural"),
        Verdict.COVERED,
        "msa",
        "employer",
        FIRST_DAY,
        "Le travail agricole est couvert par la MSA.",
        "Farm work is covered by the MSA.",
        rows="S3 B11",
        doubts=AT_WORK,
    ),
    ground(
        TIER,
        "farmer",
        REGULAR & agricultural_work_in_france.holds & work_kind.among("farmer"),
        Verdict.COVERED,
        "msa",
        "business",
        FIRST_DAY,
        "Votre exploitation agricole vous rattache à la MSA, dès son début.",
        "Your farm attaches you to the MSA from its start.",
        rows="S3 B11",
        doubts=AT_WORK,
    ),
    ground(
        TIER,
        "minister_of_religion",
        REGULAR & minister_of_religion.holds,
        Verdict.COVERED,
        "cavimac",
        "scheme",
        FIRST_DAY,
        "Les ministres d'un culte sont couverts par la CAVIMAC.",
        "Ministers of religion are covered by the CAVIMAC.",
        rows="A26",
        doubts=(MINISTRY_OF_A_VISITOR, STILL_INSURED_ELSEWHERE),
    ),
    ground(
        TIER,
        "civil_servant",
        REGULAR & works.holds & work_kind.among("civil_servant"),
        Verdict.COVERED,
        "cpam",
        "employer",
        FIRST_DAY,
        "Un fonctionnaire de l'État relève du régime général, parfois géré par une mutuelle.",
        "A State civil servant is in the general scheme, sometimes run by a mutuelle.",
        rows="B3",
        doubts=(STILL_INSURED_ELSEWHERE,),
    ),
    ground(
        TIER,
        "military",
        REGULAR & works.holds & work_kind.among("military"),
        Verdict.COVERED,
        "cnmss",
        "employer",
        FIRST_DAY,
        "Les militaires relèvent de la CNMSS.",
        "The armed forces belong to the CNMSS.",
        rows="B4",
        doubts=(STILL_INSURED_ELSEWHERE,),
    ),
    *_by_the_fund_of_the_work(
        "working_holiday",
        WORKS_WITHOUT_REGULAR_STAY & working_holiday_visa.holds & document_in_date.holds,
        Verdict.DISPUTED,
        "argue",
        act("si la caisse accepte", "if the caisse agrees"),
        "La loi affilie qui travaille ; les caisses refusent ce visa, absent de la liste. Refus probable, droit "
        "défendable.",
        "The law affiliates whoever works; caisses refuse this visa, which is not on the list. Refusal likely, right "
        "arguable.",
        rows="S14 C8",
        certainty="M",
        doubts=(OPEN_WITHOUT_A_LISTED_DOCUMENT,),
    ),
    *_by_the_fund_of_the_work(
        "worker_with_first_receipt",
        WORKS_WITHOUT_REGULAR_STAY & prefecture_document.holds & document_in_date.holds & ~already_insured.holds,
        Verdict.DISPUTED,
        "argue",
        act("si la caisse accepte le document", "if the caisse accepts the document"),
        "Vous travaillez ; votre document peut passer, mais les sources se contredisent.",
        "You work; your document may pass, but the sources disagree.",
        rows="G3 C9",
        certainty="M",
    ),
    *_by_the_fund_of_the_work(
        "worker_with_special_card",
        WORKS_WITHOUT_REGULAR_STAY & official_family_at_work.holds & document_in_date.holds,
        Verdict.DISPUTED,
        "argue",
        act("si la caisse accepte le document", "if the caisse accepts the document"),
        "La loi admet qui travaille aussi en France ; mais le titre de séjour spécial n'est pas sur la liste.",
        "The law admits those who also work in France; but the special residence card is not on the list.",
        rows="A11 S55 S56",
        certainty="M",
        doubts=(OPEN_WITHOUT_A_LISTED_DOCUMENT,),
    ),
    *_by_the_fund_of_the_work(
        "worker_visa_not_validated",
        WORKS_WITHOUT_REGULAR_STAY & visa_not_validated.holds & document_in_date.holds,
        Verdict.COVERED_LATER,
        "validate_visa",
        act("dès la validation du visa", "once the visa is validated"),
        "Validez votre visa : il ne compte qu'après.",
        "Validate your visa: it counts only then.",
        rows="G5 A4",
        doubts=(OPEN_WITHOUT_A_LISTED_DOCUMENT,),
    ),
    *_by_the_fund_of_the_work(
        "worker_card_to_be_asked_for",
        WORKS_WITHOUT_REGULAR_STAY & card_to_be_asked_for.holds & document_in_date.holds,
        Verdict.COVERED_LATER,
        "wait_document",
        act("dès qu'un document de la liste est délivré", "once a document on the list is issued"),
        "Demandez la carte de séjour à la préfecture : ce visa seul n'est pas sur la liste.",
        "Ask the prefecture for the residence card: this visa alone is not on the list.",
        rows="G2 A4",
        certainty="M",
        doubts=(OPEN_WITHOUT_A_LISTED_DOCUMENT,),
    ),
    *_by_the_fund_of_the_work(
        "worker_online_confirmation",
        WORKS_WITHOUT_REGULAR_STAY & (online_confirmation_only.holds | appointment_only.holds),
        Verdict.COVERED_LATER,
        "wait_document",
        act("dès qu'un document de la liste est délivré", "once a document on the list is issued"),
        "Une confirmation en ligne ou un rendez-vous ne suffit pas : il faut un document de la liste.",
        "An online confirmation or an appointment is not enough: a document on the list is needed.",
        rows="G3 A4",
        certainty="M",
        doubts=(OPEN_WITHOUT_A_LISTED_DOCUMENT,),
    ),
    ground(
        TIER,
        "worker_document_not_listed",
        WORKS_WITHOUT_REGULAR_STAY
        & (
            (document_in_date.holds & stay_document.among("short_stay"))
            | (stay_document.among("withdrawal_agreement") & ~withdrawal_card_of_another_national.holds)
            | (stay_document.among("special_card") & ~(official_family_at_work.holds & document_in_date.holds))
        ),
        Verdict.NOT_COVERED,
        "nobody",
        "wait_document",
        act("dès qu'un document de la liste est délivré", "once a document on the list is issued"),
        "Vous travaillez, mais ce document n'est pas sur la liste : les cotisations restent dues, sans couverture.",
        "You work, but this document is not on the list: contributions stay due, without cover.",
        rows="A4 G2",
        doubts=(OPEN_WITHOUT_A_LISTED_DOCUMENT,),
    ),
)
