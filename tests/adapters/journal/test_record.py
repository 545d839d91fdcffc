"""What a command writes: all of it or nothing, once, and only on the file as it is."""

import hashlib
import json
from dataclasses import replace
from typing import Any

import pytest

from ouverture.adapters.journal.chain import link, moment
from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.store import Clash, Connection
from ouverture.services.casework.carry_out import NUMBER_TAKEN, Changed, Done, KeyReused, handle
from ouverture.services.casework.ports import Entry, NumberTaken, Outgoing, Overtaken, Page, Standing
from ouverture.services.casework.recall import event_of
from tests.adapters.journal.filled import TABLES, fill, rows
from tests.adapters.small_file import (
    DAY,
    NOON,
    SMALL,
    AddSmallNote,
    CloseSmallFile,
    GiveSmallNumber,
    OpenSmallFile,
    SmallFileOpened,
    SmallNoteAdded,
    order,
)


def a_page(stream: str = "ana", after: int = 0, note: str = "hello") -> Page:
    entry = Entry("small_note_added", DAY.isoformat(), json.dumps({"note": note}))
    return Page(stream, after, b"", (entry,), "caisse", "agent-1", "add_small_note:0", "k", NOON, Standing(DAY))


def test_a_file_nobody_wrote_in_is_empty(record: Record) -> None:
    assert record.history("nobody").lines == ()
    assert record.history("nobody").version == 0


def test_what_is_written_is_read_again_word_for_word(record: Record) -> None:
    done = handle(record, SMALL, order("ana", OpenSmallFile("Ana « é » \U0001f600"), "k1"))
    lines = record.history("ana").lines
    assert isinstance(done, Done)
    assert tuple(map(event_of, lines)) == done.events
    assert [type(happened) for happened in done.events] == [SmallFileOpened, SmallNoteAdded]
    assert [(line.version, line.day, line.said_by, line.key) for line in lines] == [
        (1, "2026-11-23", "caisse", "k1"),
        (2, "2026-11-23", "caisse", "k1"),
    ]
    assert {line.recorded_at for line in lines} == {moment(NOON)}


def test_each_event_carries_the_hash_of_the_one_before(record: Record) -> None:
    first, second, third = fill(record).history("ana").lines[:3]
    for previous, line in ((b"", first), (first.hash, second), (second.hash, third)):
        head = [2, line.stream, line.version, line.kind, line.day, line.recorded_at, line.said_by, line.who]
        head += [line.cause, line.key]
        said = json.dumps(head, separators=(",", ":")) + "\n" + line.body
        assert line.hash == hashlib.sha256(previous + said.encode()).digest()


def test_a_page_decided_on_an_old_version_is_not_written(record: Record) -> None:
    assert record.append(a_page()).version == 1
    with pytest.raises(Overtaken):
        record.append(a_page(note="too late"))
    assert [json.loads(line.body) for line in record.history("ana").lines] == [{"note": "hello"}]
    assert record.append(a_page(after=1)).version == 2


def test_the_sender_who_looked_at_an_old_version_is_told_what_changed(record: Record) -> None:
    fill(record)
    answer = handle(record, SMALL, order("ana", AddSmallNote("mine"), "k", seen=2))
    assert isinstance(answer, Changed)
    assert answer.version == 5
    assert [line.kind for line in answer.since] == ["small_note_added", "small_number_given", "small_number_given"]
    assert record.history("ana").version == 5


def test_a_command_that_says_no_version_is_decided_on_what_the_file_has_become(record: Record) -> None:
    fill(record)
    answer = handle(record, SMALL, order("ana", AddSmallNote("mine"), "k"))
    assert isinstance(answer, Done)
    assert answer.version == 6


def test_the_same_order_sent_again_is_answered_the_same_and_writes_nothing(record: Record) -> None:
    wanted = order("ana", OpenSmallFile("Ana"), "k1", seen=0)
    first, again = handle(record, SMALL, wanted), handle(record, SMALL, wanted)
    assert isinstance(first, Done)
    assert again == first._replace(repeated=True)
    assert record.history("ana").version == 2


def test_an_order_sent_again_after_others_is_still_known(record: Record) -> None:
    fill(record)
    again = handle(record, SMALL, order("ana", OpenSmallFile("Ana"), "a1"))
    assert isinstance(again, Done)
    assert (again.version, again.repeated) == (2, True)


def test_a_key_cannot_stand_for_two_commands(record: Record) -> None:
    handle(record, SMALL, order("ana", OpenSmallFile("Ana"), "k1"))
    with pytest.raises(KeyReused, match='the key "k1" was used for open_small_file in ana'):
        handle(record, SMALL, order("ana", OpenSmallFile("Anna"), "k1"))
    with pytest.raises(KeyReused):
        handle(record, SMALL, order("ana", CloseSmallFile(), "k1"))
    assert record.history("ana").version == 2


def test_the_same_key_in_two_files_is_two_commands(record: Record) -> None:
    for stream in ("ana", "bo"):
        answer = handle(record, SMALL, order(stream, OpenSmallFile("X"), "k1"))
        assert isinstance(answer, Done)
        assert not answer.repeated


def test_a_command_that_changes_nothing_writes_nothing(record: Record) -> None:
    fill(record)
    answer = handle(record, SMALL, order("bo", AddSmallNote("Receipt for Bo"), "k"))
    assert answer == Done("bo", 3, ())


def test_a_refused_command_writes_nothing(record: Record) -> None:
    answer = handle(record, SMALL, order("ana", AddSmallNote("too soon"), "k"))
    assert not isinstance(answer, Done | Changed)
    assert answer.code == "not_now"
    assert record.store.read(rows_of_all) == {table: [] for table in TABLES}


def rows_of_all(connection: Connection) -> dict[str, list[tuple[Any, ...]]]:
    return rows(connection)


def test_one_number_is_never_two_peoples(record: Record) -> None:
    fill(record)
    before = record.store.read(rows_of_all)
    for number in ("299 permanent", "299 waiting"):  # the live one, and the old one kept as an alias
        assert handle(record, SMALL, order("bo", GiveSmallNumber(number), f"k {number}")) == NUMBER_TAKEN
    assert record.store.read(rows_of_all) == before


def test_one_person_never_has_two_live_numbers(record: Record) -> None:
    fill(record)

    def give_two(connection: Connection) -> None:
        for number in (b"1" * 32, b"2" * 32):
            connection.execute("INSERT INTO numbers VALUES (?, ?, 'dee', 'live')", (number, "dee"))

    with pytest.raises(Clash):
        record.store.write(give_two)
    assert "dee" not in str(record.store.read(rows_of_all)["numbers"])


def test_a_replaced_number_stays_as_an_alias_and_no_number_is_in_clear(record: Record) -> None:
    numbers = fill(record).store.read(rows_of_all)["numbers"]
    assert sorted((person, standing) for _, person, _, standing in numbers) == [
        ("ana", "alias"),
        ("ana", "live"),
        ("bo", "live"),
    ]
    assert all(len(index) == 32 for index, *_ in numbers)
    assert b"299" not in b"".join(bytes(index) for index, *_ in numbers)


def test_a_page_whose_number_is_taken_leaves_nothing_behind(record: Record) -> None:
    fill(record)
    before = record.store.read(rows_of_all)
    taken = SMALL.standing(SMALL.empty("dee")._replace(numbers=("299 permanent",)), DAY).numbers
    message = (1, Outgoing("letter", DAY, {"name": "Dee"}))
    with pytest.raises(NumberTaken):
        record.append(a_page("dee")._replace(messages=(message,), numbers_new=tuple(taken)))
    assert record.store.read(rows_of_all) == before


def test_the_message_is_written_with_its_event_or_not_at_all(record: Record) -> None:
    handle(record, SMALL, order("ana", OpenSmallFile("Ana"), "k1"))
    (message,) = record.store.read(rows_of_all)["outbox"]
    assert message[:6] == ("ana/1", "ana", 1, 1, "letter", '{"name": "Ana", "wording": "receipt"}')

    late = a_page()._replace(messages=((1, Outgoing("letter", DAY, {"name": "late"})),))
    with pytest.raises(Overtaken):
        record.append(late)
    assert record.store.read(rows_of_all)["outbox"] == [message]


def test_an_event_whose_message_cannot_be_written_is_not_written(record: Record) -> None:
    wanted = Outgoing("letter", DAY, {"name": "Ana"})
    with pytest.raises(Overtaken):  # the same identity twice: the second is refused, and the whole page with it
        record.append(a_page()._replace(messages=((1, wanted), (1, wanted))))
    assert record.history("ana").lines == ()


def test_an_open_file_has_one_act_in_the_queue_and_a_closed_one_none(record: Record) -> None:
    work = fill(record).store.read(rows_of_all)["work"]
    assert [row[:4] for row in work] == [
        ("ana", 5, "2026-11-23", "2026-12-13"),
        ("bo", 3, "2026-11-23", "2026-12-13"),
    ]
    owed = record.store.read(rows_of_all)["owed"]
    assert [(row[0], row[1], row[3], row[4]) for row in owed] == [
        ("ana", "read the notes", 1, "caisse"),
        ("bo", "read the notes", 1, "caisse"),
    ]


def test_who_sent_an_order_is_in_each_of_its_lines_and_in_the_chain(record: Record) -> None:
    wanted = order("ana", OpenSmallFile("Ana"), "k1")
    handle(record, SMALL, replace(wanted, at=wanted.at._replace(who="agent-7")))
    lines = record.history("ana").lines
    assert [line.who for line in lines] == ["agent-7", "agent-7"]
    assert link(b"", lines[0]) == lines[0].hash
    assert link(b"", lines[0]._replace(who="agent-8")) != lines[0].hash


def test_a_moment_without_a_time_zone_is_refused(record: Record) -> None:
    wanted = replace(order("ana", OpenSmallFile("Ana"), "k1"), recorded_at=NOON.replace(tzinfo=None))
    with pytest.raises(ValueError, match="must say its time zone"):
        handle(record, SMALL, wanted)
    assert record.history("ana").lines == ()
