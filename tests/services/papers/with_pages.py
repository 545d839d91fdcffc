"""A house whose files are opened here rather than apart, and read by somebody who says what they are told to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ouverture.adapters.vault.cleaning import clean
from ouverture.adapters.vault.folders import Folders
from ouverture.adapters.vault.sealed_vault import SealedVault
from ouverture.evidence.checks import Line, PaperRead, Place, Portrait, Quality, Read
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.house import House
from ouverture.services.casework.look import FileView, Look, look_at
from ouverture.services.papers.pages import Added, PaperPages, add, pages_of
from ouverture.services.papers.ports import Papers
from ouverture.services.papers.vault_ports import Clean
from tests.adapters.vault.files import photograph
from tests.services.casework.wired import DAY, FILE, NOON, SHE

PAPER = "bank_details"


class CleanedHere:
    """The cleaner without its process."""

    def clean(self, content: bytes) -> Clean:
        return clean(content)


class ReaderTold:
    """A reader for whom every file has so many pages with these lines; it counts what it was given."""

    def __init__(self, lines: Sequence[str] = ("one", "two", "three", "four"), pages: int = 1) -> None:
        self.given: list[bytes] = []
        self.lines, self.pages = lines, pages

    def read(self, files: Sequence[bytes]) -> PaperRead:
        self.given += files
        lines = tuple(Line(one, Place(0.1, 0.1, 0.5, 0.2)) for one in self.lines)
        quality = Quality(900, 1200, 1.0, 1.0, 1.0, None, 0, 40.0)
        return PaperRead(tuple(Read(nth + 1, lines, "picture", quality) for nth in range(self.pages)))

    def portrait(self, picture: bytes) -> Portrait | None:
        return None


def vault_of(house: House) -> SealedVault:
    """Where its pages are."""
    assert house.papers is not None
    assert isinstance(house.papers.vault, SealedVault)
    return house.papers.vault


def folder_of(house: House) -> Path:
    """The folder that holds them."""
    shelves = vault_of(house).shelves
    assert isinstance(shelves, Folders)
    return shelves.folder


def page_of(house: House, stream: str, digest: str) -> Path:
    """The file that holds one of their contents."""
    vault = vault_of(house)
    return folder_of(house) / vault.name(stream) / vault.content_name(stream, digest)


def reading_house(house: House, reader: ReaderTold) -> House:
    """The same house, with that reader."""
    assert house.papers is not None
    return replace(house, papers=Papers(house.papers.vault, CleanedHere(), reader))


def seen(house: House, actor: Actor = SHE, stream: str = FILE) -> FileView:
    """The file as this actor sees it now."""
    view = look_at(house, actor, Look(stream, "own_file", DAY, NOON))
    assert isinstance(view, FileView)
    return view


def added(house: House, *contents: bytes, paper: str = PAPER, stream: str = FILE) -> Added:
    """Her pages of a paper: a photograph when none is given."""
    done = add(house, SHE, seen(house, stream=stream), paper, contents or (photograph(),), NOON)
    assert isinstance(done, Added)
    return done


def pages(house: House, actor: Actor = SHE, paper: str = PAPER, stream: str = FILE) -> PaperPages:
    """The pages of a paper that this actor sees."""
    return pages_of(house, actor, seen(house, actor, stream)).get(paper, PaperPages())
