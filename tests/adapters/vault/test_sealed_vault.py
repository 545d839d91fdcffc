"""What the vault keeps is sealed under its file's key, under names that tell nothing, and gone once it is erased."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path
from typing import cast

import pytest

from ouverture.adapters.journal.installation import open_record
from ouverture.adapters.journal.opening import SETTING, open_store
from ouverture.adapters.journal.postgres import PostgresStore
from ouverture.adapters.journal.record import Record
from ouverture.adapters.vault.folders import Folders
from ouverture.adapters.vault.keeping import faults_of_vault
from ouverture.adapters.vault.sealed_vault import SealedVault
from ouverture.adapters.vault.shelves import bring_in, shelves_of
from ouverture.adapters.vault.table import Table
from ouverture.dossier.attachment.decisions import OpenFile
from ouverture.dossier.kernel import Moment
from ouverture.services.casework.carry_out import Done, handle
from ouverture.services.casework.ports import Order
from ouverture.services.casework.standing import dossiers
from ouverture.services.papers.vault_ports import Leaf, PageGone
from tests.adapters.campaign import times
from tests.adapters.databases import Postgres, by_hand
from tests.adapters.faulty_files import REFUSALS, Fault, pages_kept

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
PAGE = b"a page that says Hannah Whitfield"


@pytest.fixture
def settings(where: str, tmp_path: Path) -> dict[str, str]:
    key = {"OUVERTURE_KEY_FILE": str(tmp_path / "journal.key")}
    return {"OUVERTURE_JOURNAL": where, "OUVERTURE_HOME": str(tmp_path / "home"), **key}


@pytest.fixture
def record(settings: dict[str, str]) -> Iterator[Record]:
    record = with_two_files(open_record(settings))
    yield record
    record.store.close()


def with_two_files(record: Record) -> Record:
    for stream in ("hers", "his"):
        order = Order(stream, OpenFile(stream, "751", "recorded"), Moment(AT.date(), "person"), f"open/{stream}", AT)
        assert isinstance(handle(record, dossiers(), order), Done)
    return record


@pytest.fixture
def vault(record: Record, settings: dict[str, str]) -> SealedVault:
    return SealedVault(shelves_of(settings, record.store), record)


def leaf(name: str, digest: str) -> Leaf:
    return Leaf(name, "bank_details", digest, digest, "", 0, 900, 1200, AT.isoformat())


def put(vault: SealedVault, stream: str, name: str, content: bytes = PAGE) -> str:
    with vault.opened(stream) as shelf:
        digest = shelf.put(content)
        shelf.leaves = (*shelf.leaves, leaf(name, digest))
    return digest


def test_a_content_comes_back_as_it_was_kept_under_its_digest(vault: SealedVault) -> None:
    digest = put(vault, "hers", "p1")
    assert digest == hashlib.sha256(PAGE).hexdigest()
    assert vault.content("hers", digest) == PAGE
    assert vault.leaves("hers") == (leaf("p1", digest),)


def kept(vault: SealedVault) -> dict[tuple[str, str], bytes]:
    """All that lies in the vault, by the names it lies under."""
    shelves = vault.shelves
    return {(file, name): shelves.read(file, name) for file in shelves.files() for name in shelves.names(file)}


def lay(vault: SealedVault, stream: str, digest: str, content: bytes) -> None:
    """What a hand that may write anything lays in the place of a content."""
    with vault.shelves.alone(vault.name(stream)) as drawer:
        drawer.write(vault.content_name(stream, digest), content)


def lying(vault: SealedVault, stream: str, digest: str) -> bytes:
    return vault.shelves.read(vault.name(stream), vault.content_name(stream, digest))


def test_nothing_that_lies_there_says_whose_it_is_or_what_it_is(vault: SealedVault) -> None:
    digest = put(vault, "hers", "p1")
    written = b"".join("/".join(names).encode() + content for names, content in kept(vault).items())
    assert len(kept(vault)) == 2, "an index and a page"
    for told in (b"hers", b"Hannah", b"bank_details", digest.encode(), b"p1"):
        assert told not in written


def test_folders_are_for_their_owner_alone(vault: SealedVault) -> None:
    put(vault, "hers", "p1")
    if isinstance(vault.shelves, Folders):
        paths = [path for path in vault.shelves.folder.rglob("*") if path.is_file()]
        assert len(paths) == 3, "an index, a page, a lock"
        assert all(path.stat().st_mode & 0o077 == 0 for path in paths)


def test_the_same_content_in_two_files_lies_under_two_names(vault: SealedVault) -> None:
    digest = put(vault, "hers", "p1")
    assert put(vault, "his", "p1") == digest
    assert len({name for _, name in kept(vault)}) == 4, "an index and a page each"
    vault.forget("his")
    assert vault.content("hers", digest) == PAGE


def test_a_content_goes_with_the_last_page_that_held_it(vault: SealedVault) -> None:
    digest = put(vault, "hers", "p1")
    put(vault, "hers", "p2")
    for left in (("p1",), ()):
        with vault.opened("hers") as shelf:
            shelf.leaves = tuple(one for one in shelf.leaves if one.name in left)
        if left:
            assert vault.content("hers", digest) == PAGE
    with pytest.raises(PageGone):
        vault.content("hers", digest)


def test_a_change_that_fails_keeps_the_pages_as_they_were(vault: SealedVault) -> None:
    put(vault, "hers", "p1")

    def fail() -> None:
        with vault.opened("hers") as shelf:
            shelf.leaves = ()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert [one.name for one in vault.leaves("hers")] == ["p1"]


def test_an_altered_content_is_not_shown_and_the_page_is_named(vault: SealedVault) -> None:
    digest = put(vault, "hers", "p1")
    put(vault, "hers", "p2", b"another page")
    assert list(vault.faults("hers")) == []
    lay(vault, "hers", digest, lying(vault, "hers", digest)[:-1] + b"!")
    with pytest.raises(PageGone):
        vault.content("hers", digest)
    assert list(vault.faults("hers")) == ["p1"]
    with vault.shelves.alone(vault.name("hers")) as drawer:
        drawer.remove(vault.content_name("hers", digest))
    assert list(vault.faults("hers")) == ["p1"]


def test_a_content_put_in_place_of_another_is_seen(vault: SealedVault) -> None:
    first, second = put(vault, "hers", "p1"), put(vault, "hers", "p2", b"another page")
    lay(vault, "hers", first, lying(vault, "hers", second))
    assert list(vault.faults("hers")) == ["p1"]


def test_an_erased_file_has_no_pages_takes_none_and_leaves_nothing(vault: SealedVault, record: Record) -> None:
    digest = put(vault, "hers", "p1")
    record.forget("hers", AT)
    with pytest.raises(PageGone):
        vault.content("hers", digest)
    assert vault.leaves("hers") == ()
    vault.forget("hers")
    assert vault.shelves.files() == set()
    with pytest.raises(PageGone):
        put(vault, "hers", "p2")
    assert vault.shelves.files() == set()


def on_host(settings: dict[str, str], tmp_path: Path, name: str) -> tuple[SealedVault, Record]:
    """The same journal opened on another host: nothing but the database and the key is shared."""
    there = {**settings, "OUVERTURE_HOME": str(tmp_path / name)}
    record = open_record(there)
    return SealedVault(shelves_of(there, record.store), record), record


def test_two_hosts_have_the_same_pages_and_lose_them_together(
    settings: dict[str, str], vault: SealedVault, record: Record, tmp_path: Path
) -> None:
    other, there = on_host(settings, tmp_path, "another")
    digest = put(vault, "hers", "p1")
    put(other, "hers", "p2", b"from there")
    assert [one.name for one in vault.leaves("hers")] == ["p1", "p2"]
    assert other.content("hers", digest) == PAGE
    assert list(faults_of_vault(other, there)) == []
    record.forget("hers", AT)
    with pytest.raises(PageGone):
        other.content("hers", digest)
    (left,) = faults_of_vault(other, there)
    assert "the vault still has a folder" in left.says.en
    other.forget("hers")
    assert list(faults_of_vault(vault, record)) == []
    there.store.close()


def test_pages_put_from_two_hosts_at_once_are_all_there(
    settings: dict[str, str], vault: SealedVault, tmp_path: Path
) -> None:
    other, there = on_host(settings, tmp_path, "another")
    pages = [(one, f"{host} {nth}") for nth in range(8) for host, one in (("here", vault), ("there", other))]
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda each: put(each[0], "hers", each[1], each[1].encode()), pages))
    assert {one.name for one in vault.leaves("hers")} == {name for _, name in pages}
    there.store.close()


def test_pages_an_earlier_release_kept_at_home_are_brought_in_and_none_is_written_over(
    postgres: Postgres, tmp_path: Path
) -> None:
    settings = {
        "OUVERTURE_JOURNAL": postgres.fresh(), "OUVERTURE_HOME": str(tmp_path),
        "OUVERTURE_KEY_FILE": str(tmp_path / "journal.key"),
    }  # fmt: skip
    record = with_two_files(open_record(settings))
    at_home = SealedVault(Folders(tmp_path / "postgresql.papers"), record)
    vault = SealedVault(shelves_of(settings, record.store), record)
    hers, old, new = put(at_home, "hers", "p1"), put(at_home, "his", "p1"), put(vault, "his", "p2", b"a newer one")
    bring_in(settings, vault.shelves)
    assert vault.content("hers", hers) == PAGE
    assert [one.digest for one in vault.leaves("his")] == [new]
    assert at_home.shelves.files() == {vault.name("his")}
    assert at_home.content("his", old) == PAGE
    record.store.close()


def test_a_journal_made_before_there_was_a_table_of_pages_gets_one_from_its_owner(postgres: Postgres) -> None:
    where = postgres.fresh()
    open_store({SETTING: where}).close()
    with by_hand(where) as connection:
        connection.execute("DROP TABLE vault")
    read_only = open_store({SETTING: where}, read_only=True)
    assert Table(cast(PostgresStore, read_only)).files() == set()
    read_only.close()
    open_store({SETTING: where}).close()
    with by_hand(where) as connection:
        assert connection.execute("SELECT count(*) FROM vault").fetchone() == (0,)


def test_whichever_call_of_its_files_a_disk_refuses_no_page_is_lost_and_nothing_is_left_by_halves(
    tmp_path: Path,
) -> None:
    settings = {SETTING: str(tmp_path / "journal.sqlite3"), "OUVERTURE_HOME": str(tmp_path)}
    record = with_two_files(open_record(settings))
    calls = pages_kept(tmp_path / "whole", record, "hers", Fault(-1, 0, for_good=False)).calls
    found = [
        pages_kept(tmp_path / str(at), record, "hers", Fault(at, error, for_good=at % 2 == 0))
        for at, error in zip(range(0, calls, times(in_campaign=1, otherwise=7)), cycle(REFUSALS.values()), strict=False)
    ]
    assert any(one.acknowledged for one in found)
    assert any(one.failed for one in found)
    record.store.close()
