"""The amounts that a question about resources compares with: in euros, with their date, for the place of the home."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from ouverture.clock.day_words import plain_day
from ouverture.law.after.c2s import overseas
from ouverture.law.amounts.figures import euros
from ouverture.pricing.thresholds import Name, Threshold
from ouverture.rules.facts import Value
from ouverture.services.answer.to_come import AS_IT_STANDS, LawToRead
from ouverture.text import Text

_LARGEST_HOME_SHOWN = 4
_PLACES = {"mainland": Text("en métropole", "in mainland France"), "overseas": Text("outre-mer", "overseas")}
_UNITS = {"year": Text("par an", "a year"), "month": Text("par mois", "a month")}
_TO_BE_CHECKED = Text(" (à vérifier : à un euro près)", " (to be checked: within a euro)")


def amounts_beside(fact: str, values: Mapping[str, Value], on: date, law: LawToRead = AS_IT_STANDS) -> tuple[Text, ...]:
    """What to show beside the question of that name; nothing for a question that compares with no amount."""
    written = _WRITTEN.get(fact)
    return tuple(written(values, on, law)) if written else ()


def texts_beside(fact: str, on: date, law: LawToRead = AS_IT_STANDS) -> tuple[str, ...]:
    """The texts that give those amounts."""
    held = (law.threshold(name, on) for name in _NAMED.get(fact, ()))
    return tuple(dict.fromkeys(one.text for one in held if one is not None))


def _free_c2s(values: Mapping[str, Value], on: date, law: LawToRead) -> Iterator[Text]:
    far = overseas(values)
    places = ("mainland", "overseas") if far is None else ("overseas",) if far else ("mainland",)
    for place in places:
        homes = [law.threshold("c2s_free", on, size, place) for size in range(1, _LARGEST_HOME_SHOWN + 1)]
        yield _ceiling(place, homes, on)


def _ceiling(place: str, homes: list[Threshold | None], on: date) -> Text:
    held = [home for home in homes if home is not None]
    where = _PLACES[place]
    if not held:
        return _not_held(Text("plafond de la C2S gratuite", "ceiling of the free C2S"), on)
    since, doubt = plain_day(held[0].since), _doubt(held[0])
    fr = ", ".join(f"{rank} : {euros(home.euros).fr}" for rank, home in enumerate(held, start=1))
    en = ", ".join(f"{rank}: {euros(home.euros).en}" for rank, home in enumerate(held, start=1))
    return Text(
        f"Plafond annuel {where.fr} depuis le {since.fr}, selon le nombre de personnes du foyer ({fr}){doubt.fr}.",
        f"Yearly ceiling {where.en} since {since.en}, by the number of people in the household ({en}){doubt.en}.",
    )


def _rsa_and_aspa(values: Mapping[str, Value], on: date, law: LawToRead) -> Iterator[Text]:
    names: tuple[Name, ...] = ("rsa", "aspa")
    for name in names:
        homes = [home for size in range(1, _LARGEST_HOME_SHOWN + 1) if (home := law.threshold(name, on, size))]
        yield _by_home(name.upper(), homes) if homes else _not_held(Text(name.upper(), name.upper()), on)


def _by_home(label: str, homes: list[Threshold]) -> Text:
    """One person, then each larger home that a source gives; of the others it is said that they were not verified."""
    first, further = homes[0], list(enumerate(homes[1:], start=2))
    since, unit, doubt, amount = plain_day(first.since), _UNITS[first.period], _doubt(first), euros(first.euros)
    more_fr = "".join(f" ; {size} personnes : {euros(home.euros).fr}" for size, home in further)
    more_en = "".join(f"; {size} people: {euros(home.euros).en}" for size, home in further)
    return Text(
        f"{label}, une personne : {amount.fr} {unit.fr} depuis le {since.fr}{more_fr}{doubt.fr}. Un foyer plus grand : "
        "montant non vérifié.",
        f"{label}, one person: {amount.en} {unit.en} since {since.en}{more_en}{doubt.en}. A larger home: amount not "
        "verified.",
    )


def _not_held(label: Text, on: date) -> Text:
    day = plain_day(on)
    return Text(
        f"Le montant du {day.fr} n'est pas détenu ici ({label.fr}) : demandez-le à la caisse.",
        f"The amount of {day.en} is not held here ({label.en}): ask the caisse for it.",
    )


def _doubt(held: Threshold) -> Text:
    return Text("", "") if held.certainty == "H" else _TO_BE_CHECKED


_WRITTEN: Mapping[str, Callable[[Mapping[str, Value], date, LawToRead], Iterator[Text]]] = {
    "resources_under_c2s": _free_c2s,
    "annual_resources": _free_c2s,
    "resources_reach_rsa": _rsa_and_aspa,
}
_NAMED: Mapping[str, tuple[Name, ...]] = {
    "resources_under_c2s": ("c2s_free",), "annual_resources": ("c2s_free",), "resources_reach_rsa": ("rsa", "aspa"),
}  # fmt: skip
