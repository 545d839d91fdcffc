"""A new text or amount: the files it touches, shown before anything is sent, done in pages that stop and resume."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from ouverture.dossier.application.decisions import AcceptPiece, Deposit, GrantApplication
from ouverture.dossier.attachment.decisions import OpenFile
from ouverture.dossier.identity.decisions import RecordSearch
from ouverture.dossier.number.decisions import IssueWaitingNumber
from ouverture.dossier.refusals import Refusal
from ouverture.rehearsal.someone import situations
from ouverture.services.answer.assess import Answer, assess
from ouverture.services.casework import rereading
from ouverture.services.casework.acting import open_file
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.carry_out import Done
from ouverture.services.casework.house import House
from ouverture.services.casework.law_days import law_day
from ouverture.services.casework.rereading import RereadPage, do_page, page_of_files
from ouverture.services.casework.run import Run
from tests.services.casework.wired import AGENT, DAY, NOON, SHE, SUPERVISOR, act, house_in, wanted

FIRST, SECOND = "file-one", "file-two"
THEN = datetime(2027, 1, 1, 12, tzinfo=UTC)
OF_AN_AMOUNT, OF_A_RULE = date(2026, 4, 1), date(2027, 1, 1)


class Kept(dict[tuple[str, date], Run]):
    """Runs in memory."""

    def run(self, office: str, on: date) -> Run:
        return self.get((office, on), Run(office, on))

    def keep(self, run: Run) -> None:
        self[run.office, run.on] = run


def covered(house: House, stream: str, number: str) -> None:
    """A file whose rights are open because somebody lives here, under the rules of the day."""
    who = next(one for one in situations() if one.name == "resident")
    assert isinstance(open_file(house, AGENT, wanted(stream, OpenFile(stream, "751", "connected"))), Done)
    for command in (
        Deposit(who.papers, "post", who.ground, who.facts), *map(AcceptPiece, who.papers), RecordSearch(()),
        GrantApplication(who.ground, DAY), IssueWaitingNumber(number),
    ):  # fmt: skip
        done = act(house, AGENT, stream, command)
        assert isinstance(done, Done), done


@pytest.fixture
def two(tmp_path: Path) -> House:
    """An office with two files, both covered."""
    house = replace(house_in(tmp_path), runs=Kept())
    covered(house, FIRST, "291079940412337")
    covered(house, SECOND, "298079940412382")
    return house


@pytest.fixture
def new_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    """From the first day of the year on, as if a rule covered them by their family: a law of this test alone."""
    family = dict(next(one.facts for one in situations() if one.name == "spouse"))

    def supposed(facts: tuple[tuple[str, Any], ...], on: date) -> Answer:
        return assess(family if on >= OF_A_RULE else dict(facts), on)

    monkeypatch.setattr(rereading, "_assessed", supposed)


def shown(house: House, run: Run, day: date) -> RereadPage:
    page = page_of_files(house, SUPERVISOR, run, day, THEN)
    assert isinstance(page, RereadPage)
    return page


def test_a_changed_amount_names_the_persons_for_whom_it_reads_otherwise_and_sends_nothing(two: House) -> None:
    version = two.met(FIRST).version
    page = shown(two, Run("751", OF_AN_AMOUNT), DAY)
    assert law_day(OF_AN_AMOUNT).amounts
    assert [(one.stream, one.touch) for one in page.touched] == [(FIRST, "amounts"), (SECOND, "amounts")]
    assert all(one.before != one.after and one.letter is None for one in page.touched)
    done = do_page(two, SUPERVISOR, Run("751", OF_AN_AMOUNT), page.upto, DAY, NOON)
    assert isinstance(done, Run)
    assert (done.read, done.touched, done.changed, done.finished) == (2, 2, 0, True)
    assert two.met(FIRST).version == version
    assert any(one.purpose == "re_evaluation" for _, one in two.journal.readings(FIRST))


@pytest.mark.usefixtures("new_rule")
def test_a_changed_rule_is_a_decision_with_its_law_and_letter_stopped_and_resumed(
    two: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rereading, "AT_ONCE", 1)
    run = two.runs.run("751", OF_A_RULE)
    page = shown(two, run, OF_A_RULE)
    assert [one.stream for one in page.touched] == [FIRST]
    letter = page.touched[0].letter
    assert letter
    assert "1 January 2027" in letter.en
    assert page.touched[0].law
    assert two.met(FIRST).state.rights.periods[-1].ground != "joins_insured_family"
    too_early = do_page(two, SUPERVISOR, run, page.upto, DAY, NOON)
    assert isinstance(too_early, Refusal)
    assert too_early.by == OF_A_RULE
    stopped = do_page(two, SUPERVISOR, run, page.upto, OF_A_RULE, THEN)
    assert isinstance(stopped, Run)
    two.runs.keep(stopped)
    assert (two.met(FIRST).state.rights.periods[-1].ground, stopped.changed, stopped.finished) == (
        "joins_insured_family",
        1,
        False,
    )
    assert two.met(SECOND).state.rights.periods[-1].ground != "joins_insured_family"
    resumed = two.runs.run("751", OF_A_RULE)
    assert resumed == stopped
    assert do_page(two, SUPERVISOR, resumed, "not-the-page", OF_A_RULE, THEN) == rereading.ANOTHER_PAGE
    last = do_page(two, SUPERVISOR, resumed, shown(two, resumed, OF_A_RULE).upto, OF_A_RULE, THEN)
    assert isinstance(last, Run)
    assert (last.changed, last.read, last.finished) == (2, 2, True)
    again = do_page(two, SUPERVISOR, Run("751", OF_A_RULE), FIRST, OF_A_RULE, THEN)
    assert isinstance(again, Run)
    assert again.changed == 0


def test_only_whoever_sees_the_office_reads_it_again_and_only_a_caisse_sends(house: House) -> None:
    run = Run("751", OF_AN_AMOUNT)
    for one in (AGENT, SHE, Actor("k", "kiosk")):
        assert isinstance(page_of_files(house, one, run, DAY, NOON), Refusal)
    auditor = Actor("auditor", "auditor", "751")
    assert isinstance(page_of_files(house, auditor, run, DAY, NOON), RereadPage)
    assert isinstance(do_page(house, auditor, run, "", DAY, NOON), Refusal)
