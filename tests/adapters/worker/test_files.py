"""The worker with the real machine: letters written in full, deliveries recorded, days that come."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from ouverture.adapters.journal.record import Record
from ouverture.adapters.post.opening import open_post
from ouverture.adapters.post.returned import Returned
from ouverture.adapters.worker.files import duties
from ouverture.adapters.worker.loop import Duties, one_round
from ouverture.adapters.worker.returns import take_back
from ouverture.adapters.worker.sending import Bounced, Undelivered
from ouverture.dossier.application.decisions import AcceptPiece, Deposit, GrantApplication
from ouverture.dossier.attachment.decisions import OpenFile
from ouverture.dossier.file import File
from ouverture.dossier.identity.decisions import RecordSearch
from ouverture.dossier.kernel import Command, Moment
from ouverture.dossier.number.decisions import IssueWaitingNumber
from ouverture.dossier.person.decisions import TellAddress, TellWay
from ouverture.services.casework.carry_out import Done, handle
from ouverture.services.casework.ports import Order
from ouverture.services.casework.recall import event_of, fold
from ouverture.services.casework.standing import dossiers
from tests.adapters.post.mail_server import MailHouse, mail_house

DAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
NUMBER = "291079940412337"
FILES = dossiers()
ADDRESSES: dict[str, Command] = {
    "email": TellWay("email", "ana@example.org"),
    "sms": TellWay("telephone", "+33612345678"),
    "letter": TellAddress(("12 rue des Lilas",), "75011", "Paris"),
}


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
    answer = handle(record, FILES, Order("f1", wanted, moment, f"f1/{wanted}", NOON))
    assert isinstance(answer, Done), answer


def a_number_is_given(record: Record, *channels: str, known: tuple[str, ...] = ()) -> None:
    for wanted in (
        OpenFile("person-1", "751", channels=channels),
        *(ADDRESSES[channel] for channel in known or channels),
        Deposit(("identity_document",), ground="resident"),
        AcceptPiece("identity_document"),
        RecordSearch(()),
        GrantApplication("resident", DAY),
        IssueWaitingNumber(NUMBER),
    ):
        send(record, wanted)


def file_of(record: Record) -> File:
    return fold(FILES, "f1", record.history("f1").lines)


def mailed(house: MailHouse) -> dict[str, str]:
    here = {"OUVERTURE_SMTP_HOST": "127.0.0.1", "OUVERTURE_SMTP_PORT": str(house.port)}
    return {**here, "OUVERTURE_SMTP_FROM": "caisse@example.org", "OUVERTURE_SMTP_ENCRYPTION": "none"}


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


def test_a_letter_has_not_arrived_because_it_left(record: Record, at_work: Duties) -> None:
    a_number_is_given(record, "letter")
    one_round(at_work, NOON)
    assert len(file_of(record).messages.on_their_way) == file_of(record).messages.sent


def test_an_email_that_was_taken_by_the_server_has_not_arrived_and_shows_the_last_digits_only(
    record: Record, calendar: Calendar, tmp_path: Path
) -> None:
    with mail_house() as house:
        at_work = duties(record, FILES, open_post(tmp_path / "post", mailed(house)), calendar)
        a_number_is_given(record, "email", "letter")
        assert one_round(at_work, NOON).sent == len(house.took) == file_of(record).messages.sent
        assert one_round(at_work, NOON + timedelta(hours=1)).sent == 0
    assert {message["To"] for message in house.took} == {"ana@example.org"}
    assert not any(NUMBER[:13] in message.get_content().replace(" ", "") for message in house.took)
    assert {one.channel for one in file_of(record).messages.on_their_way} == {"email"}


def test_an_email_that_bounces_goes_by_the_next_channel_with_the_same_words(
    record: Record, calendar: Calendar, tmp_path: Path
) -> None:
    with mail_house() as house:
        house.answers["RCPT"] = "550 unknown"
        at_work = duties(record, FILES, open_post(tmp_path / "post", mailed(house)), calendar)
        a_number_is_given(record, "email", "letter")
        one_round(at_work, NOON)
        one_round(at_work, NOON)
    assert {one.channel for one in file_of(record).messages.on_their_way} == {"letter"}
    assert len(letters(tmp_path)) == file_of(record).messages.sent
    for message in range(1, 99):
        told = record.told("f1", message)
        assert len({one.words for one in told}) <= 1


@pytest.mark.parametrize(
    ("arrived", "channels", "delivered"), [(False, {"letter"}, 0), (True, {"email"}, 1)], ids=["came back", "arrived"]
)
def test_what_became_of_an_email_after_its_server_took_it_is_put_in_its_file(
    record: Record, calendar: Calendar, tmp_path: Path, arrived: bool, channels: set[str], delivered: int
) -> None:
    with mail_house() as house:
        at_work = duties(record, FILES, open_post(tmp_path / "post", mailed(house)), calendar)
        a_number_is_given(record, "email", "letter")
        one_round(at_work, NOON)
        first = str(house.took[0]["Message-ID"]).strip("<>").partition("@")[0]
    back = Returned(first, arrived, "" if arrived else "5.1.1 unknown")
    version = file_of(record).version
    assert take_back(record, FILES, back, NOON)
    told = file_of(record)
    assert take_back(record, FILES, back, NOON)
    assert file_of(record) == told
    assert not take_back(record, FILES, back._replace(message="somebody else's"), NOON)
    assert told.version > version
    assert told.messages.delivered == delivered
    assert channels <= {one.channel for one in told.messages.on_their_way}


def test_a_channel_without_an_address_is_no_channel(record: Record, at_work: Duties, tmp_path: Path) -> None:
    a_number_is_given(record, "email", "sms", "letter", known=("letter",))
    for _ in range(3):
        one_round(at_work, NOON)
    assert {one.channel for one in file_of(record).messages.on_their_way} == {"letter"}
    assert len(letters(tmp_path)) == file_of(record).messages.sent
    assert file_of(record).messages.delivered == 0


def test_a_message_tried_again_says_what_it_said_although_the_file_moved_on(
    record: Record, calendar: Calendar, tmp_path: Path
) -> None:
    said: list[tuple[str, str]] = []

    class DownOnce:
        def send(self, identity: str, channel: str, content: dict[str, Any]) -> Bounced | None:
            said.append((identity, content["fr"]))
            if len(said) == 1:
                raise Undelivered("down")
            return None

    at_work = duties(record, FILES, DownOnce(), calendar)
    send(record, OpenFile("person-1", "751", channels=("letter",)))
    send(record, ADDRESSES["letter"])
    send(record, Deposit(("identity_document",), ground="resident"))
    one_round(at_work, NOON)
    send(record, AcceptPiece("identity_document"))
    send(record, RecordSearch(()))
    send(record, GrantApplication("resident", DAY))
    one_round(at_work, NOON + timedelta(minutes=2))
    first, words = said[0]
    assert dict(said[1:])[first] == words


def test_what_was_told_is_shown_for_ever_word_for_word(record: Record, at_work: Duties, tmp_path: Path) -> None:
    a_number_is_given(record, "letter")
    one_round(at_work, NOON)
    told = record.told("f1")
    assert {one.sent_at is None for one in told} == {False}
    assert all(any(one.words.fr in text for text in letters(tmp_path)) for one in told)
    assert record.told("f1", told[0].message) == (told[0],)


def test_a_day_that_comes_is_looked_at_once(record: Record, at_work: Duties, calendar: Calendar) -> None:
    a_number_is_given(record, "email")
    one_round(at_work, NOON)
    calendar.now = NOON + timedelta(days=75)
    woken = one_round(at_work, calendar.now)
    kinds = [event_of(line).kind for line in record.history("f1").lines]
    assert woken.woken == 1
    assert "reminded" in kinds
    assert one_round(at_work, calendar.now).woken == 0
