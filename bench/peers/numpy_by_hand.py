"""The core rules written by hand in plain NumPy, three values in an int8.

No is 0, unknown 1, yes 2; "all" is the minimum, "any" the maximum, "not" is 2 - x. Codes are places in a fact's values,
and -1 is unknown, as for dates. Written as well as we can: no cast, no mask assignment, each part once.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

Truth = NDArray[np.int8]
Columns = Mapping[str, NDArray[Any]]
Codes = Mapping[str, Mapping[object, int]]
YES, UNKNOWN = np.int8(2), np.int8(1)


def all_of(*parts: Truth) -> Truth:
    return reduce(np.minimum, parts)


def any_of(*parts: Truth) -> Truth:
    return reduce(np.maximum, parts)


def negation(part: Truth) -> Truth:
    return YES - part


def chosen(columns: Columns, codes: Codes) -> Callable[..., Truth]:
    """A function from a fact and some of its values to "is it one of them"."""
    missing = {fact: (columns[fact] < 0).view(np.int8) for fact in codes}

    def among(fact: str, *values: object) -> Truth:
        column, wanted = columns[fact], [codes[fact][value] for value in values]
        if len(wanted) > 8:
            table = np.zeros(len(codes[fact]) + 1, np.int8)
            table[wanted], table[-1] = YES, UNKNOWN
            return table[column]
        hit = column == wanted[0]
        for code in wanted[1:]:
            hit |= column == code
        return hit.view(np.int8) * YES | missing[fact]

    return among


def from_day(column: NDArray[np.int32], day: int) -> Truth:
    return (column >= day).view(np.int8) * YES | (column < 0).view(np.int8)


def grounds(
    columns: Columns, codes: Codes, today: int, three_months_ago: int, europe: Sequence[str]
) -> dict[str, Truth]:
    """Each ground of the two doors, in order."""
    among = chosen(columns, codes)

    works = among("activity", "working")
    does_not_work = among("activity", "none", "studying", "pension", "seeking_work", "returned_volunteer")
    french_national = among("nationality", "FR")
    eu_national = among("nationality", *europe)
    british = among("nationality", "GB")
    withdrawal_card = all_of(british, among("stay_document", "withdrawal_agreement"))
    document_in_date = all_of(
        negation(among("stay_standing", "ended")), from_day(columns["stay_document_until"], today)
    )
    listed_document = among(
        "stay_document",
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
    third_country = all_of(negation(french_national), negation(eu_national), listed_document, document_in_date)
    regular_stay = any_of(
        french_national, eu_national, withdrawal_card, third_country, among("stay_document", "none_under_18")
    )
    may_be_affiliated = all_of(works, regular_stay)

    of_a_foreign_employer = among("work_kind", "foreign_employer")
    kinds = ("employee", "foreign_employer", "researcher", "language_assistant", "au_pair", "assimilated")
    employed = all_of(works, among("work_kind", *kinds))
    self_employed = all_of(works, among("work_kind", "self_employed", "self_employed_foreign_clients"))
    agricultural = all_of(works, among("work_kind", "agricultural", "farmer"))
    religious = all_of(works, among("work_kind", "minister_of_religion"))
    posted_uncovered = all_of(among("work_kind", "posted"), among("posting_paper", "none"))
    special = among("work_kind", "civil_servant", "military", "special_scheme")
    in_france = all_of(works, any_of(employed, self_employed, agricultural, religious, special, posted_uncovered))
    works_irregular = all_of(in_france, negation(regular_stay))
    in_a_special_scheme = all_of(works, among("work_kind", "special_scheme"))
    work_of_the_fund = {
        "": negation(any_of(agricultural, religious, in_a_special_scheme)),
        "_on_a_farm": agricultural,
        "_of_religion": religious,
        "_of_a_special_scheme": in_a_special_scheme,
    }

    working_holiday = among("stay_document", "temporary_long_stay_visa")
    prefecture_document = among(
        "stay_document", "first_request_receipt", "extension_certificate", "favourable_decision",
        "prefecture_certificate",
    )  # fmt: skip
    not_validated = among("stay_document", "long_stay_visa_not_validated")
    card_to_ask = among("stay_document", "long_stay_visa_card_to_ask")
    confirmation = among("stay_document", "online_confirmation", "appointment")
    short_stay = among("stay_document", "short_stay")
    special_card = among("stay_document", "special_card")
    withdrawal_document = among("stay_document", "withdrawal_agreement")
    withdrawal_card_of_another = all_of(
        negation(british), negation(french_national), negation(eu_national), withdrawal_document, document_in_date
    )
    not_listed = all_of(any_of(special_card, withdrawal_document), negation(withdrawal_card_of_another))
    insured = among("rights_open", True)
    officials = ("diplomat", "international_organisation", "abroad", "abroad_under_french_law")
    official_at_work = all_of(works, negation(among("work_kind", *officials)), special_card)
    with_special_card = all_of(official_at_work, document_in_date)

    under_no_other_state = among("other_cover", "none", "cfe", "mayotte", "pacific_or_spm")
    not_yet = all_of(does_not_work, under_no_other_state, among("lives_in", "france"))
    door_two = all_of(not_yet, regular_stay)
    without = all_of(not_yet, negation(regular_stay))
    in_date = all_of(without, document_in_date)

    family_member = among("family_tie", "spouse", "pacs", "concubin", "child", "relative_raising_children")
    family_at_once = all_of(family_member, among("relative_insured", True))
    intern = all_of(among("activity", "studying"), among("study_kind", "intern_agreement"))
    long_enough = any_of(
        negation(from_day(columns["in_france_since"], three_months_ago)), among("listed_benefit", True)
    )
    eu_style = any_of(eu_national, withdrawal_card)
    with_means = any_of(among("eu_resident_five_years", True), among("resources_reach_rsa", True))
    european = all_of(door_two, eu_style, long_enough)
    without_means = all_of(eu_style, negation(with_means))
    not_by_european_law = any_of(
        french_national, third_country, all_of(among("stay_document", "none_under_18"), negation(eu_national))
    )
    waiting = all_of(door_two, negation(long_enough))
    algerian = all_of(family_at_once, among("nationality", "DZ"), short_stay)

    without_stay = {
        "worker_with_open_rights_examined": all_of(works_irregular, prefecture_document, document_in_date, insured),
        "worker_with_withdrawal_card": all_of(works_irregular, withdrawal_card_of_another),
        "working_holiday": all_of(works_irregular, working_holiday, document_in_date),
        "worker_with_first_receipt": all_of(works_irregular, prefecture_document, document_in_date, negation(insured)),
        "worker_with_special_card": all_of(works_irregular, with_special_card),
        "worker_visa_not_validated": all_of(works_irregular, not_validated, document_in_date),
        "worker_card_to_be_asked_for": all_of(works_irregular, card_to_ask, document_in_date),
        "worker_online_confirmation": all_of(works_irregular, confirmation),
    }
    by_fund = {
        name + fund: all_of(person, work)
        for name, person in without_stay.items()
        for fund, work in work_of_the_fund.items()
    }

    return by_fund | {
        "employee": all_of(may_be_affiliated, employed, negation(of_a_foreign_employer)),
        "posted_without_certificate": all_of(may_be_affiliated, works, posted_uncovered),
        "employee_of_a_foreign_employer": all_of(may_be_affiliated, employed, of_a_foreign_employer),
        "self_employed": all_of(may_be_affiliated, self_employed),
        "agricultural": all_of(may_be_affiliated, agricultural, among("work_kind", "agricultural")),
        "farmer": all_of(may_be_affiliated, agricultural, among("work_kind", "farmer")),
        "minister_of_religion": all_of(may_be_affiliated, religious),
        "civil_servant": all_of(may_be_affiliated, among("work_kind", "civil_servant")),
        "military": all_of(may_be_affiliated, among("work_kind", "military")),
        "worker_document_not_listed": all_of(
            works_irregular,
            any_of(
                all_of(document_in_date, short_stay),
                all_of(withdrawal_document, negation(withdrawal_card_of_another)),
                all_of(special_card, negation(with_special_card)),
            ),
        ),
        "joins_insured_family": all_of(door_two, family_at_once),
        "refugee": all_of(door_two, third_country, among("stay_document", "refugee", "subsidiary_protection")),
        "temporary_protection": all_of(door_two, third_country, among("stay_document", "temporary_protection")),
        "returned_volunteer": all_of(door_two, among("activity", "returned_volunteer")),
        "cooperation_intern": all_of(door_two, intern),
        "european_with_means": all_of(european, with_means),
        "european_without_means": all_of(european, negation(with_means)),
        "resident": all_of(door_two, not_by_european_law, long_enough),
        "european_without_means_waits": all_of(waiting, without_means),
        "resident_waits": all_of(waiting, not_by_european_law),
        "european_with_means_waits": all_of(waiting, eu_style, with_means),
        "visa_to_validate": all_of(in_date, not_validated),
        "card_to_be_asked_for": all_of(in_date, card_to_ask),
        "first_receipt_disputed": all_of(in_date, prefecture_document, negation(insured)),
        "open_rights_examined": all_of(in_date, prefecture_document, insured),
        "withdrawal_card_disputed": all_of(in_date, withdrawal_card_of_another),
        "online_confirmation": all_of(without, confirmation),
        "algerian_family_short_visa": all_of(in_date, algerian),
        "family_without_document": all_of(in_date, short_stay, family_at_once, negation(algerian)),
        "short_stay": all_of(in_date, short_stay, negation(family_at_once)),
        "temporary_visa_without_work": all_of(in_date, working_holiday),
        "document_not_listed": all_of(without, not_listed),
    }


def decide(truths: Sequence[Truth], outcomes: Sequence[int]) -> NDArray[np.int8]:
    """The first ground that holds while every earlier unknown one has its outcome (a small number); -1 where none."""
    size = len(truths[0])
    answer = np.full(size, -1, np.int8)
    nothing_pending, several = np.int8(-1), np.int8(-2)
    pending = np.full(size, nothing_pending, np.int8)
    undecided = np.ones(size, np.bool_)
    for rank, (truth, outcome) in enumerate(zip(truths, outcomes, strict=True)):
        compatible = (pending == nothing_pending) | (pending == outcome)
        holds = undecided & (truth == YES)
        np.copyto(answer, np.int8(rank), where=holds & compatible)
        undecided &= ~holds
        unknown = truth == UNKNOWN
        np.copyto(pending, several, where=unknown & ~compatible)
        np.copyto(pending, np.int8(outcome), where=unknown & compatible)
    return answer
