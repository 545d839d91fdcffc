"""A file carried elsewhere takes its pages along; there each is made anew, and whatever is wrong is one sentence."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest

from ouverture.adapters.journal.record import Record
from ouverture.adapters.vault.keeping import faults_of_vault
from ouverture.dossier.refusals import Refusal
from ouverture.services.casework.carrying import NOT_A_COPY
from ouverture.services.casework.house import House
from ouverture.services.casework.look import Look
from ouverture.services.papers import carried_pages
from ouverture.services.papers.carried_pages import PAGE_REPLACED, Carried, Reopened, carried_whole, reopen_whole
from ouverture.services.papers.giving import give
from ouverture.services.papers.pages import pages_of
from tests.adapters.vault.files import document, photograph, saved
from tests.services.casework.wired import AGENT, DAY, FILE, NOON, SHE
from tests.services.papers.with_pages import PAPER, added, page_of, seen, vault_of

LOOK = Look(FILE, "own_file", DAY, NOON)
HER = SHE._replace(acts_for=("again",))


@pytest.fixture
def copy(house: House) -> bytes:
    """Her file with a photograph and a PDF of two pages that she gave, and a photograph that waits."""
    added(house, photograph("given"), saved(document(2)))
    give(house, SHE, seen(house), PAPER, "give-1", NOON)
    added(house, photograph("waits"), paper="identity_document")
    return carried(house).written


def carried(house: House) -> Carried:
    found = carried_whole(house, SHE, LOOK)
    assert isinstance(found, Carried)
    return found


def again(house: House, written: bytes) -> Reopened | Refusal:
    return reopen_whole(house, HER, written, "again", DAY, NOON)


def told(written: bytes) -> tuple[dict[str, Any], bytes]:
    head, _, rest = written.partition(b"\n")
    return json.loads(head), rest


def bound(said: dict[str, Any], rest: bytes) -> bytes:
    return json.dumps(said).encode() + b"\n" + rest


def nothing_came(house: House) -> None:
    assert house.journal.history("again").version == 0
    assert vault_of(house).name("again") not in vault_of(house).shelves.files()


def test_every_page_comes_along_and_what_was_given_leads_to_it(house: House, copy: bytes) -> None:
    there = pages_of(house, SHE, seen(house))
    done = again(house, copy)
    assert isinstance(done, Reopened)
    assert (done.pages, done.missing) == (4, 0)
    here = pages_of(house, HER, seen(house, HER, "again"))
    (given,) = here[PAPER].given
    assert ([leaf.nth for leaf in given.leaves], given.lost) == ([0, 0, 1], 0)
    assert [bool(leaf.document) for leaf in given.leaves] == [False, True, True]
    assert len(here["identity_document"].drafts) == 1
    names = {leaf.name for one in there.values() for leaf in one.latest}
    assert names.isdisjoint(leaf.name for one in here.values() for leaf in one.latest)
    for leaf in given.leaves:
        assert vault_of(house).content("again", leaf.digest).startswith(b"\xff\xd8\xff")
    assert isinstance(house.journal, Record)
    assert list(faults_of_vault(vault_of(house), house.journal)) == []


def test_nobody_else_carries_her_pages(house: House, copy: bytes) -> None:
    assert isinstance(carried_whole(house, AGENT, LOOK), Refusal)


def test_what_is_too_large_together_stays_and_is_counted_on_both_sides(
    house: House, copy: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    weights = [len(content) for content in vault_contents(house)]
    monkeypatch.setattr(carried_pages, "MOST_OF_PAGES", max(weights) + 100)
    few = carried(house)
    assert few.pages + few.stay == 4
    assert 0 < few.pages < 4
    done = again(house, few.written)
    assert isinstance(done, Reopened)
    assert (done.pages, done.missing) == (few.pages, few.stay)
    assert isinstance(house.journal, Record)
    assert list(faults_of_vault(vault_of(house), house.journal)) == []


def vault_contents(house: House) -> list[bytes]:
    vault = vault_of(house)
    return [vault.content(FILE, leaf.document or leaf.digest) for leaf in vault.leaves(FILE)]


def test_a_page_that_was_altered_in_the_vault_stays_and_the_others_go(house: House, copy: bytes) -> None:
    path = page_of(house, FILE, vault_of(house).leaves(FILE)[0].digest)
    path.write_bytes(path.read_bytes()[:-9] + bytes(9))
    few = carried(house)
    assert (few.pages, few.stay) == (3, 1)
    assert isinstance(again(house, few.written), Reopened)


def test_a_page_replaced_in_the_copy_is_said_and_nothing_comes_in(house: House, copy: bytes) -> None:
    assert again(house, copy[:-40] + bytes(40)) == PAGE_REPLACED
    nothing_came(house)


@pytest.mark.parametrize(
    "content", [b"", b"MZ a program", b"<svg xmlns='http://www.w3.org/2000/svg'/>", saved(document(1))[:400]]
)
def test_a_copy_made_by_a_stranger_is_opened_with_a_strangers_care(house: House, copy: bytes, content: bytes) -> None:
    said, rest = told(copy)
    digest = hashlib.sha256(content).hexdigest()
    (old, length), *others = said["pages"]["contents"]
    said["pages"]["contents"] = [[digest, len(content)], *others]
    for leaf in said["pages"]["leaves"]:
        leaf[2] = digest if leaf[2] == old else leaf[2]
    done = again(house, bound(said, content + rest[length:]))
    assert isinstance(done, Refusal)
    assert done.code == ("carried_page_refused" if content else "not_a_copy")
    nothing_came(house)


def test_pages_that_are_no_pages_are_no_copy(house: House, copy: bytes) -> None:
    said, rest = told(copy)
    leaf, content = said["pages"]["leaves"][0], said["pages"]["contents"][0]
    wrongs: tuple[object, ...] = (
        3, [], {}, {"leaves": [leaf]}, {**said["pages"], "leaves": [[*leaf[:8], "never"]]},
        {**said["pages"], "leaves": [leaf[:4]]}, {**said["pages"], "leaves": [leaf] * 401},
        {**said["pages"], "contents": [[content[0], -1]]}, {**said["pages"], "contents": [[content[0], 10**9]]},
    )  # fmt: skip
    for wrong in wrongs:
        assert again(house, bound({**said, "pages": wrong}, rest)) == NOT_A_COPY, wrong
    assert again(house, copy[:-1]) == NOT_A_COPY
    assert again(house, bound({**said, "events": said["events"][1:]}, rest)) == NOT_A_COPY
    nothing_came(house)


def test_a_page_of_no_paper_known_here_stays_out_and_is_counted(house: House, copy: bytes) -> None:
    said, rest = told(copy)
    said["pages"]["leaves"][0][1] = "../../etc/passwd"
    done = again(house, bound(said, rest))
    assert isinstance(done, Reopened)
    assert (done.pages, done.missing) == (3, 1)
