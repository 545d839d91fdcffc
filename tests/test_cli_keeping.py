"""ouverture backup, restore, migrate, erase and keys rotate, as they are typed."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from threading import Event, Thread

import pytest

from ouverture.adapters.journal.installation import open_record
from ouverture.adapters.journal.opening import NoJournal
from ouverture.adapters.journal.outbox import NOT_KEPT
from ouverture.adapters.journal.record import Record
from ouverture.adapters.vault.folders import Folders, beside
from ouverture.adapters.vault.sealed_vault import SealedVault
from ouverture.cli import main
from ouverture.dossier.application.decisions import Deposit, GivePages
from ouverture.dossier.attachment.decisions import OpenFile
from ouverture.dossier.claim.requests import RecordBankDetails
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Command, Moment
from ouverture.dossier.person.decisions import TellAddress, TellNames
from ouverture.services.casework.carry_out import ERASED, Done, handle
from ouverture.services.casework.ports import Order
from ouverture.services.casework.recall import Recall, fold
from ouverture.services.casework.standing import dossiers
from ouverture.services.papers.vault_ports import Leaf
from tests.adapters.databases import by_hand
from tests.adapters.journal.released.journals import SCHEMA_1_KEY, read_by_7efedb5, schema_1
from tests.adapters.journal.test_guards import made_by_an_older_release

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
IBANS = {"f1": "FR7630006000011234567890189", "f2": "DE89370400440532013000"}
HOLDERS = {"f1": "Adamantine Martinovitch", "f2": "Bérénice Tchaïkova"}
STREETS = {"f1": "1 rue des Inventions", "f2": "2 rue des Fables"}
IBAN = IBANS["f1"]
FILES = dossiers()
Said = pytest.CaptureFixture[str]


def send(record: Record, stream: str, wanted: Command, recall: Recall[File] | None = None) -> object:
    key = sha256(repr(wanted).encode()).hexdigest()
    order = Order(stream, wanted, Moment(date(2026, 11, 23), "person"), f"{stream}/{key}", NOON)
    return handle(record, FILES, order, recall)


@pytest.fixture
def journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A journal with two files."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "journal.sqlite3"
    monkeypatch.setenv("OUVERTURE_JOURNAL", str(path))
    monkeypatch.setenv("OUVERTURE_HOME", str(tmp_path / "house"))
    record = open_record(os.environ)
    for stream in ("f1", "f2"):
        send(record, stream, OpenFile(f"person of {stream}", "751", channels=("letter",)))
        send(record, stream, TellNames(HOLDERS[stream]))
        send(record, stream, TellAddress((STREETS[stream],), "75011", "Paris"))
        send(record, stream, Deposit(("identity_document",), ground="resident"))
        send(record, stream, RecordBankDetails(IBANS[stream], HOLDERS[stream]))
    record.store.close()
    return path


@pytest.fixture
def record(journal: Path) -> Iterator[Record]:
    opened = open_record(os.environ)
    yield opened
    opened.store.close()


def events_in(path: Path) -> int:
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        found: int = connection.execute("SELECT count(*) FROM events").fetchone()[0]
    connection.close()
    return found


def everywhere(folder: Path) -> bytes:
    """Every byte of every file under a folder."""
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def test_a_backup_taken_while_the_journal_is_written_in_has_all_that_was_acknowledged_before(
    record: Record, tmp_path: Path, capsys: Said
) -> None:
    stop, acknowledged = Event(), list[str]()

    def write() -> None:
        for nth in range(10_000):
            if stop.is_set():
                return
            assert isinstance(send(record, f"more {nth}", OpenFile(f"person {nth}", "751")), Done)
            acknowledged.append(f"more {nth}")

    writer = Thread(target=write)
    writer.start()
    try:
        while len(acknowledged) < 20:
            stop.wait(0.01)
        before = list(acknowledged)
        assert main(["backup", str(tmp_path / "copy.sqlite3"), "--json"]) == 0
    finally:
        stop.set()
        writer.join()
    assert json.loads(capsys.readouterr().out)["faults"] == []
    with sqlite3.connect(tmp_path / "copy.sqlite3") as copy:
        there = {stream for (stream,) in copy.execute("SELECT DISTINCT stream FROM events").fetchall()}
    copy.close()
    assert there >= set(before)
    assert not (tmp_path / "copy.sqlite3-wal").exists()


def test_a_journal_is_put_back_from_its_copy_and_says_what_is_missing(
    journal: Path, record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    copy = tmp_path / "copy.sqlite3"
    assert main(["backup", str(copy)]) == 0
    send(record, "f3", OpenFile("late", "751"))
    assert main(["worker", "--once"]) == 0
    shutil.copy(copy, tmp_path / "by hand.sqlite3")
    monkeypatch.setenv("OUVERTURE_JOURNAL", str(tmp_path / "by hand.sqlite3"))
    with pytest.raises(NoJournal, match=r"lacks what the last seal .* an older copy was put in its place"):
        open_record(os.environ)
    monkeypatch.setenv("OUVERTURE_JOURNAL", str(tmp_path / "again.sqlite3"))
    capsys.readouterr()
    assert main(["restore", str(copy), "--language", "en"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert f"{events_in(copy)} events put back and checked." in said
    assert "more: they are not in this copy" in said
    again = open_record(os.environ)
    assert fold(FILES, "f1", again.history("f1").lines).claim.iban == IBAN
    again.store.close()
    assert main(["worker", "--once"]) == 0
    assert main(["verify"]) == 0


def test_a_new_journal_in_the_place_of_one_that_was_sealed_is_named_and_not_written_in(
    journal: Path, capsys: Said
) -> None:
    assert main(["worker", "--once"]) == 0
    for file in journal.parent.glob(f"{journal.name}*"):
        if file.is_file():
            file.unlink()
    capsys.readouterr()
    for _ in range(2):
        assert main(["worker", "--once", "--language", "en"]) == 2
        assert "another journal stood in this place" in capsys.readouterr().err
    assert main(["verify", "--language", "en"]) == 1
    assert "this one has replaced it" in capsys.readouterr().out


def test_a_copy_that_was_changed_is_not_put_back(
    journal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    copy = tmp_path / "copy.sqlite3"
    assert main(["backup", str(copy)]) == 0
    with sqlite3.connect(copy) as hand:
        hand.execute("DROP TRIGGER events_stay")
        hand.execute("DELETE FROM events WHERE stream = 'f2'")
    hand.close()
    monkeypatch.setenv("OUVERTURE_JOURNAL", str(tmp_path / "again.sqlite3"))
    assert main(["restore", str(copy), "--language", "en"]) == 1
    assert "Nothing was put in place" in capsys.readouterr().out
    assert not (tmp_path / "again.sqlite3").exists()


def test_a_copy_in_which_a_byte_that_holds_nothing_changed_is_named_and_not_put_back(
    journal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    copy = tmp_path / "copy.sqlite3"
    assert main(["backup", str(copy)]) == 0
    monkeypatch.setenv("OUVERTURE_JOURNAL", str(copy))
    assert main(["verify"]) == 0
    whole = copy.read_bytes()
    at = whole.rindex(bytes(64)) + 32
    copy.write_bytes(whole[:at] + b"!" + whole[at + 1 :])
    capsys.readouterr()
    assert main(["verify", "--language", "en"]) == 1
    assert "no longer, byte for byte, the copy that backup wrote" in " ".join(capsys.readouterr().out.split())
    monkeypatch.setenv("OUVERTURE_JOURNAL", str(tmp_path / "again.sqlite3"))
    assert main(["restore", str(copy), "--language", "en"]) == 1
    said = " ".join(capsys.readouterr().out.split())
    assert said.startswith("Nothing was put in place:")
    assert "byte for byte" in said
    assert not (tmp_path / "again.sqlite3").exists()


def test_a_copy_whose_seal_bears_no_digest_is_put_back_as_before(
    journal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    copy, beside_it = tmp_path / "copy.sqlite3", tmp_path / "copy.sqlite3.seal"
    assert main(["backup", str(copy)]) == 0
    seal, digest = beside_it.read_text().splitlines()
    monkeypatch.setenv("OUVERTURE_JOURNAL", str(tmp_path / "again.sqlite3"))
    beside_it.write_text(f"{seal}\n{digest.upper()}\n")
    assert main(["restore", str(copy)]) == 1
    beside_it.write_text(f"{seal}\n")
    assert main(["restore", str(copy)]) == 0


def test_a_copy_is_put_back_only_against_a_seal_and_into_an_empty_place(
    journal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    copy = tmp_path / "copy.sqlite3"
    assert main(["backup", str(copy)]) == 0
    assert main(["restore", str(copy), "--language", "en"]) == 2
    assert "is there already" in capsys.readouterr().err
    (tmp_path / "copy.sqlite3.seal").unlink()
    monkeypatch.setenv("OUVERTURE_JOURNAL", str(tmp_path / "again.sqlite3"))
    assert main(["restore", str(copy), "--language", "en"]) == 2
    assert "give a seal kept outside" in capsys.readouterr().err
    assert main(["backup", str(copy), "--language", "en"]) == 2


@pytest.mark.parametrize("given", ["", ".", "..", "/", "folder/.."])
def test_what_can_only_be_a_folder_is_no_copy(journal: Path, given: str, capsys: Said) -> None:
    for command, field in (("backup", "dest"), ("restore", "source")):
        assert main([command, given, "--language", "en"]) == 2
        assert capsys.readouterr().err == f"{field}: give the name of a file, for example copy.sqlite3.\n"


def test_an_erased_file_is_nowhere_any_more_and_no_process_reads_it(
    journal: Path, record: Record, tmp_path: Path, capsys: Said
) -> None:
    recall = Recall(FILES)
    assert recall.file(record, "f1").state.claim.iban == IBAN
    assert main(["worker", "--once"]) == 0
    capsys.readouterr()
    assert main(["erase", "f1", "--language", "en"]) == 2
    assert "will be destroyed for ever" in capsys.readouterr().err
    wrapped = record.sealing.wrapped("f1")
    assert wrapped
    assert wrapped in everywhere(tmp_path)
    assert b"Inventions" in everywhere(tmp_path / "post")
    assert b"Inventions" not in everywhere(tmp_path / "house")
    assert main(["erase", "f1", "--sure", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["letters"] >= 1

    assert recall.file(record, "f1").state.claim.iban == ""
    assert fold(FILES, "f1", record.history("f1").lines).claim.iban == ""
    assert send(record, "f1", RecordBankDetails(IBANS["f2"], "x"), recall) == ERASED
    assert send(record, "f1", RecordBankDetails(IBANS["f2"], "y")) == ERASED
    assert recall.file(record, "f2").state.claim.iban == IBANS["f2"]
    assert record.told("f1") == ()
    left = everywhere(tmp_path)
    assert wrapped not in left
    assert not [word for word in (IBAN, HOLDERS["f1"], STREETS["f1"]) if word.encode() in left]
    assert main(["verify"]) == 0
    assert main(["rebuild", "--on", "2026-11-23"]) == 0
    assert main(["verify"]) == 0


def test_a_process_that_still_has_the_key_at_hand_writes_nothing_more_in_an_erased_file(record: Record) -> None:
    other = open_record(os.environ)
    other.forget("f1", NOON)
    other.store.close()
    before = record.history("f1").version
    assert record.sealing.closed("f2", "x", "y")
    assert send(record, "f1", RecordBankDetails(IBANS["f2"], "x")) == ERASED
    assert record.history("f1").version == before


def test_a_mail_that_is_no_report_changes_nothing(journal: Path, tmp_path: Path, capsys: Said) -> None:
    (tmp_path / "mail").write_bytes(b"Subject: hello\r\n\r\nhi")
    assert main(["returned", str(tmp_path / "mail"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"told": 0, "others": 1}
    assert main(["returned", str(tmp_path / "nothing")]) == 2
    assert main(["returned", "/dev/zero", "--json"]) == 0  # it has no end: 13 GB were read of it


def test_what_is_set_aside_is_told(journal: Path, capsys: Said) -> None:
    assert main(["troubles", "--language", "en"]) == 0
    assert capsys.readouterr().out == "No file is set aside.\n"
    with sqlite3.connect(journal) as hand:
        hand.execute("INSERT INTO troubles VALUES ('f1', 'look at the file', 'KeyError', '2026-11-23T12:00', 'x', 2)")
    hand.close()
    assert main(["troubles", "--language", "en"]) == 0
    assert capsys.readouterr().out == "f1: KeyError (look at the file), 2 times since 2026-11-23T12:00.\n"


def test_erasing_what_does_not_exist_is_said_so(journal: Path, capsys: Said) -> None:
    assert main(["erase", "nobody", "--sure", "--language", "en"]) == 2
    assert 'there is no file "nobody"' in capsys.readouterr().err


def test_another_key_wraps_everything_again_and_no_event_is_written_again(
    journal: Path, tmp_path: Path, capsys: Said
) -> None:
    key, before = tmp_path / "house" / "ouverture.key", events_in(journal)
    old, running = key.read_text(), open_record(os.environ)
    assert main(["keys", "rotate", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["files"] == 2
    assert key.read_text() != old
    assert oct(key.stat().st_mode & 0o777) == "0o600"
    assert (tmp_path / "house" / "ouverture.key.old").read_text() == old
    with pytest.raises(Exception, match="start this process again"):
        running.sealing.closed("a new file", "x", "y")
    running.store.close()
    again = open_record(os.environ)
    assert fold(FILES, "f1", again.history("f1").lines).claim.iban == IBAN
    assert isinstance(send(again, "f9", OpenFile("new", "751", channels=("letter",))), Done)
    assert isinstance(send(again, "f9", Deposit(("identity_document",), ground="resident")), Done)
    repeated = send(again, "f1", RecordBankDetails(IBAN, HOLDERS["f1"]))
    assert isinstance(repeated, Done)
    assert repeated.repeated
    again.store.close()
    assert events_in(journal) > before
    assert main(["verify"]) == 0
    key.write_text(old)
    assert main(["verify"]) == 2


@pytest.fixture
def older(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The journal that commit 7efedb5 wrote."""
    path = schema_1(tmp_path)
    monkeypatch.setenv("OUVERTURE_JOURNAL", str(path))
    monkeypatch.setenv("OUVERTURE_HOME", str(tmp_path / "house"))
    monkeypatch.setenv("OUVERTURE_KEY", SCHEMA_1_KEY.hex())
    monkeypatch.setattr("ouverture.cli.keeping.now", lambda: datetime(2029, 1, 6, 12, tzinfo=UTC))
    return path


def test_a_journal_of_schema_1_is_said_so_and_left_as_it_is(older: Path, capsys: Said) -> None:
    before = older.read_bytes()
    assert main(["verify", "--language", "en"]) == 2
    assert "ouverture migrate" in capsys.readouterr().err
    assert main(["migrate", "--dry-run", "--language", "en"]) == 0
    assert "Nothing was changed" in " ".join(capsys.readouterr().out.split())
    assert older.read_bytes() == before
    left = {path.name for path in older.parent.iterdir() if path.is_file()}
    assert left - {"schema1.sqlite3-shm", "schema1.sqlite3-wal"} == {"schema1.sqlite3"}


def test_a_journal_of_schema_1_is_written_over_with_the_same_events_hashes_and_numbers(
    older: Path, capsys: Said
) -> None:
    before = older.read_bytes()
    assert main(["migrate", "--json"]) == 0
    done = json.loads(capsys.readouterr().out)
    assert (done["events"], done["files"], done["messages"]) == (2121, 12, 629)
    assert older.with_name("schema1.sqlite3.schema1").read_bytes() == before
    main(["verify", "--json"])
    assert json.loads(capsys.readouterr().out)["faults"] == []  # rules of today are met at the next look
    record = open_record(os.environ)
    for stream, read in read_by_7efedb5().items():
        lines = record.history(stream).lines
        file = fold(FILES, stream, lines)
        assert (len(lines), lines[-1].hash.hex()) == (read["events"], read["last_hash"])
        assert (file.number.number, file.number.stage, file.claim.iban) == (
            read["number"],
            read["number_stage"],
            read["iban"],
        )
        assert (file.rights.stage, file.messages.sent, file.attachment.caisse) == (
            read["rights"],
            read["messages"],
            read["caisse"],
        )
    waiting = [one for stream in read_by_7efedb5() for one in record.told(stream) if one.sent_at is None]
    assert len(waiting) == done["unsent"]
    assert NOT_KEPT not in [one.words for one in waiting]
    assert main(["migrate", "--language", "en"]) == 0
    record.store.close()


def test_a_journal_of_schema_1_under_another_key_or_changed_by_a_hand_is_not_written_over(
    older: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    monkeypatch.setenv("OUVERTURE_KEY", "ab" * 32)
    assert main(["migrate", "--language", "en"]) == 2
    assert "another key" in capsys.readouterr().err
    monkeypatch.setenv("OUVERTURE_KEY", SCHEMA_1_KEY.hex())
    shutil.copy(older, older.with_name("kept"))
    with sqlite3.connect(older) as hand:
        hand.execute("DROP TRIGGER events_stay_as_written")
        hand.execute("UPDATE events SET day = '2001-01-01' WHERE position = 7")
    hand.close()
    assert main(["migrate", "--language", "en"]) == 2
    assert "is not what was written" in capsys.readouterr().err
    assert not older.with_name("schema1.sqlite3.schema2").exists()


def test_what_the_database_of_an_older_release_does_not_refuse_yet_is_said_and_put_in_by_migrate(
    journal: Path, capsys: Said
) -> None:
    with by_hand(str(journal)) as hand:
        made_by_an_older_release(hand, str(journal))
    for doors, told in (
        (["verify"], "ouverture migrate puts in what is missing"),
        (["migrate", "--dry-run"], "would then refuse"),
        (["migrate"], "now refuses any row put far ahead"),
        (["verify"], "nothing has changed"),
    ):
        assert main([*doors, "--language", "en"]) == 0
        assert told in " ".join(capsys.readouterr().out.split())


PAGE = b"a page that says Adamantine Martinovitch"


@pytest.fixture
def page(journal: Path, record: Record) -> Path:
    """A page given in f1: where it lies."""
    vault = SealedVault(Folders(beside(journal)), record)
    with vault.opened("f1") as shelf:
        digest = shelf.put(PAGE)
        shelf.leaves = (Leaf("a1b2", "identity_document", digest, digest, "", 0, 900, 1200, NOON.isoformat()),)
    assert isinstance(send(record, "f1", GivePages("identity_document", (f"a1b2:{digest}",))), Done)
    return beside(journal) / vault.name("f1") / vault.content_name("f1", digest)


def test_a_backup_holds_the_pages_and_a_restore_brings_them_back(
    page: Path, journal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    copy, back = tmp_path / "copy.sqlite3", tmp_path / "back.sqlite3"
    assert main(["backup", str(copy)]) == 0
    monkeypatch.setenv("OUVERTURE_JOURNAL", str(back))
    assert main(["restore", str(copy)]) == 0
    assert main(["verify"]) == 0
    assert (beside(back) / page.parent.name / page.name).read_bytes() == page.read_bytes()
    capsys.readouterr()


def test_a_copy_without_its_pages_is_not_put_in_place(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    copy, back = tmp_path / "copy.sqlite3", tmp_path / "back.sqlite3"
    assert main(["backup", str(copy)]) == 0
    shutil.rmtree(beside(copy))
    monkeypatch.setenv("OUVERTURE_JOURNAL", str(back))
    assert main(["restore", str(copy)]) == 1
    assert "page a1b2, which was given, is gone" in capsys.readouterr().out
    assert not back.exists()
    assert not beside(back).exists()


@pytest.mark.parametrize("how", ["altered", "gone", "another's"])
def test_verify_names_the_page_that_is_not_what_was_kept(page: Path, how: str, capsys: Said) -> None:
    if how == "altered":
        page.write_bytes(page.read_bytes()[:-1] + b"!")
    elif how == "gone":
        page.unlink()
    else:
        (page.parent.parent / "0123456789").mkdir()
    assert main(["verify"]) == 1
    said = capsys.readouterr().out
    assert ("folder 01234567" if how == "another's" else "File f1: page a1b2") in said


def test_erasing_takes_the_pages_and_the_worker_takes_what_was_put_back(
    page: Path, journal: Path, tmp_path: Path, capsys: Said
) -> None:
    folder, kept = page.parent, page.read_bytes()
    assert main(["erase", "f1", "--sure"]) == 0
    assert Folders(beside(journal)).files() == set()
    folder.mkdir()
    page.write_bytes(kept)
    assert main(["verify"]) == 1
    assert "File f1: it was erased" in capsys.readouterr().out
    assert main(["worker", "--once", "--clock-is-right"]) == 0
    assert Folders(beside(journal)).files() == set()
    assert main(["verify"]) == 0
