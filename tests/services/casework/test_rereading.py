"""A new text or amount: the files it touches, shown before anything is sent, done in pages that stop and resume."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from ouverture.dossier.application.decisions import AcceptPiece, Deposit, GrantApplication
from ouverture.dossier.attachment.decisions import OpenFile
from ouverture.dossier.identity.decisions import RecordSearch
from ouverture.dossier.number.decisions import IssueWaitingNumber
from ouverture.dossier.refusals import Refusal
from ouverture.law.grounds import GROUNDS
from ouverture.rehearsal.someone import situations
from ouverture.rules.rulebook import Verdict
from ouverture.services.answer.to_come import read_texts
from ouverture.services.casework import rereading
from ouverture.services.casework.acting import open_file
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.brought_in import BroughtIn
from ouverture.services.casework.carry_out import Done
from ouverture.services.casework.house import House
from ouverture.services.casework.law_days import law_day
from ouverture.services.casework.rereading import RereadPage, do_page, page_of_files
from ouverture.services.casework.run import Run
from ouverture.services.casework.texts_to_come import bring_in, law_day_of
from tests.services.casework.wired import AGENT, DAY, NOON, SHE, SUPERVISOR, act, house_in, wanted

FIRST, SECOND = "file-one", "file-two"
THEN = datetime(2027, 2, 1, 12, tzinfo=UTC)
OF_AN_AMOUNT, OF_A_TEXT, LATER = date(2026, 4, 1), date(2027, 2, 1), "2027-02-01"
HELD, AFTER = "joins_insured_family", "resident"
TEXTS = """
[ground]
citation = "invented text, article 1"
says = { fr = "La famille", en = "The family" }
quote = { fr = "« x »", en = "'x'" }
ends = ["joins_insured_family"]

[ceiling]
citation = "invented order, article 2"
says = { fr = "Le plafond", en = "The ceiling" }
quote = { fr = "« y »", en = "'y'" }
amounts = [{ name = "c2s_free", place = "mainland", euros = [11000] }]

[closing]
citation = "invented text, article 3"
says = { fr = "La résidence", en = "Residence" }
quote = { fr = "« z »", en = "'z'" }
ends = ["resident"]

[nobody]
citation = "invented text, article 4"
says = { fr = "Tous", en = "Everybody" }
quote = { fr = "« z »", en = "'z'" }
ends = EVERY
""".replace("EVERY", str([one.name for one in GROUNDS if one.until is None and one.outcome.verdict is Verdict.COVERED]))


class Brought:
    """Texts brought in, in memory."""

    def __init__(self) -> None:
        self.every: list[BroughtIn] = []

    def of_office(self, office: str) -> tuple[BroughtIn, ...]:
        return tuple(one for one in self.every if one.office == office)

    def keep(self, one: BroughtIn, at: datetime) -> None:
        self.every.append(one)


class Kept(dict[tuple[str, date], Run]):
    """Runs in memory."""

    def run(self, office: str, on: date) -> Run:
        return self.get((office, on), Run(office, on))

    def keep(self, run: Run) -> None:
        self[run.office, run.on] = run


def covered(house: House, stream: str, number: str, situation: str) -> None:
    """A file whose rights are open, under the rules of the day."""
    who = next(one for one in situations() if one.name == situation)
    assert isinstance(open_file(house, AGENT, wanted(stream, OpenFile(stream, "751", "connected"))), Done)
    for command in (
        Deposit(who.papers, "post", who.ground, who.facts), *map(AcceptPiece, who.papers), RecordSearch(()),
        GrantApplication(who.ground, DAY), IssueWaitingNumber(number),
    ):  # fmt: skip
        done = act(house, AGENT, stream, command)
        assert isinstance(done, Done), done


def two_of(folder: Path, situation: str) -> House:
    """An office with two files, both covered; two invented texts are announced: an end of a ground, a new amount."""
    house = replace(house_in(folder), runs=Kept(), to_come=read_texts(TEXTS), brought_in=Brought())
    covered(house, FIRST, "291079940412337", situation)
    covered(house, SECOND, "298079940412382", situation)
    return house


@pytest.fixture
def two(tmp_path: Path) -> House:
    """Two residents."""
    return two_of(tmp_path, "resident")


def shown(house: House, run: Run, day: date) -> RereadPage:
    page = page_of_files(house, SUPERVISOR, run, day, THEN)
    assert isinstance(page, RereadPage)
    return page


def test_a_changed_amount_is_shown_then_told_to_each_person_with_its_law(two: House) -> None:
    assert bring_in(two, SUPERVISOR, "ceiling", LATER, DAY, NOON, "en") is None
    law = law_day_of(two, "751", OF_A_TEXT)
    assert law
    assert "€11,000" in law.amounts[0].en
    version, run = two.met(FIRST).version, Run("751", OF_A_TEXT)
    page = shown(two, run, DAY)
    assert [(one.stream, one.touch) for one in page.touched] == [(FIRST, "amounts"), (SECOND, "amounts")]
    assert all(one.before != one.after and one.law == ("invented order, article 2",) for one in page.touched)
    assert all(one.letter and "11,000" in one.letter.en and "article 2" in one.letter.fr for one in page.touched)
    for one in page.touched:
        assert "€10,421" in one.before.en
        assert "€11,000" in one.after.en
        assert "to be checked" not in one.after.en
        assert "cannot be said" not in one.before.en
        assert one.letter
        assert "ceiling" not in one.letter.fr
        assert ".." not in one.letter.fr
    assert two.met(FIRST).version == version
    ground = two.met(FIRST).state.rights.periods[-1].ground
    done = do_page(two, SUPERVISOR, run, page.upto, OF_A_TEXT, THEN)
    assert isinstance(done, Run)
    assert (done.read, done.touched, done.changed, done.finished) == (2, 2, 2, True)
    assert two.met(FIRST).state.rights.periods[-1].ground == ground
    assert any(one.purpose == "re_evaluation" for _, one in two.journal.readings(FIRST))
    assert shown(two, run, OF_A_TEXT).touched == ()


@pytest.mark.parametrize(("situation", "text"), [("resident", "closing"), ("resident", "nobody"), ("spouse", "nobody")])
def test_a_text_that_ends_the_ground_of_a_file_closes_nothing_and_passes_no_file_over(
    tmp_path: Path, situation: str, text: str
) -> None:
    two = two_of(tmp_path, situation)
    assert bring_in(two, SUPERVISOR, text, LATER, DAY, NOON, "en") is None
    page = shown(two, Run("751", OF_A_TEXT), OF_A_TEXT)
    print([(one.touch, one.after.en) for one in page.touched])
    assert [(one.stream, one.letter) for one in page.touched] == [(FIRST, None), (SECOND, None)]
    assert {one.touch for one in page.touched} <= {"ends", "unsure"}
    done = do_page(two, SUPERVISOR, Run("751", OF_A_TEXT), page.upto, OF_A_TEXT, THEN)
    assert isinstance(done, Run)
    assert (done.touched, done.changed, done.finished) == (2, 0, True)
    assert two.met(FIRST).state.rights.stage == "open"


def test_an_amount_of_a_day_before_a_file_was_decided_touches_it_no_more(two: House) -> None:
    assert law_day(OF_AN_AMOUNT).amounts
    assert shown(two, Run("751", OF_AN_AMOUNT), DAY).touched == ()


def test_a_changed_rule_is_a_decision_with_its_law_and_letter_stopped_and_resumed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rereading, "AT_ONCE", 1)
    two = two_of(tmp_path, "spouse")
    assert bring_in(two, SUPERVISOR, "ground", LATER, DAY, NOON, "en") is None
    run = two.runs.run("751", OF_A_TEXT)
    page = shown(two, run, OF_A_TEXT)
    assert [(one.stream, one.touch) for one in page.touched] == [(FIRST, "other_ground")]
    letter = page.touched[0].letter
    assert letter
    assert "1 February 2027" in letter.en
    assert page.touched[0].law == ("invented text, article 1",)
    assert "invented text, article 1" in letter.fr
    assert two.met(FIRST).state.rights.periods[-1].ground == HELD
    too_early = do_page(two, SUPERVISOR, run, page.upto, DAY, NOON)
    assert isinstance(too_early, Refusal)
    assert too_early.by == OF_A_TEXT
    stopped = do_page(two, SUPERVISOR, run, page.upto, OF_A_TEXT, THEN)
    assert isinstance(stopped, Run)
    two.runs.keep(stopped)
    assert (two.met(FIRST).state.rights.periods[-1].ground, stopped.changed, stopped.finished) == (AFTER, 1, False)
    assert two.met(SECOND).state.rights.periods[-1].ground == HELD
    resumed = two.runs.run("751", OF_A_TEXT)
    assert resumed == stopped
    assert do_page(two, SUPERVISOR, resumed, "not-the-page", OF_A_TEXT, THEN) == rereading.ANOTHER_PAGE
    last = do_page(two, SUPERVISOR, resumed, shown(two, resumed, OF_A_TEXT).upto, OF_A_TEXT, THEN)
    assert isinstance(last, Run)
    assert (last.changed, last.read, last.finished) == (2, 2, True)
    again = do_page(two, SUPERVISOR, Run("751", OF_A_TEXT), FIRST, OF_A_TEXT, THEN)
    assert isinstance(again, Run)
    assert again.changed == 0


@pytest.mark.parametrize(
    ("name", "typed", "code"),
    [
        ("nothing", LATER, "no_such_text"),
        ("ground", "soon", "day_of_text"),
        ("ground", "2020-01-01", "text_begins_before"),
    ],
)
def test_a_text_is_brought_in_by_name_from_a_day_to_come(two: House, name: str, typed: str, code: str) -> None:
    refused = bring_in(two, SUPERVISOR, name, typed, DAY, NOON, "en")
    assert isinstance(refused, Refusal)
    assert refused.code == code


def test_a_text_is_brought_in_once_one_a_day_and_by_whoever_may(two: House) -> None:
    assert isinstance(bring_in(two, AGENT, "ground", LATER, DAY, NOON, "en"), Refusal)
    assert bring_in(two, Actor("m", "manager", "751"), "ground", LATER, DAY, NOON, "en") is None
    codes = [bring_in(two, SUPERVISOR, name, LATER, DAY, NOON, "en") for name in ("ground", "ceiling")]
    assert [one and one.code for one in codes] == ["text_is_in", "day_has_a_text"]
    assert law_day_of(two, "691", OF_A_TEXT) is None


def test_only_whoever_sees_the_office_reads_it_again_and_only_a_caisse_sends(house: House) -> None:
    run = Run("751", OF_AN_AMOUNT)
    for one in (AGENT, SHE, Actor("k", "kiosk")):
        assert isinstance(page_of_files(house, one, run, DAY, NOON), Refusal)
    auditor = Actor("auditor", "auditor", "751")
    assert isinstance(page_of_files(house, auditor, run, DAY, NOON), RereadPage)
    assert isinstance(do_page(house, auditor, run, "", DAY, NOON), Refusal)
