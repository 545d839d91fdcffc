"""What the plan needs to know besides the outcome: each question only where its answer changes a step or a paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache

from ouverture.law.bodies import FUNDS_APART
from ouverture.law.facts import FACTS
from ouverture.law.facts.elsewhere import INSURED_ELSEWHERE
from ouverture.law.facts.situation import WORK_DONE_IN_FRANCE
from ouverture.law.facts.stay import EXAMINED_BY_THE_PREFECTURE, PERMITS_WITH_A_LABEL
from ouverture.places.caisses import find
from ouverture.rules.facts import Fact, Value
from ouverture.rules.rulebook import Outcome, Verdict
from ouverture.services.answer.assess import Answer
from ouverture.services.answer.plan import WRITES_TO_A_CAISSE
from ouverture.wording.steps import all_steps

PLAN_SCREENS = (("had_number", "born_in"), ("nationality", "born_in"), ("renewal", "residence_check"))
"""Questions of the plan that share a screen: about the number, of one line of a passport, of two offices' letters."""


def plan_facts(answer: Answer) -> tuple[Fact, ...]:
    """The facts that change the plan of a settled answer, known or not, in the order in which to ask."""
    if answer.outcome is None:
        return tuple(
            FACTS[name] for name in _SUPPOSED if could_change_the_plan(FACTS[name], answer.possible, answer.values)
        )
    start = answer.ground.start if answer.ground else None
    days = (start.fact, start.not_before if start.needs_both else None) if start else ()
    asked = (FACTS[name] for name in _MATTERS if could_change_the_plan(FACTS[name], answer.possible, answer.values))
    return tuple(dict.fromkeys(fact for fact in (*days, *asked) if fact is not None))


_SUPPOSED = ("relative_other_cover", "other_cover", "posting_paper")
"""What is supposed until it is said: asked even of who does not know enough for an answer, since it may settle one."""


def could_change_the_plan(fact: Fact, possible: Iterable[Outcome], values: Mapping[str, Value]) -> bool:
    """Whether ``fact`` changes the plan of some outcome that is still possible."""
    matters = _MATTERS.get(fact.name)
    return matters is not None and any(matters(outcome, values) for outcome in possible)


def _where_to_write(outcome: Outcome, values: Mapping[str, Value]) -> bool:
    to_a_cpam = outcome.route in WRITES_TO_A_CAISSE and outcome.body not in FUNDS_APART
    return to_a_cpam and values.get("lives_in", "france") == "france"


def _town_decides(outcome: Outcome, values: Mapping[str, Value]) -> bool:
    """Whether several caisses share the postcode given."""
    if not _where_to_write(outcome, values) or "postcode" not in values:
        return False
    return find(str(values["postcode"])).needs_commune


def _leads_to_a_number(outcome: Outcome, values: Mapping[str, Value]) -> bool:
    return outcome.route in _routes_to_a_number()


@cache
def _routes_to_a_number() -> frozenset[str]:
    return frozenset(route for step in all_steps() if step.number for route in step.routes)


def _keeps_rights(outcome: Outcome, values: Mapping[str, Value]) -> bool:
    """Whether rights are kept for a time: until when depends on a removal order, what to do on the refusal."""
    return outcome.verdict is Verdict.KEPT


_INSURED_MEANWHILE = frozenset({Verdict.COVERED, Verdict.COVERED_LATER, Verdict.DISPUTED, Verdict.NOT_COVERED})


def _private_insurance_is_kept(outcome: Outcome, values: Mapping[str, Value]) -> bool:
    return outcome.verdict in _INSURED_MEANWHILE and outcome.route in _routes_of_private_insurance()


@cache
def _routes_of_private_insurance() -> frozenset[str]:
    return frozenset(route for step in all_steps() if "private_insurance" in step.for_whom for route in step.routes)


def _label_against_work(outcome: Outcome, values: Mapping[str, Value]) -> bool:
    """Whether the permit may forbid or limit the work that opens the rights."""
    return (
        values.get("work_kind") in WORK_DONE_IN_FRANCE
        and values.get("stay_document") in PERMITS_WITH_A_LABEL
        and outcome.verdict in (Verdict.COVERED, Verdict.COVERED_LATER)
    )


def _another_state_may_keep_them(outcome: Outcome, values: Mapping[str, Value]) -> bool:
    """Whether a worker says that another State pays: a certificate would keep them insured there."""
    return values.get("work_kind") in WORK_DONE_IN_FRANCE and values.get("other_cover") in INSURED_ELSEWHERE


_BY_RESIDENCE = frozenset({"s1106", "eu_online", "student_site", "argue"})
_ADMITTED = frozenset({Verdict.COVERED, Verdict.COVERED_LATER, Verdict.DISPUTED})


def _family_may_be_elsewhere(outcome: Outcome, values: Mapping[str, Value]) -> bool:
    """Whether a relative insured by another State would put this person under that State (CSS L160-6)."""
    by_residence = outcome.route in _BY_RESIDENCE and outcome.verdict in _ADMITTED
    return by_residence and values.get("activity") not in ("working", "minor", "pension", "detained")


def _may_have_to_wait_too(outcome: Outcome, values: Mapping[str, Value]) -> bool:
    """Whether a document in doubt, even accepted, leaves the three months to run (CSS D160-2)."""
    argued = outcome.verdict is Verdict.DISPUTED and outcome.route == "argue"
    return argued and values.get("activity") not in ("working", "minor")


def _benefit_may_spare_the_wait(outcome: Outcome, values: Mapping[str, Value]) -> bool:
    spared_already = values.get("relative_insured") is True or values.get("activity") == "returned_volunteer"
    return _may_have_to_wait_too(outcome, values) and "in_france_since" in values and not spared_already


def _relative_may_be_elsewhere(outcome: Outcome, values: Mapping[str, Value]) -> bool:
    tied = values.get("family_tie", "none") != "none" and values.get("relative_insured") is False
    return tied and _family_may_be_elsewhere(outcome, values)


def _works_abroad_lives_here(outcome: Outcome, values: Mapping[str, Value]) -> bool:
    """Whether a form of the country of work would open care in France."""
    return values.get("works_in") == "elsewhere" and values.get("lives_in") == "france"


def _rights_of_an_earlier_stay(outcome: Outcome, values: Mapping[str, Value]) -> bool:
    """Whether rights said to be open may be those of an earlier stay, closed since."""
    return outcome.body == "previous_scheme" and outcome.route == "nothing"


def _rights_may_be_under_check(outcome: Outcome, values: Mapping[str, Value]) -> bool:
    """Whether open or kept rights may be closing already, which a letter of the caisse tells (CSS R114-10-1)."""
    return _rights_of_an_earlier_stay(outcome, values) or outcome.route in ("keep_open", "renew")


def _rights_may_be_open(outcome: Outcome, values: Mapping[str, Value]) -> bool:
    """Whether rights that are open would be shown a document rather than claimed again."""
    return outcome.verdict is Verdict.DISPUTED and values.get("stay_document") in EXAMINED_BY_THE_PREFECTURE


_MATTERS: dict[str, Callable[[Outcome, Mapping[str, Value]], bool]] = {
    "family_tie": _family_may_be_elsewhere,
    "relative_insured": lambda outcome, values: (
        values.get("family_tie", "none") != "none" and _family_may_be_elsewhere(outcome, values)
    ),
    "relative_other_cover": _relative_may_be_elsewhere,
    "rights_open": _rights_may_be_open,
    "in_france_since": lambda outcome, values: (
        _rights_of_an_earlier_stay(outcome, values) or _may_have_to_wait_too(outcome, values)
    ),
    "listed_benefit": _benefit_may_spare_the_wait,
    "other_cover": _works_abroad_lives_here,
    "posting_paper": _another_state_may_keep_them,
    "stay_label": _label_against_work,
    "postcode": _where_to_write,
    "commune": _town_decides,
    "had_number": _leads_to_a_number,
    "born_in": _leads_to_a_number,
    "removal_order": _keeps_rights,
    "renewal": _keeps_rights,
    "residence_check": _rights_may_be_under_check,
    "private_insurance": _private_insurance_is_kept,
}
