"""What can be told of the person, each with what is wrong in a sentence; names in any script are kept as given."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from typing import Literal

from ouverture.clock.deadlines import DeadlineError
from ouverture.dossier.application.events import Facts
from ouverture.dossier.deciding import decides
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Decision, Moment, OfPerson, Personal, command
from ouverture.dossier.person import events
from ouverture.dossier.person.birth import read_birth
from ouverture.dossier.person.events import Address, Birth, Names
from ouverture.dossier.refusals import Refusal, refuse
from ouverture.law.answers import AnswerError, read
from ouverture.law.consistency import check
from ouverture.law.facts import FACTS
from ouverture.law.facts.nations import nationalities, states_of_territories
from ouverture.places.countries import find
from ouverture.places.nationalities import nations_named
from ouverture.places.place_error import PlaceError

OLDEST_YEARS = 130
"""Nobody was ever older than 122: a birth before that is a slip."""
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
TELEPHONE = re.compile(r"\+?\d{6,15}")
POSTCODE_OF_FRANCE = re.compile(r"\d{5}")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@command
class TellNames(OfPerson):
    """The names, as they are written. Whoever has one name only gives it as the birth name."""

    birth_name: Personal
    usage_name: Personal = ""
    given_names: tuple[Personal, ...] = ()


@command
class TellBirth(OfPerson):
    """When, where, and the sex that the civil status says. The date may be a year only: "1961", "1961-00-00"."""

    born_on: Personal
    place: Personal = ""
    country: Personal = ""
    sex: Literal["", "man", "woman"] = ""


@command
class TellAddress(OfPerson):
    """Where letters reach the person; the country by name or code, France when it is left out."""

    street: tuple[Personal, ...]
    postcode: Personal = ""
    town: Personal = ""
    country: Personal = "FR"


@command
class TellNationalities(OfPerson):
    """The nationalities, by name or code of the State; none for a stateless person."""

    nationalities: tuple[Personal, ...]


@command
class TellLanguages(OfPerson):
    """The languages the person reads, the best first, by code: "fr", "ar", "pt-BR"."""

    languages: tuple[Personal, ...]


@command
class TellWay(OfPerson):
    """An e-mail address or a telephone number. It takes the place of the one told before."""

    way: events.Way
    address: Personal


@command
class TellSituation(OfPerson):
    """The answers to the questions, all of them; they go into no claim until one is sent."""

    facts: Facts


@command
class EndWay(OfPerson):
    """The person is no longer reached in this way."""

    way: events.Way


@decides(TellNames)
def _names(file: File, c: TellNames, at: Moment) -> Decision:
    every = (c.birth_name, c.usage_name, *c.given_names)
    if not c.birth_name.strip() and not any(name.strip() for name in c.given_names):
        return refuse("names_missing")
    if wrong := next((name for name in every if name.strip() and not _is_a_name(name)), None):
        return refuse("not_a_name", given=_shown(wrong))
    given = tuple(name.strip() for name in c.given_names if name.strip())
    names = Names(c.birth_name.strip(), c.usage_name.strip(), given)
    if names == file.person.names:
        return refuse("told_already")
    return (events.NamesTold(at, file.person.names != Names(), *names),)


def _is_a_name(name: str) -> bool:
    """Letters of any script; a name holds no sign that cannot be printed, and is not made of signs alone."""
    return any(sign.isalpha() for sign in name) and not any(unicodedata.category(sign) in _UNPRINTED for sign in name)


_UNPRINTED = frozenset({"Cc", "Cs", "Co", "Cn", "Zl", "Zp"})


@decides(TellBirth)
def _birth(file: File, c: TellBirth, at: Moment) -> Decision:
    try:
        born = read_birth(c.born_on)
    except DeadlineError as problem:
        return refuse("birth_not_read", says=problem.text)
    if born.earliest > at.on:
        return refuse("birth_to_come", given=str(born))
    if at.on.year - born.year > OLDEST_YEARS:
        return refuse("birth_too_long_ago", given=str(born))
    country = _country(c.country)
    if isinstance(country, Refusal):
        return country
    told = Birth(str(born), c.place.strip(), country, c.sex)
    if told == file.person.birth:
        return refuse("told_already")
    return (events.BirthTold(at, file.person.birth != Birth(), *told),)


def _country(typed: str) -> str | Refusal:
    """The code of a country by any of its names; "" when none was given."""
    if not typed.strip():
        return ""
    try:
        return find(typed).iso2 or typed.strip()
    except PlaceError as problem:
        return refuse("country_not_known", says=problem.text)


@decides(TellAddress)
def _address(file: File, c: TellAddress, at: Moment) -> Decision:
    street = _kept(c.street)
    country = _country(c.country)
    if isinstance(country, Refusal):
        return country
    if not street and not c.town.strip():
        return refuse("address_without_lines")
    if country == "FR" and not POSTCODE_OF_FRANCE.fullmatch(c.postcode.strip()):
        return refuse("postcode_of_france", given=_shown(c.postcode))
    told = Address(street, c.postcode.strip(), c.town.strip(), country)
    if told == file.person.address:
        return refuse("told_already")
    return (events.AddressTold(at, file.person.address != Address(), *told),)


def _kept(said: Iterable[str]) -> tuple[str, ...]:
    return tuple(one.strip() for one in said if one.strip())


@decides(TellNationalities)
def _nationalities(file: File, c: TellNationalities, at: Moment) -> Decision:
    codes: list[str] = []
    for typed in _kept(c.nationalities):
        state = _state(typed)
        if isinstance(state, Refusal):
            return state
        codes.append(state)
    told = tuple(dict.fromkeys(codes))
    return (events.NationalitiesTold(at, bool(file.person.nationalities), told),)


def _state(typed: str) -> str | Refusal:
    """The code of the State whose nationality is meant; nobody is a national of a territory."""
    found = nations_named(typed)
    if len(found) != 1:
        return _country(typed)
    code = found[0].iso2 or ""
    code = states_of_territories().get(code, code)
    return code if code in nationalities() else refuse("nationality_of_a_state", given=found[0].name)


@decides(TellLanguages)
def _languages(file: File, c: TellLanguages, at: Moment) -> Decision:
    told = tuple(dict.fromkeys(_kept(c.languages)))
    if not told:
        return refuse("languages_missing")
    if wrong := next((code for code in told if not LANGUAGE.fullmatch(code)), None):
        return refuse("language_not_known", given=_shown(wrong))
    return (events.LanguagesTold(at, bool(file.person.languages), told),)


@decides(TellWay)
def _way(file: File, c: TellWay, at: Moment) -> Decision:
    address = _email(c.address) if c.way == "email" else _telephone(c.address)
    if isinstance(address, Refusal):
        return address
    known = file.person.way(c.way)
    return refuse("told_already") if known == address else (events.WayTold(at, bool(known), c.way, address),)


def _email(typed: str) -> str | Refusal:
    address = typed.strip()
    if "@" not in address:
        return refuse("email_without_at", given=_shown(address))
    return address if EMAIL.fullmatch(address) else refuse("email_not_read", given=_shown(address))


def _telephone(typed: str) -> str | Refusal:
    digits = re.sub(r"[\s.()\-/]", "", typed)
    digits = f"+{digits[2:]}" if digits.startswith("00") else digits
    return digits if TELEPHONE.fullmatch(digits) else refuse("telephone_not_read", given=_shown(typed))


@decides(TellSituation)
def _situation(file: File, c: TellSituation, at: Moment) -> Decision:
    try:
        told = read({name: _as_day(name, value) for name, value in c.facts}, FACTS)
        check(told, at.on)
    except AnswerError as problem:
        return refuse("answers_contradict", says=problem.text)
    if not told:
        return refuse("situation_missing")
    if told == dict(file.person.situation):
        return refuse("told_already")
    return (events.SituationTold(at, tuple(told.items())),)


def _as_day(name: str, value: str | bool | int) -> str | bool | int | date:
    """A day is an ordinal among the answers; anything else is read as it was written."""
    if name in FACTS and FACTS[name].kind == "date" and isinstance(value, int) and 0 < value <= date.max.toordinal():
        return date.fromordinal(value)
    return value


@decides(EndWay)
def _end(file: File, c: EndWay, at: Moment) -> Decision:
    return (events.WayEnded(at, c.way),) if file.person.way(c.way) else refuse("way_not_known")


def _shown(typed: str) -> str:
    """What was typed, on one line and not too long, to be shown back to whoever typed it."""
    return " ".join(typed.split())[:60] or "…"
