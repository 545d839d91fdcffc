"""Pages are hers until she gives them; what she gave, her caisse sees, and nobody else ever sees anything."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from ouverture.dossier.application.decisions import Deposit, RefusePiece
from ouverture.dossier.refusals import Refusal
from ouverture.services.casework.access import NO_SUCH_FILE, NOT_YOUR_ROLE
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.carry_out import Done
from ouverture.services.casework.erase import Erasure, erase
from ouverture.services.casework.export import export_of
from ouverture.services.casework.house import House
from ouverture.services.casework.look import Look
from ouverture.services.papers.giving import give, with_pages
from ouverture.services.papers.pages import LOST, NOT_A_DRAFT, Added, add, picture_of, put_before, take_out
from ouverture.services.papers.taking_away import all_pages
from tests.adapters.vault.files import document, photograph, saved
from tests.services.casework.wired import (
    AGENT,
    AGENT_ELSEWHERE,
    DAY,
    FILE,
    NOON,
    RECORD,
    SHE,
    STRANGER,
    act,
)
from tests.services.papers.with_pages import PAPER, added, folder_of, page_of, pages, seen, vault_of

LOOK = Look(FILE, "casework", DAY, NOON)
KIOSK = Actor("kiosk", "kiosk", "", (FILE,))
HELPER = Actor("helper-3", "helper", "", (FILE,))


def given(house: House, key: str = "give-1") -> Done:
    done = give(house, SHE, seen(house), PAPER, key, NOON)
    assert isinstance(done, Done), done
    return done


def looks(house: House, actor: Actor) -> list[str]:
    return [one.what for _, one in house.journal.readings(FILE) if one.actor == actor.id]


def test_several_pages_come_in_at_once_and_stay_in_their_order(house: House) -> None:
    done = added(house, photograph("one"), saved(document(2)), photograph("two"))
    assert (done.pages, done.refused) == (4, ())
    drafts = pages(house).drafts
    assert [(bool(leaf.document), leaf.nth) for leaf in drafts] == [(False, 0), (True, 0), (True, 1), (False, 0)]


def test_what_can_be_taken_is_kept_when_another_file_cannot_be(house: House) -> None:
    done = added(house, photograph("one"), b"", b"PK\x03\x04 word/", photograph("two"))
    assert done.pages == 2
    assert [(why.nth, why.trouble) for why in done.refused] == [(2, "empty"), (3, "office")]
    assert all(why.says.fr and why.says.en for why in done.refused)


def test_the_same_photograph_sent_twice_is_one_page(house: House) -> None:
    added(house)
    assert added(house)[:2] == (0, 1)
    assert len(pages(house).drafts) == 1


def test_a_page_is_taken_out_and_a_pdf_goes_whole(house: House) -> None:
    added(house, photograph("one"), saved(document(2)))
    first, second, _ = pages(house).drafts
    assert take_out(house, SHE, seen(house), second.name) == 2
    assert pages(house).drafts == (first,)
    assert take_out(house, SHE, seen(house), second.name) == NOT_A_DRAFT
    assert picture_of(house, SHE, LOOK, second.name) == NO_SUCH_FILE


def test_a_page_is_put_before_the_one_above_it(house: House) -> None:
    added(house, photograph("one"), photograph("two"))
    added(house, photograph("other paper"), paper="identity_document")
    first, second = pages(house).drafts
    assert put_before(house, SHE, seen(house), second.name) is True
    assert pages(house).drafts == (second, first)
    assert put_before(house, SHE, seen(house), second.name) is False


def test_what_is_given_is_in_the_file_by_name_and_digest_and_can_no_longer_be_taken_out(house: House) -> None:
    added(house)
    (leaf,) = pages(house).drafts
    given(house)
    (kept,) = house.met(FILE).state.application.given
    assert (kept.piece, kept.pages) == (PAPER, (f"{leaf.name}:{leaf.digest}",))
    assert pages(house).drafts == ()
    assert take_out(house, SHE, seen(house), leaf.name) == NOT_A_DRAFT


def test_nothing_is_given_where_no_page_waits(house: House) -> None:
    refused = give(house, SHE, seen(house), PAPER, "give-1", NOON)
    assert isinstance(refused, Refusal)
    assert refused.code == "no_pages"


def test_given_twice_under_one_key_is_given_once(house: House) -> None:
    added(house)
    view = seen(house)
    assert isinstance(give(house, SHE, view, PAPER, "give-1", NOON), Done)
    give(house, SHE, view, PAPER, "give-1", NOON)
    assert len(house.met(FILE).state.application.given) == 1


def test_the_caisse_sees_what_was_given_and_no_draft(house: House) -> None:
    added(house)
    (leaf,) = pages(house).drafts
    assert pages(house, AGENT).latest == ()
    assert picture_of(house, AGENT, LOOK, leaf.name) == NO_SUCH_FILE
    assert "pages" not in looks(house, AGENT), "nothing was seen"
    given(house)
    assert pages(house, AGENT).latest == (leaf,)
    shown = picture_of(house, AGENT, LOOK, leaf.name)
    assert isinstance(shown, bytes)
    assert Image.open(BytesIO(shown)).size == (leaf.width, leaf.height)
    assert looks(house, AGENT)[-1] == "pages"


def test_each_look_of_the_caisse_is_written_down_and_the_small_pictures_of_her_own_page_are_not(house: House) -> None:
    added(house)
    given(house)
    (leaf,) = pages(house).latest
    before = len(looks(house, SHE))
    picture_of(house, SHE, LOOK, leaf.name, small=True)
    assert len(looks(house, SHE)) == before
    picture_of(house, SHE, LOOK, leaf.name)
    picture_of(house, AGENT, LOOK, leaf.name, small=True)
    picture_of(house, AGENT, LOOK, leaf.name)
    assert len(looks(house, SHE)) == before + 1
    assert looks(house, AGENT).count("pages") == 2


@pytest.mark.parametrize("actor", [STRANGER, AGENT_ELSEWHERE, KIOSK, Actor("cnav-1", "cnav")])
@pytest.mark.parametrize("is_given", [False, True])
def test_nobody_else_sees_a_page(house: House, actor: Actor, is_given: bool) -> None:
    added(house)
    (leaf,) = pages(house).drafts
    if is_given:
        given(house)
    for small in (False, True):
        assert picture_of(house, actor, LOOK, leaf.name, small) in (NO_SUCH_FILE, NOT_YOUR_ROLE)
    assert looks(house, actor) == []


def test_a_page_of_one_file_is_not_found_in_another_of_hers(house: House) -> None:
    added(house)
    (leaf,) = pages(house).drafts
    assert picture_of(house, SHE, LOOK._replace(stream=RECORD), leaf.name) == NO_SUCH_FILE


def test_a_helper_with_a_mandate_photographs_for_her_and_an_agent_does_not(house: House) -> None:
    assert isinstance(add(house, HELPER, seen(house, HELPER), PAPER, (photograph(),), NOON), Added)
    assert add(house, AGENT, seen(house, AGENT), PAPER, (photograph(),), NOON) == NOT_YOUR_ROLE
    assert len(pages(house).drafts) == 1


def test_a_paper_nobody_knows_takes_no_page(house: House) -> None:
    refused = add(house, SHE, seen(house), "../../etc/passwd", (photograph(),), NOON)
    assert isinstance(refused, Refusal)
    assert refused.code == "unknown_piece"


def test_a_claim_that_is_filed_takes_the_pages_of_its_papers_along(house: House) -> None:
    added(house, stream=RECORD)
    view = seen(house, stream=RECORD)
    command = with_pages(house, SHE, view, Deposit((PAPER, "identity_document"), "post"))
    assert isinstance(act(house, SHE, RECORD, command), Done)
    assert [one.piece for one in house.met(RECORD).state.application.given] == [PAPER]
    assert len(pages(house, stream=RECORD).given) == 1


def test_a_paper_sent_again_keeps_the_pages_that_were_refused(house: House) -> None:
    added(house, photograph("first"))
    given(house)
    assert isinstance(act(house, AGENT, FILE, RefusePiece(PAPER, "unreadable", "a clear photo")), Done)
    added(house, photograph("second"))
    given(house, "give-2")
    second, first = pages(house, AGENT).given
    assert first.leaves != second.leaves
    assert pages(house, AGENT).latest == second.leaves


def test_a_page_that_was_altered_is_said_to_be_lost_and_never_shown(house: House) -> None:
    added(house)
    (leaf,) = pages(house).drafts
    path = page_of(house, FILE, leaf.digest)
    path.write_bytes(path.read_bytes()[:-9] + bytes(9))
    assert picture_of(house, SHE, LOOK, leaf.name) == LOST


def test_an_erased_file_leaves_nothing_of_her_pages_anywhere(house: House) -> None:
    added(house, photograph("Hannah"), saved(document(1)), stream=RECORD)
    drafts = pages(house, stream=RECORD).drafts
    view = seen(house, stream=RECORD)
    act(house, SHE, RECORD, with_pages(house, SHE, view, Deposit((PAPER,), "post")))
    folder = folder_of(house).parent
    vault = vault_of(house)
    sealed = {digest: page_of(house, RECORD, digest).read_bytes() for one in drafts for digest in one.contents}
    plain = [vault.content(RECORD, digest) for digest in sealed]
    assert isinstance(erase(house, SHE, RECORD, NOON), Erasure)
    everything = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert any(path.name.endswith("-wal") for path in everything)
    for path, written in everything.items():
        for told in (*sealed.values(), *plain, *(one.digest.encode() for one in drafts)):
            assert told[-64:] not in written, path
        assert all(one.name.encode() not in written for one in drafts), path
    assert added_after(house) == "file_erased"


def added_after(house: House) -> str:
    refused = act(house, SHE, RECORD, Deposit((PAPER,), "post"))
    assert isinstance(refused, Refusal)
    return refused.code


def test_she_takes_all_her_pages_away_sorted_by_paper_and_nobody_else_does(house: House) -> None:
    added(house, photograph("one"), saved(document(2)))
    given(house)
    added(house, photograph("two"), paper="identity_document")
    found = all_pages(house, SHE, LOOK)
    assert not isinstance(found, Refusal)
    names = [name for name, _ in found]
    assert names == ["bank_details/1.jpg", "bank_details/2.pdf", "identity_document/1.jpg"]
    assert [content[:4] for _, content in found] == [b"\xff\xd8\xff\xe0", b"%PDF", b"\xff\xd8\xff\xe0"]
    assert looks(house, SHE)[-1] == "export"
    for other in (AGENT, HELPER, STRANGER):
        assert isinstance(all_pages(house, other, LOOK), Refusal)


def test_her_copy_of_the_file_names_the_pages(house: House) -> None:
    added(house)
    given(house)
    copy = export_of(house, SHE, LOOK)
    assert not isinstance(copy, Refusal)
    assert [one["holds"]["pages"] for one in copy["events"] if one["kind"] == "pages_given"]
