"""Ten papers that leave, drawn for docs/tour.md: the article's person and her caisse, each paper's first page."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pypdfium2

from ouverture.adapters.pdf.papers import papers_pdf
from ouverture.dossier.application.decisions import RequestPieces
from ouverture.dossier.envelope.decisions import RegisterEnvelope
from ouverture.dossier.person.decisions import TellAddress, TellBirth, TellNames
from ouverture.services.casework.house import House
from ouverture.services.casework.look import FileView, Look, look_at
from ouverture.services.casework.outgoing.evidence_sheet import evidence_sheet
from ouverture.services.casework.outgoing.from_the_caisse import message_paper
from ouverture.services.casework.outgoing.pack import papers_of
from ouverture.services.casework.outgoing.paper import Paper
from ouverture.services.casework.outgoing.words import said
from ouverture.services.casework.refusing import Refusal
from ouverture.services.casework.signed.issuing import issued
from ouverture.services.casework.story import letters_of
from tests.services.casework import wired
from tests.services.casework.test_care_money import with_a_waiting_number
from tests.services.casework.wired import AGENT, DAY, FILE, NOON, SHE

LOOK = Look(FILE, "own_file", DAY, NOON)
SCALE, QUALITY = 1.0, 60
Answer = TypeVar("Answer")


def drawn(folder: Path) -> list[tuple[str, str]]:
    """Draw every paper into the folder; the name of each picture with its title."""
    made = []
    for nth, paper in enumerate(_papers(), 1):
        name = f"leaves-{nth:02d}-{paper.name.lower().replace('_', '-')}"
        whole = papers_pdf((paper,), paper.title, said("not_public"), said("reading_copy"))
        page = pypdfium2.PdfDocument(whole)[0].render(scale=SCALE).to_pil()
        page.convert("RGB").save(folder / f"{name}.jpg", "JPEG", quality=QUALITY)
        made.append((name, paper.title.en))
    return made


def _papers() -> Iterator[Paper]:
    asking, covered = _house(), with_a_waiting_number(_house())
    wired.act(asking, SHE, FILE, RegisterEnvelope("first", ("Passeport",), "registered_post", "RB123456785FR"))
    wired.act(asking, AGENT, FILE, RequestPieces(("marriage_certificate",)))
    hers = papers_of(SHE, _seen(asking), {})
    yield from (hers[name] for name in ("cover", "cover_sheet", "S1106", "no_other_cover_statement", "answer"))
    yield _kept(evidence_sheet(asking, SHE, LOOK, _seen(asking)))
    yield from (_message(asking, title) for title in ("Receipt", "Demand for papers"))
    for kind in ("rights_certificate", "waiting_number"):
        yield _kept(issued(covered, SHE, LOOK, _seen(covered), kind))


def _house() -> House:
    house = wired.opened(wired.house_in(Path(tempfile.mkdtemp())))
    wired.act(house, SHE, FILE, TellNames("Nguyễn", "Ağaoğlu", ("Œuvré", "محمد")))
    wired.act(house, SHE, FILE, TellBirth("1991-07-14", "Boston", "US"))
    wired.act(house, SHE, FILE, TellAddress(("3 rue des Lilas",), "75011", "PARIS"))
    return house


def _seen(house: House) -> FileView:
    return _kept(look_at(house, SHE, LOOK))


def _message(house: House, title: str) -> Paper:
    told = _kept(letters_of(house, SHE, LOOK))
    every = (_kept(message_paper(house, SHE, LOOK, _seen(house), one.message)) for one in told)
    return next(one for one in every if one.title.en == title)


def _kept(answer: Answer | Refusal) -> Answer:
    """What a use case gave, which is no refusal here."""
    assert not isinstance(answer, Refusal), answer
    return answer


def written(made: list[tuple[str, str]]) -> str:
    """The end of the page: every paper, two beside one another."""
    about = "Each is a PDF that a screen reader can read, in French with a reading copy in English behind it."
    lines = ["", "## Papers that leave", "", about]
    for both in zip(made[::2], made[1::2], strict=True):
        shown = (f'<img src="images/tour/{name}.jpg" width="48%" alt="paper: {title}">' for name, title in both)
        lines += ["", " ".join(shown)]
    return "\n".join(lines) + "\n"
