"""Search: a number, a scanned code, or a name with a birth date, in any script; each with reasons and doubts."""

from __future__ import annotations

import re
from datetime import datetime
from typing import NamedTuple

from rapidfuzz.distance import JaroWinkler

from ouverture.dossier.file import File
from ouverture.dossier.refusals import Refusal
from ouverture.dossier.words import caisse_name
from ouverture.evidence.name_parts import parts_of_name, rough
from ouverture.numbers.post import as_postal_number
from ouverture.services.casework.access import may_open, may_read
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.altered import ALTERED, known_offices, met_by, met_in_a_list
from ouverture.services.casework.cover_code import file_of
from ouverture.services.casework.house import House
from ouverture.services.casework.person_seen import PersonSeen, led_by, person_of
from ouverture.services.casework.ports import Indexed, Reading
from ouverture.services.casework.standing import offices_of
from ouverture.text import Text

MOST_READ = 20
"""Files opened to be ranked: more candidates than anyone reads, few enough to answer at once."""
ALIKE = 0.9
"""From this likeness on (Jaro-Winkler, 0 to 1) two folded parts of a name are told as alike; below, as different."""
_NUMBER = re.compile(r"[\dAB]{13}(\d\d)?", re.ASCII)
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_DAY_FIRST = re.compile(r"\b(\d\d?)[/.](\d\d?)[/.](\d{4})\b", re.ASCII)
THEIR_NUMBER = Text("Ce numéro est, ou a été, le leur.", "This number is theirs, or was.")
THEIR_SHEET = Text("C'est le code de la première feuille de son envoi.", "The code of the first sheet they sent.")
THEIR_ENVELOPE = Text("Cet envoi est dans ce dossier.", "This envelope is in this file.")


class Candidate(NamedTuple):
    """One file that may be the one looked for. ``open_to_you``: whether its page opens for whoever searches."""

    stream: str
    person: PersonSeen
    caisse: Text
    open_to_you: bool
    reasons: tuple[Text, ...]
    doubts: tuple[Text, ...]


def find_person(house: House, actor: Actor, asked: str, at: datetime) -> tuple[Candidate, ...] | Refusal:
    """Every candidate, the likeliest first. The search is written down first, without what was typed."""
    if refused := may_read(actor, "find"):
        return refused
    if not asked.strip():
        return ()
    house.journal.note_reading(Reading("", actor.id, "search", "find", at))
    if stream := file_of(asked):
        file = met_in_a_list(house, stream)
        known = file is None or file.attachment.stage != "none"
        return tuple(one._replace(reasons=(THEIR_SHEET,)) for one in _ranked(house, actor, (stream,) * known, ""))
    number = _number_in(asked)
    if number:
        reason = THEIR_ENVELOPE if as_postal_number(number) else THEIR_NUMBER
        every = _ranked(house, actor, _with_number(house, number), "")
        return tuple(one._replace(reasons=(reason,)) for one in every)
    return _ranked(house, actor, _streams(house, asked), asked)


def same_person(house: House, actor: Actor, stream: str, at: datetime) -> tuple[Candidate, ...] | Refusal:
    """The other files that may be this person's: asked before any number is given."""
    file = met_by(house, actor, stream).state
    if refused := may_read(actor, "find") or may_open(actor, stream, offices_of(file)):
        return refused
    house.journal.note_reading(Reading(stream, actor.id, "search", "find", at))
    told = person_of(file)
    others = [one for one, _ in house.journal.streams_with_any(tuple(led_by(file))) if one != stream]
    return _ranked(house, actor, tuple(others), f"{told.name} {told.born_on}")


def _number_in(asked: str) -> str:
    """The number of a person or of an envelope that was typed, bare; "" when it is something else."""
    bare = re.sub(r"[\s.\-]", "", asked).upper()
    return bare if _NUMBER.fullmatch(bare) or as_postal_number(bare) else ""


def _with_number(house: House, bare: str) -> tuple[str, ...]:
    if _NUMBER.fullmatch(bare) is None:
        return house.journal.streams_with("tracking", bare)
    return tuple(dict.fromkeys(one for size in (13, 15) for one in house.journal.streams_with("number", bare[:size])))


def _streams(house: House, asked: str) -> tuple[str, ...]:
    return tuple(stream for stream, _ in house.journal.streams_with_any(_wanted(asked)))


def _wanted(asked: str) -> tuple[Indexed, ...]:
    parts = parts_of_name(asked)
    names = ((kind, value) for part in parts for kind, value in (("name", part), ("rough_name", rough(part))))
    return (*names, *(("born", day) for day in _days(asked)))


def _days(asked: str) -> tuple[str, ...]:
    """The days typed, and each with day and month swapped: papers of other countries write them so."""
    found = [*_DAY.findall(asked), *((year, month, day) for day, month, year in _DAY_FIRST.findall(asked))]
    found = [(year, one.zfill(2), two.zfill(2)) for year, one, two in found]
    return tuple(
        dict.fromkeys(f"{y}-{m}-{d}" for year, one, two in found for y, m, d in ((year, one, two), (year, two, one)))
    )


def _ranked(house: House, actor: Actor, streams: tuple[str, ...], asked: str) -> tuple[Candidate, ...]:
    """The candidates, nearest first; a record that somebody keeps for themselves is found by nobody else."""
    read = (_read(house, actor, stream, asked) for stream in streams[:MOST_READ])
    every = [one for one in read if one]
    return tuple(sorted(every, key=lambda one: (len(one.doubts) - len(one.reasons), one.person.name)))


def _read(house: House, actor: Actor, stream: str, asked: str) -> Candidate | None:
    file = met_in_a_list(house, stream)
    offices = known_offices(house, stream) if file is None else offices_of(file)
    if not offices and stream not in actor.acts_for:
        return None
    if file is None:
        opens = may_open(actor, stream, offices) is None
        return Candidate(stream, PersonSeen(stream), Text("", ""), opens, (), (ALTERED.says,))
    return _candidate(file, actor, stream, asked)


def _candidate(file: File, actor: Actor, stream: str, asked: str) -> Candidate:
    caisse = caisse_name(file.attachment.caisse)
    reasons, doubts = _compared(file, asked)
    return Candidate(
        stream, person_of(file), caisse, may_open(actor, stream, offices_of(file)) is None, reasons, doubts
    )


def _compared(file: File, asked: str) -> tuple[tuple[Text, ...], tuple[Text, ...]]:
    """What of the search agrees with the file, and what does not."""
    known = [value for kind, value in led_by(file) if kind == "name"]
    reasons: list[Text] = []
    doubts: list[Text] = []
    for part in parts_of_name(asked):
        best = max((JaroWinkler.similarity(part, one) for one in known), default=0.0)
        exact = Text(f"« {part} » est dans le nom.", f'"{part}" is in the name.')
        near = Text(f"« {part} » ressemble au nom.", f'"{part}" is like the name.')
        other = Text(f"« {part} » n'est pas dans le nom.", f'"{part}" is not in the name.')
        (reasons if best >= ALIKE else doubts).append(exact if part in known else near if best >= ALIKE else other)
    if days := _days(asked):
        reasons, doubts = _born(file, days[0], reasons, doubts)
    return tuple(reasons), tuple(doubts)


def _born(file: File, typed: str, reasons: list[Text], doubts: list[Text]) -> tuple[list[Text], list[Text]]:
    born = file.person.birth.on
    if not born:
        return reasons, [*doubts, Text("La date de naissance n'est pas connue.", "The birth date is not known.")]
    if born == typed:
        return [*reasons, Text("La date de naissance est la même.", "The birth date is the same.")], doubts
    if born in _days(typed):
        swapped = Text("Le jour et le mois de naissance sont inversés.", "Day and month of birth are swapped.")
        return [*reasons, swapped], [*doubts, swapped]
    return reasons, [*doubts, Text("La date de naissance est une autre.", "The birth date is another.")]
