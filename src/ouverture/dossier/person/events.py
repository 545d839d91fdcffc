"""What a file knows of its person, and the state it leaves: each correction is an event, and the former names stay."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from ouverture.dossier.application.events import Facts
from ouverture.dossier.kernel import Event, Personal, Transition, Transitions, event

Way = Literal["email", "telephone"]
"""Ways to reach somebody beside the post: an e-mail address, a telephone number."""
WAY_OF: dict[str, Way] = {"email": "email", "sms": "telephone"}
"""The way whose address a channel of messages needs. A letter needs the postal address."""


class Names(NamedTuple):
    """The names as they are written, in any script. Whoever has only one name has a ``birth`` name and no ``given``."""

    birth: Personal = ""
    usage: Personal = ""
    given: tuple[Personal, ...] = ()


class Birth(NamedTuple):
    """``on`` may be a year or a month only (``birth.read_birth``); ``country`` is an ISO code, as places are now."""

    on: Personal = ""
    place: Personal = ""
    country: Personal = ""
    sex: Personal = ""


class Address(NamedTuple):
    """A postal address, its lines as they are written."""

    street: tuple[Personal, ...] = ()
    postcode: Personal = ""
    town: Personal = ""
    country: Personal = ""

    def __str__(self) -> str:
        town = " ".join(part for part in (self.postcode, self.town) if part)
        abroad = self.country if self.country not in ("", "FR") else ""
        return "\n".join(part for part in (*self.street, town, abroad) if part)


class Reached(NamedTuple):
    """One way to reach the person, and since when it is known."""

    way: Way
    address: Personal
    since: date


class Person(NamedTuple):
    """What is known of the person now; ``earlier_names`` are the names they had, for whoever searches.

    ``situation``: the answers they keep in their file, by the facts of the law, whether a claim was sent or not.
    """

    names: Names = Names()
    earlier_names: tuple[Names, ...] = ()
    birth: Birth = Birth()
    address: Address = Address()
    nationalities: tuple[Personal, ...] = ()
    languages: tuple[Personal, ...] = ()
    ways: tuple[Reached, ...] = ()
    situation: Facts = ()

    def way(self, way: str) -> str:
        """The address of a way to reach the person; "" when none is known."""
        return next((one.address for one in self.ways if one.way == way), "")


@dataclass(frozen=True, slots=True)
class Told(Event):
    """Something of the person was told. A correction is told back to them: a stranger's act is seen."""

    corrects: bool

    @property
    def concerns_person(self) -> bool:  # type: ignore[override]
        """A first telling needs no message: nothing was there before."""
        return self.corrects

    @property
    def confirmed(self) -> bool:  # type: ignore[override]
        """A correction is told back even to whoever made it."""
        return self.corrects


@event
class NamesTold(Told):
    """The names: at birth, in use, given."""

    birth_name: Personal
    usage_name: Personal
    given_names: tuple[Personal, ...]


@event
class BirthTold(Told):
    """When and where the person was born, and the sex that their civil status says."""

    born_on: Personal
    place: Personal
    country: Personal
    sex: Personal


@event
class AddressTold(Told):
    """Where letters reach the person."""

    street: tuple[Personal, ...]
    postcode: Personal
    town: Personal
    country: Personal


@event
class NationalitiesTold(Told):
    """The States whose nationality the person has, by ISO code; none for a stateless person."""

    nationalities: tuple[Personal, ...]


@event
class LanguagesTold(Told):
    """The languages the person reads, the best first, by their code."""

    languages: tuple[Personal, ...]


@event
class WayTold(Told):
    """An e-mail address, or a telephone number."""

    way: Way
    address: Personal


@event
class SituationTold(Event):
    """The answers to the questions, all of them: they take the place of those told before."""

    concerns_person = False

    facts: Facts


@event
class WayEnded(Event):
    """The person is no longer reached in this way."""

    way: Way


def _named(state: Person, e: NamesTold) -> Person:
    names = Names(e.birth_name, e.usage_name, e.given_names)
    earlier = (*state.earlier_names, state.names) if state.names not in (Names(), names) else state.earlier_names
    return state._replace(names=names, earlier_names=earlier)


def _reached(state: Person, e: WayTold) -> Person:
    others = tuple(one for one in state.ways if one.way != e.way)
    return state._replace(ways=(*others, Reached(e.way, e.address, e.on)))


def stage_of(_: Person, __: Event) -> str:
    """A person has no stage."""
    return "none"


TRANSITIONS: Transitions = {
    NamesTold: Transition(("none",), None, _named),
    BirthTold: Transition(
        ("none",), None, lambda state, e: state._replace(birth=Birth(e.born_on, e.place, e.country, e.sex))
    ),
    AddressTold: Transition(
        ("none",), None, lambda state, e: state._replace(address=Address(e.street, e.postcode, e.town, e.country))
    ),
    NationalitiesTold: Transition(("none",), None, lambda state, e: state._replace(nationalities=e.nationalities)),
    LanguagesTold: Transition(("none",), None, lambda state, e: state._replace(languages=e.languages)),
    WayTold: Transition(("none",), None, _reached),
    SituationTold: Transition(("none",), None, lambda state, e: state._replace(situation=e.facts)),
    WayEnded: Transition(
        ("none",),
        None,
        lambda state, e: state._replace(ways=tuple(one for one in state.ways if one.way != e.way)),
    ),
}
