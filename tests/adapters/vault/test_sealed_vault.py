"""What the vault keeps is sealed under its file's key, under names that tell nothing, and gone once it is erased."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ouverture.adapters.journal.installation import open_record
from ouverture.adapters.journal.record import Record
from ouverture.adapters.vault.folders import beside, files_in, vault_of
from ouverture.adapters.vault.keeping import faults_of_vault
from ouverture.adapters.vault.sealed_vault import SealedVault
from ouverture.dossier.attachment.decisions import OpenFile
from ouverture.dossier.kernel import Moment
from ouverture.services.casework.carry_out import Done, handle
from ouverture.services.casework.ports import Order
from ouverture.services.casework.standing import dossiers
from ouverture.services.papers.vault_ports import Leaf, PageGone
from tests.adapters.databases import Postgres

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
PAGE = b"a page that says Hannah Whitfield"


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    settings = {
        "OUVERTURE_JOURNAL": str(tmp_path / "journal.sqlite3"),
        "OUVERTURE_KEY_FILE": str(tmp_path / "journal.key"),
    }
    record = with_two_files(open_record(settings))
    yield record
    record.store.close()


def with_two_files(record: Record) -> Record:
    for stream in ("hers", "his"):
        order = Order(stream, OpenFile(stream, "751", "recorded"), Moment(AT.date(), "person"), f"open/{stream}", AT)
        assert isinstance(handle(record, dossiers(), order), Done)
    return record


@pytest.fixture
def vault(record: Record, tmp_path: Path) -> SealedVault:
    return SealedVault(beside(tmp_path / "journal.sqlite3"), record)


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


def test_nothing_on_the_disk_says_whose_it_is_or_what_it_is(vault: SealedVault, tmp_path: Path) -> None:
    digest = put(vault, "hers", "p1")
    paths = [path for path in vault.folder.rglob("*") if path.is_file()]
    written = b"".join(str(path.relative_to(tmp_path)).encode() + path.read_bytes() for path in paths)
    assert len(paths) == 3, "an index, a page, a lock"
    for told in (b"hers", b"Hannah", b"bank_details", digest.encode(), b"p1"):
        assert told not in written
    assert all(path.stat().st_mode & 0o077 == 0 for path in paths)


def test_the_same_content_in_two_files_lies_under_two_names(vault: SealedVault) -> None:
    digest = put(vault, "hers", "p1")
    assert put(vault, "his", "p1") == digest
    kept = [path.name for name in files_in(vault.folder) for path in (vault.folder / name).iterdir()]
    assert len(set(kept)) == len(kept) == 4, "an index and a page each"
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
    path = vault._path("hers", digest)
    path.write_bytes(path.read_bytes()[:-1] + b"!")
    with pytest.raises(PageGone):
        vault.content("hers", digest)
    assert list(vault.faults("hers")) == ["p1"]
    path.unlink()
    assert list(vault.faults("hers")) == ["p1"]


def test_a_content_put_in_place_of_another_is_seen(vault: SealedVault) -> None:
    first, second = put(vault, "hers", "p1"), put(vault, "hers", "p2", b"another page")
    vault._path("hers", first).write_bytes(vault._path("hers", second).read_bytes())
    assert list(vault.faults("hers")) == ["p1"]


def test_an_erased_file_has_no_pages_takes_none_and_leaves_no_folder(vault: SealedVault, record: Record) -> None:
    digest = put(vault, "hers", "p1")
    record.forget("hers", AT)
    with pytest.raises(PageGone):
        vault.content("hers", digest)
    assert vault.leaves("hers") == ()
    vault.forget("hers")
    assert files_in(vault.folder) == set()
    with pytest.raises(PageGone):
        put(vault, "hers", "p2")
    assert files_in(vault.folder) == set()


def test_beside_a_journal_in_postgresql_pages_are_kept_and_erased_alike(postgres: Postgres, tmp_path: Path) -> None:
    settings = {
        "OUVERTURE_JOURNAL": postgres.fresh(), "OUVERTURE_HOME": str(tmp_path),
        "OUVERTURE_KEY_FILE": str(tmp_path / "journal.key"),
    }  # fmt: skip
    record, other = with_two_files(open_record(settings)), open_record(settings)
    vault, again = (SealedVault(vault_of(settings), one) for one in (record, other))
    digest = put(vault, "hers", "p1")
    assert vault.folder.parent == tmp_path
    assert again.content("hers", digest) == PAGE
    assert list(faults_of_vault(again, other)) == []
    record.forget("hers", AT)
    with pytest.raises(PageGone):
        again.content("hers", digest)
    (left,) = faults_of_vault(again, other)
    assert "the vault still has a folder" in left.says.en
    again.forget("hers")
    assert list(faults_of_vault(vault, record)) == []
    for one in (record, other):
        one.store.close()
