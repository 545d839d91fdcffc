"""Cover granted under old rules is read again on the day they change (G5)."""

from __future__ import annotations

from datetime import date, timedelta

from ouverture.dossier.application.decisions import AcceptPiece, Deposit, GrantApplication
from ouverture.dossier.file import File
from ouverture.dossier.identity.decisions import RecordSearch
from ouverture.dossier.invariants.every import broken_state
from ouverture.dossier.machine import next_wake, wake
from ouverture.dossier.number.decisions import IssueWaitingNumber
from ouverture.dossier.rights.new_rules import ground_on, next_change
from ouverture.rehearsal.someone import situations
from tests.dossier.acting import after, opened

BEFORE = date(2023, 6, 2)
CHANGE = date(2023, 9, 1)
"""The day on which the text of R111-2, on which a home in France rests, changed."""
SPOUSE = next(one for one in situations() if one.name == "spouse")


def covered(ground: str, day: date = BEFORE) -> File:
    file = after(opened(day=day), Deposit(("identity_document",), ground=ground), day)
    for wanted in (AcceptPiece("identity_document"), RecordSearch(()), GrantApplication(ground, day)):
        file = after(file, wanted, day)
    return after(file, IssueWaitingNumber("291079940412337"), day)


def test_a_ground_changes_on_the_day_a_rule_it_rests_on_does() -> None:
    assert next_change("resident", BEFORE) == CHANGE
    assert next_change("resident", CHANGE) is None


def test_a_ground_that_rests_on_no_changed_rule_is_left_alone() -> None:
    assert next_change("employee", date(2024, 6, 3)) is None


def test_cover_is_read_again_on_that_day_and_goes_on() -> None:
    file = covered("resident")
    woken = wake(file, CHANGE + timedelta(days=3))
    again = [one for one in woken.events if one.kind == "rights_re_evaluated"]
    assert [one.on for one in again] == [CHANGE]
    assert (woken.file.rights.rules_day, woken.file.rights.stage) == (CHANGE, "open")
    assert woken.file.rights.periods == file.rights.periods
    assert next_wake(woken.file, CHANGE + timedelta(days=3)) != CHANGE


def test_cover_left_under_old_rules_is_noticed() -> None:
    off = frozenset({"re_evaluate_on_new_rules"})
    late = CHANGE + timedelta(days=5)
    names = [name for name, said in broken_state(wake(covered("resident"), late, off).file, late) if "rules" in said]
    assert names == ["I11"]


def test_the_facts_decide_the_ground_when_they_prove_one_that_covers() -> None:
    assert ground_on("resident", SPOUSE.facts, date(2026, 3, 2)) == "joins_insured_family"
    assert ground_on("resident", (), date(2026, 3, 2)) == "resident"
