"""The care sheets of a file and their money: expected beside received, and the question written down with its day."""

from datetime import datetime
from pathlib import Path

import pytest

from ouverture.dossier.application.decisions import AcceptPiece, GrantApplication
from ouverture.dossier.claim.events import PricedLine
from ouverture.dossier.claim.requests import PayClaim, PriceClaim, ReceiveClaim, RecordBankDetails
from ouverture.dossier.exchange.events import ExchangeRecorded
from ouverture.dossier.identity.decisions import RecordSearch
from ouverture.dossier.number.decisions import IssueWaitingNumber
from ouverture.dossier.refusals import Refusal
from ouverture.dossier.rights.decisions import OpenRights
from ouverture.services.casework.acting import carry_out
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.care_money import SheetMoney, ask_why, care_money
from ouverture.services.casework.carry_out import Done
from ouverture.services.casework.house import House
from ouverture.services.casework.look import FileView, Look, look_at
from tests.services.casework import wired
from tests.services.casework.wired import AGENT, DAY, FILE, NOON, RECORD, SHE

IBAN = "FR7630006000011234567890189"
NUMBER, OTHER_NUMBER = "291079940412337", "291079940412436"


def with_a_waiting_number(house: House) -> House:
    """Her number is a waiting one in both files, her rights are open at the caisse, her account is given."""
    for step in (RecordSearch(), AcceptPiece("identity_document"), GrantApplication("joins_insured_family", DAY)):
        wired.act(house, AGENT, FILE, step)
    wired.act(house, AGENT, FILE, IssueWaitingNumber(NUMBER))
    if not house.met(FILE).state.rights.periods:
        wired.act(house, AGENT, FILE, OpenRights(DAY, "joins_insured_family", DAY))
    seen = wired.wanted(RECORD, IssueWaitingNumber(OTHER_NUMBER))._replace(seen_by="letter")
    assert isinstance(carry_out(house, SHE, seen), Done)
    for stream in (FILE, RECORD):
        done = wired.act(house, SHE, stream, RecordBankDetails(IBAN, "Nour Haddad"))
        assert isinstance(done, Done), done
        assert house.met(stream).state.number.stage == "waiting"
    return house


def pay(house: House, stream: str, claim: str, base: int, cents: int) -> None:
    """What the caisse gives for a sheet of one act: by the agent here, as seen on a screen outside."""
    actor, seen_by = (AGENT, "") if stream == FILE else (SHE, "screen")
    for step in (PriceClaim(claim, (PricedLine(0, base, cents),), why="a reason"), PayClaim(claim, cents)):
        done = carry_out(house, actor, wired.wanted(stream, step)._replace(seen_by=seen_by))
        assert isinstance(done, Done), done


@pytest.fixture
def house(tmp_path: Path) -> House:
    return with_a_waiting_number(wired.opened(wired.house_in(tmp_path)))


def send(house: House, stream: str, claim: str, *lines: tuple[str, int]) -> None:
    done = wired.act(house, SHE, stream, ReceiveClaim(claim, DAY, lines))
    assert isinstance(done, Done), done


def sheet_of(house: House, stream: str, claim: str) -> SheetMoney:
    view = look_at(house, SHE, look(stream))
    assert isinstance(view, FileView)
    return next(one for one in care_money(view) if one.claim == claim)


def look(stream: str, at: datetime = NOON) -> Look:
    return Look(stream, "own_file", DAY, at)


@pytest.mark.parametrize("stream", [FILE, RECORD])
def test_a_sheet_shows_what_it_should_bring_before_anything_came(house: House, stream: str) -> None:
    send(house, stream, "s1", ("dentist", 2300), ("gp", 3000))
    one = sheet_of(house, stream, "s1")
    assert (one.expected, one.received, one.standing, one.letter) == (1380 + 700, None, "waits", None)
    assert [line.expected for line in one.lines] == [1380, 700]
    assert any("× 60" in step.en for step in one.lines[0].steps)


@pytest.mark.parametrize("stream", [FILE, RECORD])
def test_less_than_expected_becomes_a_dated_question_with_its_letter(house: House, stream: str) -> None:
    send(house, stream, "s1", ("dentist", 2300))
    pay(house, stream, "s1", 2300, 1000)
    one = sheet_of(house, stream, "s1")
    assert (one.expected, one.received, one.standing) == (1380, 1000, "short")
    assert one.letter is not None
    assert "vous m'avez remboursé 10,00" in one.letter.fr
    done = ask_why(house, SHE, look(stream), "s1")
    assert isinstance(done, Done)
    (written,) = done.events
    assert isinstance(written, ExchangeRecorded)
    assert (written.way, written.said, written.on) == ("letter", one.letter.fr, DAY)
    assert sheet_of(house, stream, "s1").asked_on == DAY


def test_asking_twice_writes_nothing_more(house: House) -> None:
    send(house, FILE, "s1", ("dentist", 2300))
    pay(house, FILE, "s1", 2300, 1000)
    ask_why(house, SHE, look(FILE), "s1")
    before = house.met(FILE).version
    assert ask_why(house, SHE, look(FILE), "s1") is None
    assert house.met(FILE).version == before


@pytest.mark.parametrize(
    ("cents", "standing"), [(700, "as_expected"), (1900, "other_reading"), (650, "short"), (2950, "more")]
)
def test_where_a_sum_stands_beside_what_is_expected(house: House, cents: int, standing: str) -> None:
    send(house, FILE, "s1", ("gp", 3000))
    pay(house, FILE, "s1", 3000, cents)
    one = sheet_of(house, FILE, "s1")
    assert one.standing == standing
    assert (one.letter is None) == (standing in ("as_expected", "more"))


def test_of_a_sheet_whose_tariff_is_not_held_nothing_is_asked(house: House) -> None:
    send(house, FILE, "s1", ("XYZ", 2300))
    pay(house, FILE, "s1", 2300, 1)
    assert sheet_of(house, FILE, "s1").standing == "not_held"
    assert ask_why(house, SHE, look(FILE), "s1") is None
    assert ask_why(house, SHE, look(FILE), "never sent") is None


def test_a_stranger_asks_nothing(house: House) -> None:
    stranger = Actor("stranger", "person", "", ("another-file",))
    assert isinstance(ask_why(house, stranger, look(FILE), "s1"), Refusal)
