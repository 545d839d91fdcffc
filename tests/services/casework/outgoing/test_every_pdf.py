"""Every kind of PDF that leaves, made and read back: none is forgotten, none is faulty, every name comes out whole."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from io import BytesIO
from itertools import chain, product
from pathlib import Path
from typing import NamedTuple, get_args

import pypdfium2
import pytest
from pypdf import PdfReader

import ouverture
from ouverture.adapters.pdf.papers import papers_pdf
from ouverture.dossier.account.decisions import ActivateAccount
from ouverture.dossier.application.decisions import AcceptPiece, RequestPieces
from ouverture.dossier.card.decisions import AskForCertificate, OrderCard, ProduceCard
from ouverture.dossier.envelope.decisions import RegisterEnvelope
from ouverture.dossier.household.decisions import TellChange
from ouverture.dossier.kernel import Command
from ouverture.dossier.number.decisions import CertifyInPlace, SendToCnav
from ouverture.dossier.person.decisions import TellAddress, TellBirth, TellNames
from ouverture.dossier.refusals import Refusal
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.carry_out import Done
from ouverture.services.casework.house import House
from ouverture.services.casework.letters_to_send import Letter, sender_of
from ouverture.services.casework.look import FileView, Look, look_at
from ouverture.services.casework.outgoing.evidence_sheet import evidence_sheet
from ouverture.services.casework.outgoing.form_sheets import form_sheets
from ouverture.services.casework.outgoing.from_the_caisse import message_paper
from ouverture.services.casework.outgoing.pack import pack_of, papers_of
from ouverture.services.casework.outgoing.paper import Paper, Scan
from ouverture.services.casework.outgoing.words import said
from ouverture.services.casework.outgoing.written import letter_paper, statements
from ouverture.services.casework.shelf import data_of
from ouverture.services.casework.signed.issuing import issued
from ouverture.services.casework.signed.said import kinds
from ouverture.services.casework.story import letters_of as messages_of
from ouverture.text import Text
from ouverture.wording.remedies.ladder import Kind, RungName, StepTaken, ladder
from ouverture.wording.remedies.words import data
from tests.adapters.pdf_checked import faults_of
from tests.adapters.vault.files import photograph
from tests.services.casework import wired
from tests.services.casework.test_care_money import with_a_waiting_number
from tests.services.casework.wired import AGENT, DAY, FILE, NOON, RECORD, SHE

NAMES = ("Nguyễn", "Ağaoğlu", "Łukasz", "Çelik", "Œuvré", "محمد")
CNAV = Actor("cnav-1", "cnav")
ROOM = Path(ouverture.__file__).parent


def told(house: House) -> House:
    """Her file and her record, with names that printers stumble over."""
    for command in (
        TellNames(NAMES[0], NAMES[1], NAMES[2:]), TellBirth("1991-07-14", "Boston", "US"),
        TellAddress(("3 rue des Lilas",), "75011", "PARIS"),
    ):  # fmt: skip
        for stream in (FILE, RECORD):
            happens(house, SHE, command, stream)
    return house


def happens(house: House, actor: Actor, command: Command, stream: str = FILE) -> None:
    assert isinstance(wired.act(house, actor, stream, command), Done)


def look(stream: str = FILE) -> Look:
    return Look(stream, "own_file", DAY, NOON)


def seen(house: House, stream: str = FILE) -> FileView:
    view = look_at(house, SHE, look(stream))
    assert isinstance(view, FileView)
    return view


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Paper]:
    """One paper of each kind, by its kind."""
    waiting = told(wired.opened(wired.house_in(tmp_path_factory.mktemp("waiting"))))
    covered = with_a_waiting_number(told(wired.opened(wired.house_in(tmp_path_factory.mktemp("covered")))))
    happens(waiting, AGENT, RequestPieces(("marriage_certificate",)))
    happens(waiting, SHE, TellChange("Adresse", DAY))
    happens(waiting, SHE, RegisterEnvelope("first", ("Passeport",), "registered_post", "RB123456785FR"), RECORD)
    every = chain(
        papers_of(SHE, seen(waiting), {}).values(), papers_of(SHE, seen(waiting, RECORD), {}).values(),
        papers_of(SHE, seen(covered), {}).values(), _remedies(seen(waiting)), _sheets(seen(waiting)),
        _statements(seen(waiting)), _of_the_caisse(waiting), _signed(covered), _evidence(waiting),
        pack_of({}, (Scan(photograph(), Text("Bail", "Lease")),)),
    )  # fmt: skip
    found: dict[str, Paper] = {}
    for one in every:
        found.setdefault(one.name, one)
    return found


def _remedies(view: FileView) -> Iterator[Paper]:
    """A letter for each remedy that has one, whatever day it opens on."""
    answered = StepTaken("cra", DAY, None, DAY + timedelta(days=20))
    for steps in ((), (StepTaken("complaint", DAY, None, DAY + timedelta(days=9)),), (answered,)):
        for kind, days in product(get_args(Kind), (40, 130)):
            found = ladder(kind, DAY, DAY + timedelta(days=days), remedies_told=True, steps_taken=steps)
            for rung in found.rungs:
                if rung.letter:
                    sender = sender_of(view)
                    letter = Letter(rung.name, rung.label, sender, (), Text("", ""), rung.label, rung.letter, ())
                    yield letter_paper(view, letter)


def _sheets(view: FileView) -> Iterator[Paper]:
    """Every sheet, also of a form that this file does not call for."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ouverture.services.casework.outgoing.form_sheets._WANTED", defaultdict(lambda: lambda _: True))
        yield from form_sheets(view, True)


def _statements(view: FileView) -> Iterator[Paper]:
    class Everything(NamedTuple):
        papers: tuple[object, ...]

    class Wanted(NamedTuple):
        name: str
        state: str = "wanted"
        others: tuple[object, ...] = ()

    names = tuple(Wanted(name) for name in data_of("statements") if name != "says")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ouverture.services.casework.outgoing.written.own_papers", lambda *_: Everything(names))
        yield from statements(view, {})


def _of_the_caisse(house: House) -> Iterator[Paper]:
    """A message as each kind of letter of the caisse: its words differ, and its name."""
    view = seen(house)
    messages = messages_of(house, SHE, look())
    assert not isinstance(messages, Refusal)
    made = message_paper(house, SHE, look(), view, messages[0].message)
    assert isinstance(made, Paper)
    for kind, title in data_of("outgoing")["from_caisse"]["titles"].items():
        yield made._replace(name=kind, title=Text(**title))


def _signed(house: House) -> Iterator[Paper]:
    yield _issued(house, "waiting_number")
    for piece in house.met(FILE).state.application.pieces:
        if piece.status == "received":
            wired.act(house, AGENT, FILE, AcceptPiece(piece.name))
    if house.met(FILE).state.number.stage == "waiting":
        happens(house, AGENT, SendToCnav())
    happens(house, CNAV, CertifyInPlace())
    happens(house, SHE, ActivateAccount())
    happens(house, SHE, AskForCertificate(DAY + timedelta(days=5)))
    for form in ("app", "plastic", "certificate"):
        if form != "certificate":
            happens(house, SHE, OrderCard(form))
        if house.met(FILE).state.card.stage(form) == "ordered":
            happens(house, AGENT, ProduceCard(form))
    for kind in kinds():
        if kind != "waiting_number":
            yield _issued(house, kind)


def _issued(house: House, kind: str) -> Paper:
    made = issued(house, SHE, look(), seen(house), kind)
    assert isinstance(made, Paper), kind
    return made


def _evidence(house: House) -> Iterator[Paper]:
    made = evidence_sheet(house, SHE, look(RECORD), seen(house, RECORD))
    assert isinstance(made, Paper)
    yield made


def known_kinds() -> set[str]:
    """Every kind of paper that the data and the code name."""
    ladder_data = data()
    return {
        *data_of("letters"), *(name for name in get_args(RungName) if "letter" in ladder_data[name]),
        "cover_sheet", "enclosures", "label", *data_of("form_sheets")["forms"],
        *(name for name in data_of("statements") if name != "says"), "evidence", "page_1",
        *data_of("outgoing")["from_caisse"]["titles"], *kinds(),
    }  # fmt: skip


def test_no_kind_of_paper_is_forgotten_here(papers: dict[str, Paper]) -> None:
    assert known_kinds() - papers.keys() == set()


def _makes_papers(source: str) -> bool:
    return "outgoing.paper import" in source and re.search(r"(?<![\w.])Paper\(", source) is not None


def test_papers_are_made_in_no_other_room_than_those_walked_here() -> None:
    makers = {path.stem for path in ROOM.rglob("*.py") if _makes_papers(path.read_text("utf-8"))}
    assert makers == {"written", "form_sheets", "from_the_caisse", "evidence_sheet", "pack", "issuing"}
    templates = {path.stem for path in (ROOM / "adapters" / "pdf").glob("*.typ")}
    assert templates == {"look", "paper", "plan"}


@pytest.fixture(scope="module")
def made(papers: dict[str, Paper]) -> dict[str, bytes]:
    return {
        kind: papers_pdf([paper], paper.title, said("not_public"), said("reading_copy"))
        for kind, paper in papers.items()
    }


def test_every_kind_passes_the_nearest_checks_to_those_of_pdf_ua_and_pdf_a(made: dict[str, bytes]) -> None:
    found = {kind: faults_of(content, "fr") for kind, content in made.items()}
    assert {kind: faults for kind, faults in found.items() if faults} == {}


def test_every_name_comes_out_of_every_paper_that_names_the_person(
    papers: dict[str, Paper], made: dict[str, bytes]
) -> None:
    named = {kind: [name for name in NAMES if name in repr(paper)] for kind, paper in papers.items()}
    assert set(NAMES) == set(named["cover"]) == set(named["rights_certificate"]) == set(named["S1106"])
    lost = {
        (kind, name)
        for kind, names in named.items()
        for name in names
        if any(name not in text for text in _texts(made[kind], kind in TWICE))
    }
    assert lost == set()


TWICE = frozenset({"cover", "S1106", "rights_certificate", "no_other_cover_statement", "receipt_issued"})
"""Kinds, one of each shape, from which a second reader takes the text too."""


@cache
def _texts(made: bytes, twice: bool) -> tuple[str, ...]:
    by_chrome = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(made))
    by_python = [page.extract_text() for page in PdfReader(BytesIO(made)).pages] if twice else []
    return (by_chrome, "".join(by_python)) if twice else (by_chrome,)
