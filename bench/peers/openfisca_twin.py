"""The core rules as OpenFisca-Core variables, one a rule and one a ground.

OpenFisca has no unknown value, so it is emulated: each variable is 0 (no), 1 (unknown) or 2 (yes), combined with the
minimum and maximum of NumPy, in which its formulas are written. Choices are its Enums with a member for "unknown",
dates are its dates with NaT for unknown. The package is AGPL: it is measured here and never imported by the product.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray
from openfisca_core.entities import build_entity
from openfisca_core.indexed_enums import Enum, EnumArray
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import Simulation, SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

Formula = Callable[[Any, Any], Any]
PERSON = build_entity(key="person", plural="persons", label="A person", is_person=True)
YES, UNKNOWN = 2, 1
EPOCH = date(1970, 1, 1)
RULES: list[type[Variable]] = []
WORKERS_WITHOUT_STAY = {
    "worker_with_open_rights_examined": ("prefecture_document", "document_in_date", "insured"),
    "worker_with_withdrawal_card": ("withdrawal_card_of_another",),
    "working_holiday": ("working_holiday_visa", "document_in_date"),
    "worker_with_first_receipt": ("prefecture_document", "document_in_date", "-insured"),
    "worker_with_special_card": ("with_special_card",),
    "worker_visa_not_validated": ("visa_not_validated", "document_in_date"),
    "worker_card_to_be_asked_for": ("card_to_ask", "document_in_date"),
    "worker_online_confirmation": ("confirmation_or_appointment",),
}
LISTED = (
    "residence_card",
    "long_stay_visa_validated",
    "renewal_receipt",
    "renewal_confirmation",
    "asylum_certificate",
    "refugee",
    "subsidiary_protection",
    "temporary_protection",
    "provisional_permit",
    "monaco_passport",
)


def variable(name: str, value_type: type, **attributes: object) -> type[Variable]:
    attributes |= {"value_type": value_type, "entity": PERSON, "definition_period": DateUnit.DAY}
    return type(name, (Variable,), attributes)


def is_all(name: str, *parts: str) -> None:
    """A variable that is the minimum of others; "-name" is their negation."""
    formula = lambda persons, period: reduce(np.minimum, [_part(persons, period, part) for part in parts])  # noqa: E731
    RULES.append(variable(name, int, formula=formula, default_value=UNKNOWN))


def is_any(name: str, *parts: str) -> None:
    """A variable that is the maximum of others."""
    formula = lambda persons, period: reduce(np.maximum, [_part(persons, period, part) for part in parts])  # noqa: E731
    RULES.append(variable(name, int, formula=formula, default_value=UNKNOWN))


def is_among(name: str, fact: str, *values: str) -> None:
    """A variable that compares a choice with some of its values."""

    def formula(persons: Any, period: Any) -> Any:
        answers = persons(fact, period)
        members = answers.possible_values
        hit = reduce(np.logical_or, [answers == members[value] for value in values])
        return np.where(answers == members["unknown"], UNKNOWN, YES * hit)

    RULES.append(variable(name, int, formula=formula, default_value=UNKNOWN))


def is_from(name: str, fact: str, day: date | None = None) -> None:
    """A variable that compares a date with another, by default the day asked."""

    def formula(persons: Any, period: Any) -> Any:
        days = persons(fact, period)
        return np.where(np.isnat(days), UNKNOWN, YES * (days >= np.datetime64(day or period.start.date, "D")))

    RULES.append(variable(name, int, formula=formula, default_value=UNKNOWN))


def _part(persons: Any, period: Any, name: str) -> Any:
    return YES - persons(name[1:], period) if name[0] == "-" else persons(name, period)


def _write_facts(europe: Iterable[str], three_months_ago: date) -> None:
    is_from("not_past", "stay_document_until")
    is_among("ended", "stay_standing", "ended")
    is_all("document_in_date", "-ended", "not_past")
    is_from("here_for_less", "in_france_since", three_months_ago)
    is_among("works", "activity", "working")
    is_among("does_not_work", "activity", "none", "studying", "pension", "seeking_work", "returned_volunteer")
    is_among("french_national", "nationality", "FR")
    is_among("eu_national", "nationality", *europe)
    is_among("british", "nationality", "GB")
    is_among("algerian", "nationality", "DZ")
    is_among("listed_document", "stay_document", *LISTED)
    is_among("minor_spared", "stay_document", "none_under_18")
    is_among("working_holiday_visa", "stay_document", "temporary_long_stay_visa")
    is_among(
        "prefecture_document", "stay_document",
        "first_request_receipt", "extension_certificate", "favourable_decision", "prefecture_certificate",
    )  # fmt: skip
    is_among("card_to_ask", "stay_document", "long_stay_visa_card_to_ask")
    is_among("visa_not_validated", "stay_document", "long_stay_visa_not_validated")
    is_among("confirmation_or_appointment", "stay_document", "online_confirmation", "appointment")
    is_among("short_stay_document", "stay_document", "short_stay")
    is_among("withdrawal_document", "stay_document", "withdrawal_agreement")
    is_among("special_card", "stay_document", "special_card")
    is_among("officials", "work_kind", "diplomat", "international_organisation", "abroad", "abroad_under_french_law")
    is_among("refugee_document", "stay_document", "refugee", "subsidiary_protection")
    is_among("protection_document", "stay_document", "temporary_protection")
    is_among(
        "employee_kind", "work_kind",
        "employee", "foreign_employer", "researcher", "language_assistant", "au_pair", "assimilated",
    )  # fmt: skip
    is_among("foreign_employer_kind", "work_kind", "foreign_employer")
    is_among("self_employed_kind", "work_kind", "self_employed", "self_employed_foreign_clients")
    is_among("agricultural_kinds", "work_kind", "agricultural", "farmer")
    is_among("agricultural_kind", "work_kind", "agricultural")
    is_among("farmer_kind", "work_kind", "farmer")
    is_among("religious_kind", "work_kind", "minister_of_religion")
    is_among("civil_servant_kind", "work_kind", "civil_servant")
    is_among("military_kind", "work_kind", "military")
    is_among("special_scheme_kind", "work_kind", "special_scheme")
    is_among("special_kinds", "work_kind", "civil_servant", "military", "special_scheme")
    is_among("posted", "work_kind", "posted")
    is_among("no_posting_paper", "posting_paper", "none")
    is_among("under_no_other_state", "other_cover", "none", "cfe", "mayotte", "pacific_or_spm")
    is_among("home_in_france", "lives_in", "france")
    is_among("family_member", "family_tie", "spouse", "pacs", "concubin", "child", "relative_raising_children")
    is_among("relative_is_insured", "relative_insured", "True")
    is_among("studies", "activity", "studying")
    is_among("intern_agreement", "study_kind", "intern_agreement")
    is_among("back_from_volunteering", "activity", "returned_volunteer")
    is_among("benefit_proves_residence", "listed_benefit", "True")
    is_among("five_years", "eu_resident_five_years", "True")
    is_among("insured", "rights_open", "True")
    is_among("resources", "resources_reach_rsa", "True")


def _write_rules() -> None:
    is_all("withdrawal_agreement_card", "british", "withdrawal_document")
    is_all("third_country", "-french_national", "-eu_national", "listed_document", "document_in_date")
    is_any(
        "regular_stay", "french_national", "eu_national", "withdrawal_agreement_card", "third_country", "minor_spared"
    )
    is_all("worker_may_be_affiliated", "works", "regular_stay")
    is_all("employed_in_france", "works", "employee_kind")
    is_all("self_employed_in_france", "works", "self_employed_kind")
    is_all("agricultural_work_in_france", "works", "agricultural_kinds")
    is_all("minister_in_france", "works", "religious_kind")
    is_all("posted_uncovered", "posted", "no_posting_paper")
    is_all("posted_working", "works", "posted_uncovered")
    is_all("employed_by_a_french_one", "employed_in_france", "-foreign_employer_kind")
    is_all("with_special_card", "works", "-officials", "special_card", "document_in_date")
    is_all("special_card_of_no_use", "special_card", "-with_special_card")
    is_any(
        "kinds_in_france",
        "employed_in_france",
        "self_employed_in_france",
        "agricultural_work_in_france",
        "minister_in_france",
        "special_kinds",
        "posted_uncovered",
    )
    is_all("works_irregular", "works", "kinds_in_france", "-regular_stay")
    is_all("not_yet", "does_not_work", "under_no_other_state", "home_in_france")
    is_all("door_two", "not_yet", "regular_stay")
    is_all("without", "not_yet", "-regular_stay")
    is_all("in_date", "without", "document_in_date")
    is_all("family_at_once", "family_member", "relative_is_insured")
    is_any("long_enough", "-here_for_less", "benefit_proves_residence")
    is_any("eu_style", "eu_national", "withdrawal_agreement_card")
    is_any("with_means", "five_years", "resources")
    is_all("european", "door_two", "eu_style", "long_enough")
    is_all("algerian_family", "family_at_once", "algerian", "short_stay_document")
    is_all("short_in_date", "document_in_date", "short_stay_document")
    is_all(
        "withdrawal_card_of_another",
        "-british", "-french_national", "-eu_national", "withdrawal_document", "document_in_date",
    )  # fmt: skip
    is_all("withdrawal_card_of_no_use", "withdrawal_document", "-withdrawal_card_of_another")
    is_any("unlisted_worker_document", "short_in_date", "withdrawal_card_of_no_use", "special_card_of_no_use")
    is_any("document_of_no_list", "special_card", "withdrawal_document")
    is_all("in_a_special_scheme", "works", "special_scheme_kind")
    is_any("by_another_fund", "agricultural_work_in_france", "minister_in_france", "in_a_special_scheme")
    is_all("minor_of_a_third_country", "minor_spared", "-eu_national")
    is_any("not_by_european_law", "french_national", "third_country", "minor_of_a_third_country")
    is_all("waiting", "door_two", "-long_enough")


def _write_grounds() -> None:
    is_all("employee", "worker_may_be_affiliated", "employed_by_a_french_one")
    is_all("posted_without_certificate", "worker_may_be_affiliated", "posted_working")
    is_all("employee_of_a_foreign_employer", "worker_may_be_affiliated", "employed_in_france", "foreign_employer_kind")
    is_all("self_employed", "worker_may_be_affiliated", "self_employed_in_france")
    is_all("agricultural", "worker_may_be_affiliated", "agricultural_work_in_france", "agricultural_kind")
    is_all("farmer", "worker_may_be_affiliated", "agricultural_work_in_france", "farmer_kind")
    is_all("minister_of_religion", "worker_may_be_affiliated", "minister_in_france")
    is_all("civil_servant", "worker_may_be_affiliated", "civil_servant_kind")
    is_all("military", "worker_may_be_affiliated", "military_kind")
    _write_grounds_of_workers_without_stay()
    is_all("worker_document_not_listed", "works_irregular", "unlisted_worker_document")
    is_all("joins_insured_family", "door_two", "family_at_once")
    is_all("refugee", "door_two", "third_country", "refugee_document")
    is_all("temporary_protection", "door_two", "third_country", "protection_document")
    is_all("returned_volunteer", "door_two", "back_from_volunteering")
    is_all("cooperation_intern", "door_two", "studies", "intern_agreement")
    is_all("european_with_means", "european", "with_means")
    is_all("european_without_means", "european", "-with_means")
    is_all("resident", "door_two", "not_by_european_law", "long_enough")
    is_all("european_without_means_waits", "waiting", "eu_style", "-with_means")
    is_all("european_with_means_waits", "waiting", "eu_style", "with_means")
    is_all("resident_waits", "waiting", "not_by_european_law")
    is_all("visa_to_validate", "in_date", "visa_not_validated")
    is_all("card_to_be_asked_for", "in_date", "card_to_ask")
    is_all("first_receipt_disputed", "in_date", "prefecture_document", "-insured")
    is_all("open_rights_examined", "in_date", "prefecture_document", "insured")
    is_all("withdrawal_card_disputed", "in_date", "withdrawal_card_of_another")
    is_all("online_confirmation", "without", "confirmation_or_appointment")
    is_all("algerian_family_short_visa", "in_date", "algerian_family")
    is_all("family_without_document", "in_date", "short_stay_document", "family_at_once", "-algerian_family")
    is_all("short_stay", "in_date", "short_stay_document", "-family_at_once")
    is_all("temporary_visa_without_work", "in_date", "working_holiday_visa")
    is_all("document_not_listed", "without", "document_of_no_list", "-withdrawal_card_of_another")


def _write_grounds_of_workers_without_stay() -> None:
    """Each of them once a fund: the same person on a farm, of religion, in a special scheme is told of another."""
    work_of_the_fund = {
        "": "-by_another_fund",
        "_on_a_farm": "agricultural_work_in_france",
        "_of_religion": "minister_in_france",
        "_of_a_special_scheme": "in_a_special_scheme",
    }
    for name, parts in WORKERS_WITHOUT_STAY.items():
        for fund, work in work_of_the_fund.items():
            is_all(name + fund, "works_irregular", *parts, work)


def system(
    options: Mapping[str, Sequence[str]],
    dates: Iterable[str],
    europe: Iterable[str],
    three_months_ago: date,
    decision: Formula,
) -> TaxBenefitSystem:
    """The rules as OpenFisca runs them: ``options`` are the values of each choice, ``decision`` the last formula."""
    RULES.clear()
    _write_facts(europe, three_months_ago)
    _write_rules()
    _write_grounds()
    rules = TaxBenefitSystem([PERSON])
    for name, values in options.items():
        members = Enum(name, {value: value for value in (*values, "unknown")})
        rules.add_variable(variable(name, Enum, possible_values=members, default_value=members["unknown"]))
    for name in dates:
        rules.add_variable(variable(name, date, default_value=EPOCH))
    for written in (*RULES, variable("decision", int, formula=decision, default_value=-1)):
        rules.add_variable(written)
    return rules


def inputs(rules: TaxBenefitSystem, columns: Mapping[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
    """Our columns as OpenFisca takes them: arrays of its Enums, and NumPy days."""
    return {name: _input(rules.get_variable(name), column) for name, column in columns.items()}


def _input(written: Variable, column: NDArray[Any]) -> NDArray[Any]:
    if written.value_type is Enum:
        members = written.possible_values
        return EnumArray(np.where(column < 0, len(members) - 1, column).astype(np.uint8), members)
    days = (column - EPOCH.toordinal()).astype("datetime64[D]")
    days[column < 0] = np.datetime64("NaT")
    return days


def simulation(rules: TaxBenefitSystem, given: Mapping[str, NDArray[Any]], day: date) -> Simulation:
    """A population with its inputs set and nothing computed yet."""
    size = len(next(iter(given.values())))
    built = SimulationBuilder().build_default_simulation(rules, count=size)
    for name, column in given.items():
        built.set_input(name, day.isoformat(), column)
    return built
