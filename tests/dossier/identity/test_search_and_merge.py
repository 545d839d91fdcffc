"""Searching before a number is issued, and joining two files of one person: two people make it, one undoes it."""

from datetime import date

import pytest

from ouverture.dossier.application.decisions import AcceptPiece, Deposit, GrantApplication
from ouverture.dossier.file import File
from ouverture.dossier.identity.decisions import (
    ApproveMerge,
    DeclareDistinct,
    DropMerge,
    ProposeMerge,
    RecordSearch,
    SettleAs,
    SplitFiles,
)
from ouverture.dossier.kernel import Command
from ouverture.dossier.number.decisions import IssueWaitingNumber
from tests.dossier.acting import AGENT, OTHER_AGENT, after, opened, refused
from tests.dossier.certified import PAPERS, SHOWN

DAY = date(2026, 1, 5)
FIRST, SECOND = "291079940412337", "185039940401735"


def claimed() -> File:
    return after(opened(), Deposit(("identity_document",), ground="employee"), DAY)


def granted() -> File:
    file = after(opened(), Deposit(PAPERS, ground="joins_insured_family"), DAY)
    for paper in SHOWN:
        file = after(file, AcceptPiece(paper), DAY)
    return after(file, GrantApplication("joins_insured_family", DAY), DAY)


def proposed() -> File:
    return after(opened(), ProposeMerge("person-2", "same birth, same parents"), DAY)


def test_no_number_is_issued_before_somebody_searched() -> None:
    file = granted()
    assert file.identity.stage == "not_searched"
    assert refused(file, IssueWaitingNumber(FIRST), DAY).code == "search_first"
    searched = after(file, RecordSearch(()), DAY)
    assert after(searched, IssueWaitingNumber(FIRST), DAY).number.stage == "with_cnav"


def test_what_was_found_twice_is_one_candidate() -> None:
    assert after(claimed(), RecordSearch((FIRST, FIRST, SECOND)), DAY).identity.candidates == (FIRST, SECOND)


def test_a_search_that_finds_no_social_security_number_is_asked_back() -> None:
    assert "Key" in refused(claimed(), RecordSearch(("291079940412338",)), DAY).says.en


def test_one_of_several_is_the_persons_only_if_the_search_found_it() -> None:
    several = after(claimed(), RecordSearch((FIRST, SECOND)), DAY)
    other = "185039940401832"
    assert refused(several, SettleAs(other, "same parents"), DAY).code == "number_not_found_by_search"
    assert several.identity.stage == "several"
    assert after(several, SettleAs(FIRST, "same parents"), DAY).identity.stage == "known"


@pytest.mark.parametrize(
    "wanted", [DeclareDistinct(""), SettleAs(FIRST, ""), ProposeMerge("person-2", "")], ids=lambda one: one.kind
)
def test_each_says_why(wanted: Command) -> None:
    file = after(claimed(), RecordSearch((FIRST,)), DAY)
    assert refused(file, wanted, DAY).code == "no_reason_given"


def test_whoever_proposed_a_merge_cannot_approve_it() -> None:
    assert refused(proposed(), ApproveMerge(), DAY, who=AGENT).code == "merge_needs_two_people"
    assert after(proposed(), ApproveMerge(), DAY, who=OTHER_AGENT).identity.merged == ("person-2",)


def test_nobody_who_is_not_signed_in_proposes_or_approves() -> None:
    assert refused(opened(), ProposeMerge("person-2", "same"), DAY, who="").code == "nobody_signed_in"
    assert refused(proposed(), ApproveMerge(), DAY, who="").code == "nobody_signed_in"


def test_a_second_agent_may_say_no_and_says_why() -> None:
    assert refused(proposed(), DropMerge(""), DAY).code == "no_reason_given"
    assert after(proposed(), DropMerge("other birthplace"), DAY, who=OTHER_AGENT).identity.merged == ()


def test_a_merge_is_undone_by_one_agent_and_only_where_there_was_one() -> None:
    merged = after(proposed(), ApproveMerge(), DAY, who=OTHER_AGENT)
    assert refused(merged, ProposeMerge("person-2", "again"), DAY).code == "already_merged"
    assert refused(merged, SplitFiles("person-3", "not them"), DAY).code == "never_merged"
    assert after(merged, SplitFiles("person-2", "two sisters"), DAY).identity.merged == ()
