"""From what is known of a person to files, without what is known lying anywhere in clear."""

from __future__ import annotations

from ouverture.adapters.journal.record import Record
from ouverture.services.casework.carry_out import handle
from tests.adapters.journal.filled import rows
from tests.adapters.small_file import SMALL, GiveSmallNumber, OpenSmallFile, order

FAMILY = (
    ("ana", (("family_name", "diallo"), ("given_name", "ana"), ("born_on", "1990-05-01"))),
    ("bo", (("family_name", "diallo"), ("given_name", "bo"))),
    ("cy", (("given_name", "diallo"),)),
)


def fill_people(record: Record) -> None:
    for stream, indexed in FAMILY:
        record.store.write(lambda to, stream=stream, indexed=indexed: record.people.write(to, stream, (), indexed))  # type: ignore[misc]


def test_a_value_leads_to_its_files_and_the_same_value_of_another_kind_does_not(record: Record) -> None:
    fill_people(record)
    assert record.streams_with("family_name", "diallo") == ("ana", "bo")
    assert record.streams_with("given_name", "diallo") == ("cy",)
    assert record.streams_with("family_name", "nobody") == ()
    assert record.streams_with("family_name", "%") == ()


def test_several_values_narrow_or_widen_a_search(record: Record) -> None:
    fill_people(record)
    wanted = (("family_name", "diallo"), ("given_name", "ana"))
    assert record.streams_with_every(wanted) == ("ana",)
    assert record.streams_with_any(wanted) == (("ana", 2), ("bo", 1))
    assert record.streams_with_any(wanted, most=1) == (("ana", 2),)
    assert record.streams_with_any(()) == ()


def test_what_no_longer_leads_to_a_file_is_taken_out(record: Record) -> None:
    fill_people(record)
    record.store.write(
        lambda to: record.people.write(to, "ana", (("family_name", "diallo"),), (("family_name", "sow"),))
    )
    assert record.streams_with("family_name", "diallo") == ("bo",)
    assert record.streams_with("family_name", "sow") == ("ana",)


def test_a_number_given_leads_to_its_file_and_stays_when_it_is_replaced(record: Record) -> None:
    handle(record, SMALL, order("ana", OpenSmallFile("Ana"), "k1"))
    for number in ("299 waiting", "299 permanent"):
        handle(record, SMALL, order("ana", GiveSmallNumber(number), number))
    assert record.streams_with("number", "299 permanent") == record.streams_with("number", "299 waiting") == ("ana",)


def test_nothing_is_in_clear_in_the_table(record: Record) -> None:
    fill_people(record)
    written = repr(record.store.read(lambda connection: rows(connection, "people")))
    assert "diallo" not in written
    assert "1990" not in written
