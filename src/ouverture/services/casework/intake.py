"""What arrives at the counter or by post: one envelope, sheet by sheet, known when it comes twice, sorted at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from ouverture.dossier.envelope.decisions import AttachPage, RegisterEnvelope
from ouverture.dossier.envelope.events import Envelope
from ouverture.dossier.envelope.tracking import without_spaces
from ouverture.dossier.kernel import Command
from ouverture.dossier.refusals import Refusal
from ouverture.dossier.together import as_one
from ouverture.dossier.told_values import word
from ouverture.dossier.words import filled
from ouverture.services.casework.acts import form_for, read_or_refuse
from ouverture.services.casework.choices import Choice
from ouverture.services.casework.forms import FormField
from ouverture.services.casework.house import House
from ouverture.services.casework.look import FileView
from ouverture.text import Language, Text


class Arrived(NamedTuple):
    """One envelope of a file: when and how it came, its sheets, those nobody has sorted, the day of its receipt."""

    envelope: str
    on: date
    channel: Text
    sheets: tuple[str, ...]
    unsorted: tuple[str, ...]
    receipt_on: date | None


def arrived(view: FileView) -> tuple[Arrived, ...]:
    """Every envelope of the file, the last first."""
    return tuple(_arrived(one) for one in reversed(view.file.envelope.items))


def _arrived(one: Envelope) -> Arrived:
    sheets = tuple(page.name for page in one.pages)
    return Arrived(one.envelope, one.since, word("channel", one.channel), sheets, one.unsorted, one.receipt_on)


def questions(view: FileView) -> dict[str, FormField]:
    """The questions of an envelope, by name."""
    return {one.name: one for one in form_for(view, "register_envelope").fields}


def papers_of(view: FileView) -> tuple[Choice, ...]:
    """What a sheet can be: the papers awaited first."""
    return next(one.choices for one in form_for(view, "attach_page").fields if one.name == "piece")


def to_register(
    house: House, view: FileView, typed: Mapping[str, str], again: bool, language: Language | None = None
) -> Command | Refusal:
    """The command that takes the envelope in; refused when it came before, unless ``again`` says it is another one."""
    sheets = tuple(line.strip() for line in typed.get("pages", "").splitlines() if line.strip())
    asked = {"envelope": typed.get("envelope", ""), "channel": typed.get("channel", ""), "pages": sheets}
    if tracking := typed.get("tracking", "").strip():
        asked["tracking"] = tracking
    read = read_or_refuse(view, "register_envelope", asked, language)
    if isinstance(read, Refusal):
        return read
    assert isinstance(read, RegisterEnvelope)
    return _came_before(house, view, read, again) or read


def _came_before(house: House, view: FileView, wanted: RegisterEnvelope, again: bool) -> Refusal | None:
    """The same tracking number anywhere, or the same sheets by the same way in this file."""
    tracking = without_spaces(wanted.tracking) if wanted.tracking else ""
    mine = next((one for one in view.file.envelope.items if tracking and one.tracking == tracking), None)
    if mine:
        return Refusal("envelope_came_before", filled(SAME_NUMBER, on=mine.since), "agent")
    if tracking and house.journal.streams_with("tracking", tracking):
        return Refusal("envelope_of_another_file", OF_ANOTHER_FILE, "agent")
    alike = next((one for one in view.file.envelope.items if _alike(one, wanted)), None)
    return Refusal("same_sheets", filled(SAME_SHEETS, on=alike.since), "agent") if alike and not again else None


def _alike(one: Envelope, wanted: RegisterEnvelope) -> bool:
    return one.channel == wanted.channel and {page.name for page in one.pages} == set(wanted.pages)


def to_sort(view: FileView, envelope: str, papers: Mapping[str, str]) -> Command | Refusal:
    """The command that puts the sheets in the file, each as the paper chosen; those left out stay on the desk."""
    known = next((one.unsorted for one in arrived(view) if one.envelope == envelope), ())
    orders: Sequence[Command] = [AttachPage(envelope, sheet, papers[sheet]) for sheet in known if papers.get(sheet)]
    if not orders:
        return NOTHING_CHOSEN
    return as_one(orders)


SAME_NUMBER = Text(
    "Cet envoi a déjà été enregistré le {on}, sous le même numéro de suivi. Rien n'est compté deux fois.",
    "This envelope was registered on {on} already, under the same tracking number. Nothing is counted twice.",
)
OF_ANOTHER_FILE = Text(
    "Ce numéro de suivi est celui d'un envoi d'un autre dossier. Relisez-le, ou cherchez ce numéro.",
    "This tracking number is that of an envelope of another file. Read it again, or search for it.",
)
SAME_SHEETS = Text(
    "Les mêmes feuilles sont arrivées le {on} par le même moyen. Cochez « c'est un autre envoi » si elles sont venues "
    "deux fois.",
    'The same sheets came on {on} by the same way. Tick "this is another envelope" if they came twice.',
)
NOTHING_CHOSEN = Refusal(
    "nothing_chosen",
    Text(
        "Dites d'au moins une feuille quel papier elle est ; les autres attendent sur le bureau.",
        "Say of at least one sheet which paper it is; the others wait on the desk.",
    ),
    "agent",
)
