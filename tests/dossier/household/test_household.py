from datetime import date
from typing import Any

import pytest

from ouverture.dossier.file import File, evolve
from ouverture.dossier.household.decisions import (
    AskToAttach,
    AttachMember,
    DetachMember,
    RecordChange,
    RefuseMember,
    TellChange,
)
from ouverture.dossier.household.events import MemberDetached
from ouverture.dossier.kernel import Command, Moment
from ouverture.dossier.machine import wake
from ouverture.dossier.obligations import obligations
from tests.dossier.acting import acts, after, opened, refused

DAY, BORN, GROWN = date(2026, 3, 2), date(2008, 6, 15), date(2026, 6, 15)
OFF = frozenset({"remind_the_person", "escalate_an_office"})


def asked(mode: Any = "connected", both: bool = False) -> File:
    return after(opened(mode), AskToAttach("Lina", "child", BORN, both), DAY)


def attached(mode: Any = "connected") -> File:
    return after(asked(mode), AttachMember("Lina", DAY), DAY)


def test_the_caisse_must_attach_the_child() -> None:
    owed = next(one for one in obligations(asked(), DAY) if one.act == "attach_child")
    assert (owed.holder, owed.about, owed.due) == ("caisse", "Lina", date(2026, 3, 30))
    assert "attach_child" not in acts(attached(), DAY)


def test_a_child_may_be_attached_to_one_parent_or_to_both() -> None:
    assert [asked(both=both).household.members[0].both_parents for both in (False, True)] == [False, True]


def test_a_refused_child_is_told_why_and_may_be_asked_for_again() -> None:
    file = after(asked(), RefuseMember("Lina", "the birth certificate is missing"), DAY)
    assert any("member_refused" in one.about for one in file.messages.on_their_way)
    again = after(file, AskToAttach("Lina", "child", BORN), DAY)
    assert [one.stage for one in again.household.members] == ["asked"]


@pytest.mark.parametrize("mode", ["connected", "recorded"])
def test_the_attachment_ends_on_the_birthday_the_law_names(mode: str) -> None:
    assert wake(attached(mode), date(2026, 6, 14), OFF).file.household.members[0].stage == "attached"
    outcome = wake(attached(mode), date(2026, 7, 1), OFF)
    ended = next(e for e in outcome.events if isinstance(e, MemberDetached))
    assert (ended.on, ended.last, ended.why, ended.by) == (GROWN, date(2026, 6, 14), "majority", "clock")
    off = OFF | {"detach_a_child_of_age"}
    assert wake(attached(mode), date(2026, 7, 1), off).file.household.members[0].stage == "attached"


def test_a_child_may_leave_for_the_other_parent() -> None:
    file = after(attached(), DetachMember("Lina", "other_parent", DAY), DAY)
    assert file.household.members[0].stage == "detached"


def test_a_change_told_must_be_recorded() -> None:
    file = after(opened(), TellChange("we moved to Lyon", DAY), DAY)
    owed = next(one for one in obligations(file, DAY) if one.act == "record_change")
    assert (owed.holder, owed.source) == ("caisse", "CSS R115-7")
    assert refused(file, TellChange("we moved to Lyon", DAY), DAY).code == "change_already_told"
    assert not after(file, RecordChange("we moved to Lyon"), DAY).household.changes


@pytest.mark.parametrize(("wanted", "code"), [
    (AskToAttach("", "child", BORN), "child_without_name_or_birth"),
    (AskToAttach("Noé", "child", date(2026, 3, 3)), "child_without_name_or_birth"),
    (AskToAttach("Noé", "child", date(2008, 3, 2)), "adults_claim_for_themselves"),
    (AskToAttach("Lina", "child", BORN), "not_now"),
    (AttachMember("Noé", DAY), "unknown_member"),
    (RefuseMember("Noé", "x"), "unknown_member"),
    (RefuseMember("Lina", ""), "no_reason_given"),
    (DetachMember("Noé", "died", DAY), "unknown_member"),
    (DetachMember("Lina", "majority", DAY), "still_a_child"),
    (DetachMember("Lina", "died", DAY), "not_now"),
    (TellChange("", DAY), "change_without_words"),
    (RecordChange("x"), "change_not_told"),
])  # fmt: skip
def test_what_cannot_be_done_in_the_household_is_refused_with_a_reason(wanted: Command, code: str) -> None:
    assert refused(asked(), wanted, DAY).code == code


def test_an_event_about_an_unknown_child_seen_outside_changes_nothing() -> None:
    file = opened("recorded")
    seen = MemberDetached(Moment(DAY, "letter"), "Noé", "died", DAY)
    assert evolve(file, seen).household == file.household
