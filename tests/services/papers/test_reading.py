"""Pages are read once and checked each time; what was not read, or cannot be, is never passed."""

from __future__ import annotations

import pytest

from ouverture.evidence.checks import Finding, PaperRead, Place, Read
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.house import House
from ouverture.services.papers.giving import give
from ouverture.services.papers.pages import pages_of
from ouverture.services.papers.reading import Checked, _as_taken, checked, read_waiting
from ouverture.services.papers.vault_ports import PageGone
from ouverture.text import Text
from tests.adapters.vault.files import document, photograph, saved
from tests.services.casework.wired import AGENT, FILE, NOON, SHE
from tests.services.papers.with_pages import PAPER, ReaderTold, added, folder_of, reading_house, seen, vault_of


def found(house: House, actor: Actor = SHE, paper: str = PAPER) -> Checked:
    view = seen(house, actor)
    return checked(house, view, pages_of(house, actor, view)).get(paper, Checked())


def test_a_page_that_nobody_read_yet_waits_and_passes_nothing(house: House) -> None:
    added(house)
    assert found(house) == Checked((), 1)


def test_pages_are_read_once_and_the_outcome_is_seen_by_her_and_then_by_the_caisse(house: House) -> None:
    reader = ReaderTold()
    house = reading_house(house, reader)
    added(house, photograph("one"), photograph("two"))
    assert read_waiting(house, FILE) == 2
    assert read_waiting(house, FILE) == 0
    assert len(reader.given) == 2
    hers = found(house)
    assert [(one.check, one.outcome, one.page) for one in hers.findings if one.check == "legible"] == [
        ("legible", "passed", 1), ("legible", "passed", 2),
    ]  # fmt: skip
    assert found(house, AGENT) == Checked(), "not given yet"
    give(house, SHE, seen(house), PAPER, "give-1", NOON)
    assert found(house, AGENT) == hers


def test_a_pdf_is_read_whole_with_its_text_and_its_pages_are_numbered_in_the_paper(house: House) -> None:
    reader = ReaderTold(pages=2)
    house = reading_house(house, reader)
    added(house, saved(document(2)))
    read_waiting(house, FILE)
    assert [content[:5] for content in reader.given] == [b"%PDF-"]
    assert [one.page for one in found(house).findings if one.check == "legible"] == [1, 2]


def test_what_cannot_be_read_is_inconclusive(house: House) -> None:
    class Blind(ReaderTold):
        def read(self, files: object) -> PaperRead:
            return PaperRead((), Text("Illisible.", "Cannot be read."))

    house = reading_house(house, Blind())
    added(house)
    read_waiting(house, FILE)
    outcomes = {one.outcome for one in found(house).findings}
    assert outcomes == {"inconclusive"}


def test_what_was_read_is_sealed_with_the_pages_and_goes_with_them(house: House) -> None:
    house = reading_house(house, ReaderTold(("TITULAIRE HANNAH WHITFIELD",) * 4))
    added(house)
    read_waiting(house, FILE)
    folder = folder_of(house)
    assert all(b"WHITFIELD" not in path.read_bytes() for path in folder.rglob("*") if path.is_file())
    with vault_of(house).opened(FILE) as shelf:
        assert "WHITFIELD" in "".join(shelf.notes.values())
        shelf.leaves = ()
    assert vault_of(house).notes(FILE) == {}


def test_a_file_erased_while_it_is_read_ends_the_reading(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    added(house)

    def gone(_: str) -> None:
        raise PageGone("erased")

    monkeypatch.setattr(vault_of(house), "opened", gone)
    assert read_waiting(house, FILE) == 0


@pytest.mark.parametrize(
    ("turned", "place"),
    [
        (0, Place(0.1, 0.2, 0.3, 0.6)),
        (90, Place(0.2, 0.7, 0.6, 0.9)),
        (180, Place(0.7, 0.4, 0.9, 0.8)),
        (270, Place(0.4, 0.1, 0.8, 0.3)),
        (7, None),
    ],
)
def test_a_place_is_shown_where_it_is_on_the_picture_as_it_was_taken(turned: int, place: Place | None) -> None:
    upright = Finding("legible", "failed", Text("Reflet.", "Glare."), "", page=1, place=Place(0.1, 0.2, 0.3, 0.6))
    found = _as_taken(upright, PaperRead((Read(1, (), "picture", turned=turned),))).place
    assert found == (pytest.approx(place) if place else None)
