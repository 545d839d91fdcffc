"""The worker with the real machine: letters written in full, deliveries recorded, days that come."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from ouverture.adapters.journal.record import Record
from ouverture.adapters.post.opening import open_post
from ouverture.adapters.worker.files import duties
from ouverture.adapters.worker.loop import Duties, one_round
from ouverture.dossier.application.decisions import AcceptPiece, Deposit, GrantApplication
from ouverture.dossier.attachment.decisions import OpenFile
from ouverture.dossier.file import File
from ouverture.dossier.identity.decisions import RecordSearch
from ouverture.dossier.kernel import Command, Moment
from ouverture.dossier.number.decisions import IssueWaitingNumber
from ouverture.services.casework.carry_out import Done, handle
from ouverture.services.casework.ports import Order
from ouverture.services.casework.recall import event_of, fold
from ouverture.services.casework.standing import dossiers

DAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
NUMBER = "291079940412337"
FILES = dossiers()


class Calendar:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def at_work(record: Record, calendar: Calendar, tmp_path: Path) -> Duties:
    return duties(record, FILES, open_post(tmp_path / "post", {}), calendar)


def send(record: Record, wanted: Command) -> None:
    moment = Moment(DAY, wanted.may[0])
    answer = handle(record, FILES, Order("f1", wanted, moment, f"f1/{wanted.kind}", NOON))
    assert isinstance(answer, Done), answer


def a_number_is_given(record: Record, *channels: str) -> None:
    send(record, OpenFile("person-1", "751", channels=channels))
    send(record, Deposit(("identity_document",), ground="resident"))
    send(record, AcceptPiece("identity_document"))
    send(record, RecordSearch(()))
    send(record, GrantApplication("resident", DAY))
    send(record, IssueWaitingNumber(NUMBER))


def file_of(record: Record) -> File:
    return fold(FILES, "f1", record.history("f1").lines)


def letters(tmp_path: Path) -> list[str]:
    return [one.read_text("utf-8") for one in sorted((tmp_path / "post" / "to_send").iterdir())]


def test_each_message_leaves_once_written_in_both_languages(record: Record, at_work: Duties, tmp_path: Path) -> None:
    a_number_is_given(record, "letter")
    first = one_round(at_work, NOON)
    assert first.sent == len(letters(tmp_path)) == file_of(record).messages.sent
    assert all("La suite" in text and "What comes next" in text for text in letters(tmp_path))
    assert one_round(at_work, NOON).sent == 0


def test_a_number_goes_in_full_by_letter_and_never_by_email(record: Record, at_work: Duties, tmp_path: Path) -> None:
    a_number_is_given(record, "letter")
    one_round(at_work, NOON)
    assert any("404 123 37" in text or NUMBER in text.replace(" ", "") for text in letters(tmp_path))


def test_what_goes_by_email_shows_the_last_digits_only(record: Record, at_work: Duties, tmp_path: Path) -> None:
    a_number_is_given(record, "email")
    one_round(at_work, NOON)
    assert letters(tmp_path)
    assert not any(NUMBER[:13] in text.replace(" ", "") for text in letters(tmp_path))


def test_a_letter_has_not_arrived_because_it_left(record: Record, at_work: Duties) -> None:
    a_number_is_given(record, "letter")
    one_round(at_work, NOON)
    assert len(file_of(record).messages.on_their_way) == file_of(record).messages.sent


def test_an_email_that_was_taken_is_delivered(record: Record, at_work: Duties) -> None:
    a_number_is_given(record, "email")
    one_round(at_work, NOON)
    assert file_of(record).messages.on_their_way == ()


def test_a_day_that_comes_is_looked_at_once(record: Record, at_work: Duties, calendar: Calendar) -> None:
    a_number_is_given(record, "email")
    one_round(at_work, NOON)
    calendar.now = NOON + timedelta(days=75)
    woken = one_round(at_work, calendar.now)
    kinds = [event_of(line).kind for line in record.history("f1").lines]
    assert woken.woken == 1
    assert "reminded" in kinds
    assert one_round(at_work, calendar.now).woken == 0
