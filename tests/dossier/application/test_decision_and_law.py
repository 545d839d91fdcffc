"""No decision without its law (G5)."""

from __future__ import annotations

from datetime import date

from ouverture.dossier.application.decisions import AcceptPiece, Deposit, GrantApplication
from ouverture.dossier.application.events import ApplicationGranted
from ouverture.dossier.file import File
from ouverture.dossier.machine import Appended, run
from ouverture.law.rulebook import rulebook
from ouverture.rehearsal.someone import situations
from ouverture.rules.assessment import evaluator
from tests.dossier.acting import after, opened, refused

DAY = date(2026, 3, 2)
SPOUSE = next(one for one in situations() if one.name == "spouse")


def examined() -> File:
    claim = Deposit(SPOUSE.papers, ground=SPOUSE.ground, facts=SPOUSE.facts)
    return after(after(opened(day=DAY), claim, DAY), AcceptPiece("identity_document"), DAY)


def test_a_decision_that_the_facts_contradict_is_refused_with_what_they_prove() -> None:
    refusal = refused(examined(), GrantApplication("student", DAY), DAY)
    assert refusal.code == "facts_prove_another_ground"
    assert "joining a family member" in refusal.says.en


def test_a_ground_that_the_law_of_the_day_does_not_have_is_refused() -> None:
    assert refused(examined(), GrantApplication("friend_of_a_friend", DAY), DAY).code == "unknown_ground"
    assert refused(examined(), GrantApplication("short_stay", DAY), DAY).code == "ground_opens_nothing"


def test_a_decision_keeps_what_it_takes_to_make_it_again() -> None:
    outcome = run(examined(), GrantApplication(SPOUSE.ground, DAY), DAY)
    assert isinstance(outcome, Appended)
    decided = outcome.events[0]
    assert isinstance(decided, ApplicationGranted)
    proof = evaluator(rulebook().on(decided.rules_day), decided.rules_day).prove(dict(decided.facts))
    assert proof is not None
    assert proof.ground.name == decided.ground == "joins_insured_family"


def test_facts_that_prove_nothing_leave_the_decision_to_the_agent() -> None:
    file = after(opened(day=DAY), Deposit(("identity_document",), ground="employee"), DAY)
    judged = after(file, AcceptPiece("identity_document"), DAY)
    assert after(judged, GrantApplication("employee", DAY), DAY).application.stage == "accepted"
