"""The person of a file as a desk names them, and what leads to them in a search."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ouverture.clock.day_words import plain_day
from ouverture.dossier.file import File
from ouverture.dossier.one_look import once_a_look
from ouverture.dossier.person.events import Names, Person
from ouverture.evidence.name_parts import parts_of_name, rough
from ouverture.services.casework.ports import Indexed
from ouverture.text import Text


class PersonSeen(NamedTuple):
    """Who the person is, as they are shown: everything as it was told, nothing guessed. "" where nothing was told."""

    name: str
    born_on: str = ""
    born_in: str = ""
    address: str = ""
    nationalities: tuple[str, ...] = ()
    ways: tuple[str, ...] = ()
    first_name: str = ""


def person_of(file: File) -> PersonSeen:
    """The person of a file."""
    person = file.person
    born_in = ", ".join(part for part in (person.birth.place, person.birth.country) if part)
    ways = tuple(one.address for one in person.ways)
    first = next(iter(person.names.given), "")
    return PersonSeen(name_of(file), person.birth.on, born_in, str(person.address), person.nationalities, ways, first)


def name_of(file: File) -> str:
    """The name in full, the family name first; the first signs of the file's opaque name while nobody has told one."""
    return full_name(file.person.names) or file.attachment.person[:8]


def born_in_words(born_on: str) -> Text:
    """A birth date in words where it is a whole day; as it was told where it is not."""
    try:
        return plain_day(date.fromisoformat(born_on))
    except ValueError:
        return Text(born_on, born_on)


def full_name(names: Names) -> str:
    """ "Martin Ada", "Dupont (Martin) Ada"; a single name stands alone."""
    family = f"{names.usage} ({names.birth})" if names.usage and names.usage != names.birth else names.birth
    return " ".join(part for part in (family, *names.given) if part)


def _parts(names: Names) -> Iterator[Indexed]:
    for part in parts_of_name(" ".join((names.birth, names.usage, *names.given))):
        yield "name", part
        yield "rough_name", rough(part)


def led_by(file: File) -> tuple[Indexed, ...]:
    """What leads to the file: each part of each name, folded and rough, and the birth date."""
    return _led_by(file.person)


@once_a_look
def _led_by(person: Person) -> tuple[Indexed, ...]:
    parts = (part for names in (person.names, *person.earlier_names) for part in _parts(names))
    return (*parts, ("born", person.birth.on)) if person.birth.on else tuple(parts)
