"""Who files what: the sets of grounds that papers and limits share."""

from ouverture.evidence.circumstances import answered_by, sent_by
from ouverture.law.ceseda.l411_1 import minor_needs_no_permit
from ouverture.law.css.d160_2 import family_at_once, no_wait, refugee_at_once, student_at_once
from ouverture.law.css.l160_1 import does_not_work
from ouverture.law.css.r111_3 import eu_national, french_national
from ouverture.law.facts.situation import activity
from ouverture.law.grounds.work import by_fund
from ouverture.rules.rulebook import Verdict

BY_S1106 = sent_by("s1106", "argue", "validate_visa", "wait_document", apart_from="rights_kept_unclear")
"""Those who send form S1106 to a CPAM, now or when a document has come."""

SPECIAL_SCHEMES = (
    "special_scheme",
    "special_scheme_seafarers",
    "special_scheme_mines",
    "special_scheme_sncf",
    "special_scheme_ratp",
    "special_scheme_notaries",
    "special_scheme_energy",
)
WORKERS = answered_by(
    "employee",
    "employee_of_a_foreign_employer",
    "posted_without_certificate",
    "self_employed",
    "self_employed_before_the_cpam",
    "agricultural",
    "farmer",
    "minister_of_religion",
    "civil_servant",
    "military",
    *SPECIAL_SCHEMES,
)
_DOUBTS = (
    "working_holiday",
    "worker_with_first_receipt",
    "worker_card_to_be_asked_for",
    "worker_visa_not_validated",
    "worker_online_confirmation",
    "worker_with_withdrawal_card",
)
WORK_WITH_A_DOUBT = answered_by(*(each for name in _DOUBTS for each in by_fund(name)))
STUDENT = answered_by("student", "minor_student")
EUROPEAN = answered_by("european_with_means", "european_with_means_waits")
IN_OWN_NAME = BY_S1106 | WORKERS | STUDENT | EUROPEAN
"""Those who must be known to a French body in their own name."""

WITHOUT_WORK = BY_S1106 & does_not_work.holds
WAITS = answered_by("resident", "resident_waits", "european_with_means", "european_with_means_waits")
PENDING = answered_by(
    "card_to_be_asked_for",
    "visa_to_validate",
    "first_receipt_disputed",
    "withdrawal_card_disputed",
    "online_confirmation",
)
FAMILY = answered_by("joins_insured_family", "family_without_document", "algerian_family_short_visa") | (
    PENDING & family_at_once.holds
)
"""Those whom the tie to an insured person spares the three months."""

MUST_SHOW_THREE_MONTHS = WAITS | (PENDING & ~no_wait.holds & ~student_at_once.holds)

ON_ANOTHER_ACCOUNT = sent_by("s1", "s1_student", verdicts=(Verdict.SERVED_FOR_ANOTHER_STATE,))
CHILD = answered_by("minor_of_insured_adult", "minor_asylum_or_refugee", "minor_waits_for_parent")
CHILD_IN_CARE = answered_by("minor_in_care")
AID_TO_ADULTS = answered_by("state_medical_aid", "european_without_means")
AID_TO_MINORS = answered_by("minor_state_aid")
ANY_FILE = IN_OWN_NAME | ON_ANOTHER_ACCOUNT | CHILD | CHILD_IN_CARE | AID_TO_ADULTS | AID_TO_MINORS

NEEDS_A_TITLE = (
    ~french_national.holds & ~eu_national.holds & ~minor_needs_no_permit.holds & activity.other_than("minor")
)
"""Adults neither French, nor of the European Union, the European Economic Area or Switzerland."""

PROTECTED = NEEDS_A_TITLE & refugee_at_once.holds
"""Recognised refugees and beneficiaries of subsidiary protection."""
