"""Where the European card helps, and where it does not, as far as our sources say."""

from __future__ import annotations

from datetime import date

from ouverture.dossier.file import File
from ouverture.dossier.words import table
from ouverture.places.memberships import is_eu_eea_or_swiss
from ouverture.text import Text


def travel_notes(file: File, day: date) -> tuple[Text, ...]:
    """What to know before a trip: what the card covers, and the States that may refuse it to this person.

    Nationality is read from the facts of the claim; when it is not known there, the note that depends on it is given.
    """
    known = dict(file.application.facts).get("nationality")
    european = known is not None and is_eu_eea_or_swiss(str(known), day)
    notes = table("cards")["european"]["notes"]
    return tuple(Text(note["fr"], note["en"]) for note in notes if not (note["non_european_only"] and european))
