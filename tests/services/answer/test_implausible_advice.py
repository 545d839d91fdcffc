"""Nobody is given an advice that makes no sense for who they say they are, over invented persons and all the cases."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import islice
from random import Random

import pytest

from ouverture.law.answers import AnswerError
from ouverture.law.bodies import FUNDS_APART
from ouverture.law.consistency import NEVER_IN_THE_FUTURE, orphans
from ouverture.law.facts.elsewhere import OF_A_TERRITORY
from ouverture.law.rulebook import rulebook
from ouverture.places.memberships import EU_EEA_SWITZERLAND
from ouverture.rules.facts import Value
from ouverture.services.answer.assess import assess
from ouverture.services.answer.plan import Plan, make_plan
from tests.law.case_files import cases
from tests.law.persons import persons

SEED, HOW_MANY, ONE_CASE_IN = 20261130, 400, 8
TODAY = date(2026, 11, 23)
PERMITS = {
    "stay_document", "validated_visa", "asylum_certificate", "protection_document", "prefecture_document",
}  # fmt: skip
PERMITS_OF_ADULTS = PERMITS - {"asylum_certificate", "protection_document"}
LEAVERS = "leavers_return_the_card"
ASKS_FOR_A_FORM_HELD = {
    "s1": {"lodge_s1", "be_named_on_the_s1", "child_on_the_s1"},
    "treaty": {"treaty_form"},
}
THREE_MONTHS = {"three_months_residence", "lease", "two_bills"}
AID_PAPERS = {"state_aid_form", "photo_identity_document", "state_aid_residence_proof", "state_aid_hosting_file"}
OWN_FUND = {
    "agricultural": "msa", "farmer": "msa", "military": "cnmss", "minister_of_religion": "cavimac",
}  # fmt: skip
S1106 = {"fill_s1106", "fill_s1106_with_old_number", "fill_s1106_find_out"}
Person = dict[str, Value]


def of_the_parents(plan: Plan) -> bool:
    """Whether a residence document may be that of a minor's parents."""
    is_minor = of(plan, "activity") == "minor"
    return is_minor or (of(plan, "activity") is None and of(plan, "minor_with") == "asylum")


def steps(plan: Plan) -> set[str]:
    """The names of the steps of a plan."""
    return {step.text.name for step in plan.steps}


def papers(plan: Plan) -> set[str]:
    """The names of the papers of a plan, those of a case that is not known too."""
    return {line.paper.name for line in plan.papers.papers}


def of(plan: Plan, fact: str) -> Value | None:
    """What the person answered."""
    return plan.answer.values.get(fact)


def is_european(plan: Plan) -> bool:
    """French, or of the EU, the EEA or Switzerland."""
    return of(plan, "nationality") in EU_EEA_SWITZERLAND


IMPLAUSIBLE: dict[str, Callable[[Plan], bool]] = {
    "who holds a form is told to ask for it": lambda plan: bool(
        steps(plan) & ASKS_FOR_A_FORM_HELD.get(str(of(plan, "other_cover")), set())
    ),
    "a European is asked for a residence document": lambda plan: (
        is_european(plan) and not of_the_parents(plan) and bool(papers(plan) & PERMITS)
    ),
    "an asylum certificate is offered to who did not say to have one": lambda plan: (
        "asylum_certificate" in papers(plan)
        and of(plan, "stay_document") != "asylum_certificate"
        and of(plan, "minor_with") != "asylum"
    ),
    "a document of protection is offered to who did not say to have one": lambda plan: (
        "protection_document" in papers(plan)
        and of(plan, "stay_document") not in ("refugee", "subsidiary_protection")
        and of(plan, "minor_with") != "refugee"
    ),
    # Work in France asks for no home there (L160-1), and a worker whom nobody registered files S1106 (facts, S1).
    "one who lives and works abroad, or does not work, is told to fill in S1106": lambda plan: (
        of(plan, "lives_in") in ("eu_eea_switzerland", "elsewhere")
        and (of(plan, "activity") != "working" or of(plan, "work_kind") == "abroad")
        and bool(steps(plan) & S1106)
    ),
    "a tourist is told to fill in S1106": lambda plan: (
        of(plan, "stay_document") == "short_stay"
        and of(plan, "relative_insured") is not True
        and not is_european(plan)
        and of(plan, "lives_in") == "france"
        and bool(steps(plan) & S1106)
    ),
    "a minor is asked for a residence document": lambda plan: (
        of(plan, "activity") == "minor" and bool(papers(plan) & PERMITS_OF_ADULTS)
    ),
    "a worker is asked for three months of bills": lambda plan: (
        of(plan, "activity") == "working" and bool(papers(plan) & THREE_MONTHS)
    ),
    "who lives in France is told what leavers do": lambda plan: (
        of(plan, "lives_in") == "france"
        and any(shown.notice.name == "leavers_return_the_card" for shown in plan.notices)
    ),
    "who never had a number is told to give it": lambda plan: (
        of(plan, "had_number") is False and bool(steps(plan) & {"fill_s1106_with_old_number", "number_reactivated"})
    ),
    "who works on their own is told of an employer": lambda plan: (
        str(of(plan, "work_kind")) in ("self_employed", "self_employed_foreign_clients", "farmer")
        and bool(steps(plan) & {"employer_declares", "foreign_employer_declares"})
    ),
    "one under another State is told of French rights to open": lambda plan: (
        plan.answer.verdict == "served_for_another_state" and bool(steps(plan) & S1106)
    ),
    "a fund of a trade is given the address of a CPAM": lambda plan: (
        plan.where is not None and plan.answer.outcome is not None and plan.answer.outcome.body in FUNDS_APART
    ),
    "work of a trade that has its fund is sent to another body": lambda plan: (
        plan.answer.outcome is not None
        and str(of(plan, "work_kind")) in OWN_FUND
        and of(plan, "lives_in") == "france"
        and plan.answer.outcome.body in ("cpam", "cnmss", "msa", "cavimac")
        and plan.answer.outcome.body != OWN_FUND[str(of(plan, "work_kind"))]
    ),
    "a pensioner of Europe who lives here is told that a card is enough": lambda plan: (
        of(plan, "pension_from") in ("eu_eea_switzerland_uk", "switzerland")
        and of(plan, "lives_in") == "france"
        and plan.answer.outcome is not None
        and plan.answer.outcome.route == "ehic"
    ),
    "who has open rights is told to claim them": lambda plan: (
        of(plan, "rights_open") is True
        and of(plan, "other_cover") not in OF_A_TERRITORY
        and plan.answer.verdict in ("covered", "kept")
        and bool(steps(plan) & {*S1106, "care_now", "find_cover"})
    ),
    "who is covered is sent to the hospital for people without cover": lambda plan: (
        plan.answer.verdict in ("covered", "kept", "served_for_another_state", "other_scheme", "choice")
        and not plan.answer.begins_later
        and "care_now" in steps(plan)
    ),
    "State medical aid is prepared by who is above its ceiling": lambda plan: (
        of(plan, "resources_under_c2s") is False
        and plan.answer.ground is not None
        and bool(steps(plan) & {"lodge_ame", "before_state_aid"} or papers(plan) & AID_PAPERS)
        and not is_european(plan)
        and of(plan, "activity") != "minor"
    ),
    "a French national is told of State medical aid": lambda plan: (
        of(plan, "nationality") == "FR" and bool(steps(plan) & {"lodge_ame", "before_state_aid"})
    ),
    "a minor is told to fill in a form of an adult": lambda plan: (
        of(plan, "activity") == "minor" and bool(steps(plan) & S1106) and of(plan, "minor_with") != "parents_abroad"
    ),
    "a renewal is asked of who has been refused or waits": lambda plan: (
        of(plan, "renewal") in ("waiting", "refused", "contested") and "ask_renewal" in steps(plan)
    ),
    "who has no private insurance is told to keep it": lambda plan: (
        of(plan, "private_insurance") is not True and "keep_private_insurance" in steps(plan)
    ),
    "a person in prison is sent anywhere": lambda plan: (
        of(plan, "activity") == "detained" and bool(steps(plan) & {*S1106, "care_now", "employer_declares"})
    ),
    "an answer is sure though a thing was supposed": lambda plan: (
        bool(plan.answer.supposes) and plan.answer.certainty == "H"
    ),
    "a last day to act is past": lambda plan: any(
        step.is_limit and step.on is not None and step.on < plan.answer.on for step in plan.steps
    ),
    "the person is named in two schemes at once": lambda plan: (
        plan.answer.outcome is not None
        and plan.answer.outcome.route == "student_site"
        and of(plan, "activity") not in ("studying", "minor")
    ),
}


def plans_of_invented_people() -> Iterator[Plan]:
    """The plans of persons drawn at random whose answers can be true together."""
    print(f"seed {SEED}")
    drawn = persons(rulebook().on(TODAY), TODAY, Random(SEED))
    return islice(filter(None, map(_plan, map(_tidied, drawn))), HOW_MANY)


def _tidied(person: Mapping[str, Value]) -> Person:
    """The person without the details of questions answered otherwise, and with nothing past that is yet to come."""
    kept = {
        name: value
        for name, value in person.items()
        if name not in NEVER_IN_THE_FUTURE or int(value) <= TODAY.toordinal()
    }
    if kept.get("nationality") == "FR":
        kept["stay_document"] = "none"
    while stale := orphans(kept):
        kept = {name: value for name, value in kept.items() if name not in stale}
    return kept


def _plan(person: Person) -> Plan | None:
    try:
        return make_plan(assess(person, TODAY))
    except AnswerError:
        return None


def found(plan: Plan) -> list[str]:
    """What is implausible in a plan."""
    return [name for name, test in IMPLAUSIBLE.items() if test(plan)]


def test_of_many_invented_people_none_is_advised_what_makes_no_sense() -> None:
    seen = Counter(name for plan in plans_of_invented_people() for name in found(plan))
    assert seen == Counter(), seen


@pytest.mark.parametrize("case", cases()[::ONE_CASE_IN], ids=lambda case: f"{case.file}: {case.name}")
def test_no_case_is_advised_what_makes_no_sense(case: object) -> None:
    plan = make_plan(assess(case.values, case.on))  # type: ignore[attr-defined]
    assert found(plan) == []
