"""What whoever keeps the machine sees of the journal."""

from datetime import timedelta

from ouverture.adapters.journal.figures import answers, figures
from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.seals import seal
from ouverture.services.casework.carry_out import handle
from tests.adapters.small_file import NOON, SMALL, OpenSmallFile, order


def test_an_empty_journal_has_nothing_late(record: Record) -> None:
    found = figures(record.store, NOON)
    assert found[:2] == (0, 0.0)
    assert (found.seal_age, found.unsealed, found.set_aside, found.events) == (None, 0.0, 0, 0)
    assert found.size > 0
    assert not any(found.overdue.values())
    assert answers(record.store)


def test_a_message_waits_since_it_was_queued_and_a_new_try_does_not_make_it_younger(record: Record) -> None:
    handle(record, SMALL, order("ana", OpenSmallFile("Ana"), "k1"))
    later = NOON + timedelta(hours=3)
    assert figures(record.store, later)[:2] == (1, 3 * 3600.0)
    tried_again = (later + timedelta(days=2)).isoformat()
    record.store.write(lambda connection: connection.execute(f"UPDATE outbox SET attempts = 4, due = '{tried_again}'"))
    assert figures(record.store, later)[:2] == (1, 3 * 3600.0)
    record.store.write(lambda connection: connection.execute("UPDATE outbox SET sent_at = 'now'"))
    assert figures(record.store, later)[:2] == (0, 0.0)


def test_what_is_not_sealed_is_told_by_its_age(record: Record) -> None:
    handle(record, SMALL, order("ana", OpenSmallFile("Ana"), "k1"))
    assert figures(record.store, NOON + timedelta(hours=1)).unsealed == 3600.0
    seal(record.store, record.signing, NOON + timedelta(hours=1))
    found = figures(record.store, NOON + timedelta(hours=2))
    assert (found.seal_age, found.unsealed) == (3600.0, 0.0)
