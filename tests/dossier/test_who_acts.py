"""Who acted is in the event, and only for what that person did: what follows by itself is nobody's act."""

from datetime import date

from ouverture.dossier.application.decisions import Deposit
from ouverture.dossier.attachment.decisions import OpenFile
from ouverture.dossier.file import File
from ouverture.dossier.machine import Appended, run
from ouverture.dossier.records import from_record, to_record

DAY = date(2026, 11, 23)


def test_what_somebody_does_carries_who_and_what_follows_by_itself_does_not() -> None:
    opened = run(File(), OpenFile("person-1", "751"), DAY)
    assert isinstance(opened, Appended)
    outcome = run(opened.file, Deposit(("identity_document",), ground="resident"), DAY, "person", who="actor-7")
    assert isinstance(outcome, Appended)
    assert {(happened.kind, happened.at.who) for happened in outcome.events} == {
        ("deposited", "actor-7"),
        ("receipt_issued", ""),
        ("pieces_requested", ""),
        ("message_queued", ""),
    }


def test_who_acted_is_written_and_read_again() -> None:
    opened = run(File(), OpenFile("person-1", "751"), DAY, who="actor-7")
    assert isinstance(opened, Appended)
    (happened,) = opened.events
    record = to_record(happened)
    assert record["who"] == "actor-7"
    assert from_record(happened.kind, record) == happened
    del record["who"]
    assert from_record(happened.kind, record).at.who == ""
