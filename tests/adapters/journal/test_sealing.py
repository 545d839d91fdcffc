"""No number and no account lies in the database in clear; what was sealed can be destroyed, the chain holds."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from ouverture.adapters.journal import sealing
from ouverture.adapters.journal.keyring import WrongKey
from ouverture.adapters.journal.rebuild import rebuild
from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.store import Connection
from ouverture.adapters.journal.verify import verify
from ouverture.dossier.application.decisions import AcceptPiece, Deposit
from ouverture.dossier.attachment.decisions import OpenFile
from ouverture.dossier.claim.requests import RecordBankDetails
from ouverture.dossier.file import File
from ouverture.dossier.identity.decisions import RecordSearch
from ouverture.dossier.kernel import Command, Moment
from ouverture.dossier.number.decisions import IssueWaitingNumber, ReactivateNumber
from ouverture.services.casework.carry_out import Done, handle
from ouverture.services.casework.ports import Order
from ouverture.services.casework.recall import fold
from ouverture.services.casework.standing import dossiers

DAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
NUMBER, EARLIER, IBAN = "291079940412337", "185039940401735", "FR7630006000011234567890189"
TABLES = ("events", "outbox", "work", "owed", "numbers", "people", "readings", "seals", "keys", "secrets")
FILES = dossiers()


def send(record: Record, wanted: Command, stream: str = "f1") -> Done:
    moment = Moment(DAY, wanted.may[0])
    answer = handle(record, FILES, Order(stream, wanted, moment, f"{stream}/{wanted.kind}", NOON))
    assert isinstance(answer, Done), answer
    return answer


def a_life(record: Record) -> None:
    send(record, OpenFile("person-1", "751"))
    send(record, Deposit(("identity_document",), ground="resident"))
    send(record, AcceptPiece("identity_document"))
    send(record, RecordSearch((EARLIER,)))
    send(record, ReactivateNumber(EARLIER))
    send(record, RecordBankDetails(IBAN, "Ada Martin"))


def file_of(record: Record, stream: str = "f1") -> File:
    return fold(FILES, stream, record.history(stream).lines)


def everything_written(record: Record) -> str:
    def read(connection: Connection) -> list[object]:
        return [connection.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES]

    return repr(record.store.snapshot(read))


def test_no_number_and_no_account_is_written_in_clear(record: Record) -> None:
    a_life(record)
    written = everything_written(record)
    assert "person-1" in written
    for secret in (EARLIER, EARLIER[:13], IBAN, IBAN[4:]):
        assert secret not in written


def test_what_was_sealed_is_read_again(record: Record) -> None:
    a_life(record)
    again = file_of(Record(record.store, b"a key for tests, known to everybody"))
    assert (again.number.number, again.claim.iban, again.identity.candidates) == (EARLIER, IBAN, (EARLIER,))


def test_an_order_sent_again_is_recognised_although_its_number_is_sealed(record: Record) -> None:
    a_life(record)
    order = Order("f1", ReactivateNumber(EARLIER), Moment(DAY, "caisse"), "f1/reactivate_number", NOON)
    again = handle(record, FILES, order)
    assert isinstance(again, Done)
    assert again.repeated


def test_the_look_up_tables_are_made_again_from_what_is_sealed(record: Record) -> None:
    a_life(record)
    before = record.store.read(lambda c: c.execute("SELECT number, person, standing FROM numbers").fetchall())
    rebuild(record, FILES, DAY)
    after = record.store.read(lambda c: c.execute("SELECT number, person, standing FROM numbers").fetchall())
    assert [tuple(map(bytes_or_text, row)) for row in before] == [tuple(map(bytes_or_text, row)) for row in after]
    assert len(after) == 1


def bytes_or_text(value: object) -> object:
    return bytes(value) if isinstance(value, memoryview) else value


def test_keys_are_kept_at_hand_for_a_while_and_asked_for_again(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "MOST_KEYS", 1)
    a_life(record)
    for stream in ("f2", "f3"):
        record.sealing.seal(stream, '{"number":"1"}', ("number",))
    assert file_of(record).number.number == EARLIER
    assert len(record.sealing._opened) == 1


def test_a_forgotten_file_says_no_number_and_its_chain_still_verifies(record: Record) -> None:
    a_life(record)
    record.forget("f1", NOON)
    gone = file_of(Record(record.store, b"a key for tests, known to everybody"))
    assert (gone.number.number, gone.claim.iban) == ("", "")
    assert gone.application.stage == "open"
    assert verify(record.store).fault is None


def test_the_wrong_key_is_said_in_one_sentence(record: Record) -> None:
    a_life(record)
    with pytest.raises(WrongKey, match="another key"):
        Record(record.store, b"not the key").history("f1")


def test_the_same_number_in_another_file_is_refused_without_being_written(record: Record) -> None:
    a_life(record)
    send(record, OpenFile("person-2", "751"), "f2")
    send(record, Deposit(("identity_document",), ground="resident"), "f2")
    send(record, AcceptPiece("identity_document"), "f2")
    send(record, RecordSearch(()), "f2")
    order = Order("f2", IssueWaitingNumber(EARLIER), Moment(DAY, "caisse"), "f2/number", NOON)
    answer = handle(record, FILES, order)
    assert getattr(answer, "code", "") == "number_taken"
    assert verify(record.store).fault is None
