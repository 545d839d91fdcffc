"""Search: a number, a tracking number, or a name with perhaps a birth date. Candidates come with reasons and doubts."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import NamedTuple

from ouverture.dossier.refusals import Refusal
from ouverture.dossier.words import caisse_name
from ouverture.services.casework.access import may_open, may_read
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.folding import parts_of_name, rough
from ouverture.services.casework.house import House
from ouverture.services.casework.person_seen import name_of
from ouverture.services.casework.ports import Reading
from ouverture.services.casework.standing import office_of
from ouverture.text import Text

MOST_READ = 20
"""Files opened to be ranked: more candidates than anyone reads, few enough to answer at once."""
_NUMBER = re.compile(r"[\dAB]{13}(\d\d)?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class Candidate(NamedTuple):
    """One file that may be the one looked for. ``open_to_you``: whether its page opens for whoever searches."""

    stream: str
    name: str
    caisse: Text
    open_to_you: bool


def find_person(house: House, actor: Actor, asked: str, day: date, at: datetime) -> tuple[Candidate, ...] | Refusal:
    """Every candidate, the likeliest first. The search is written down first, without what was typed."""
    if refused := may_read(actor, "find"):
        return refused
    house.journal.note_reading(Reading("", actor.id, "search", "find", at))
    streams = _streams(house, asked)
    return tuple(_candidate(house, actor, stream) for stream in streams[:MOST_READ])


def _streams(house: House, asked: str) -> tuple[str, ...]:
    bare = re.sub(r"[\s.\-]", "", asked).upper()
    if _NUMBER.fullmatch(bare):
        return house.journal.streams_with("number", bare[:13])
    wanted = [("name", part) for part in parts_of_name(asked)]
    wanted += [("rough_name", rough(part)) for _, part in wanted]
    wanted += [("born", found) for found in _DAY.findall(asked)]
    return tuple(stream for stream, _ in house.journal.streams_with_any(wanted)) if wanted else ()


def _candidate(house: House, actor: Actor, stream: str) -> Candidate:
    file = house.met(stream).state
    caisse = caisse_name(file.attachment.caisse)
    return Candidate(stream, name_of(file), caisse, may_open(actor, stream, office_of(file)) is None)
