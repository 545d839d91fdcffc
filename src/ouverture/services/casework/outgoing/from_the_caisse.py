"""A message of the caisse as a paper: word for word as it was told, under what it is about."""

from __future__ import annotations

from datetime import date

from ouverture.clock.day_words import day_in_words
from ouverture.dossier.messages.events import MessageQueued
from ouverture.dossier.refusals import Refusal
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.house import House
from ouverture.services.casework.letters_to_send import caisse_of_file, sender_of
from ouverture.services.casework.look import FileView, Look
from ouverture.services.casework.outgoing.paper import Paper, Paragraph, Parties
from ouverture.services.casework.outgoing.words import said
from ouverture.services.casework.ports import Line, Told
from ouverture.services.casework.recall import event_of
from ouverture.services.casework.shelf import data_of
from ouverture.services.casework.story import letters_of
from ouverture.text import Text


def message_paper(house: House, actor: Actor, look: Look, view: FileView, message: int) -> Paper | Refusal:
    """The message with this number in the file; the look is written down first."""
    found = letters_of(house, actor, look)
    if isinstance(found, Refusal):
        return found
    told = next((one for one in found if one.message == message), None)
    return _paper(house, view, told) if told else NO_SUCH_MESSAGE


def _paper(house: House, view: FileView, told: Told) -> Paper:
    lines = house.journal.history(view.stream).lines
    day = _written_on(lines, told)
    # Without a caisse on this system nobody but the person and this program wrote it: no caisse is its sender.
    parties = Parties(_caisse(view) if view.connected else (), sender_of(view), day_in_words(day))
    words = tuple(Paragraph(Text(*each)) for each in zip(*(each.split("\n\n") for each in told.words), strict=False))
    reading = said("from_caisse.reading").filled(day=day_in_words(day), n=str(told.message))
    return Paper(f"message_{told.message}", _about(lines, told), (parties, *words, Paragraph(reading, True)))


def _caisse(view: FileView) -> tuple[str, ...]:
    found = caisse_of_file(view)
    lines = (view.caisse.fr, *(found.postal_address or ())) if found else (view.caisse.fr,)
    return tuple(dict.fromkeys(lines))


def _written_on(lines: tuple[Line, ...], told: Told) -> date:
    """The legal day of the event that the message went with."""
    return next((date.fromisoformat(line.day) for line in lines if line.version >= told.version), told.due)


def _about(lines: tuple[Line, ...], told: Told) -> Text:
    """What the message is about: the first of its causes that has a name of its own."""
    titles = data_of("outgoing")["from_caisse"]["titles"]
    queued = (event_of(line) for line in lines if line.kind == MessageQueued.kind)
    about = next((one.about for one in queued if isinstance(one, MessageQueued) and one.message == told.message), ())
    known = [Text(**titles[kind]) for kind in TITLED_FIRST if kind in about]
    known += [Text(**titles[kind]) for kind in about if kind in titles]
    return known[0] if known else said("from_caisse.any")


TITLED_FIRST = ("application_refused", "closing_notified", "rights_closed", "application_granted", "hold_placed")
"""A decision and a hold give their name to a message that tells several things."""

NO_SUCH_MESSAGE = Refusal(
    "no_such_file",
    Text("Ce message n'est pas dans ce dossier.", "There is no such message in this file."),
    "person",
)
