"""Who an invented person is: names, birth, address and ways to reach, all invented, and numbers that fit the birth."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any, Literal, NamedTuple

from ouverture.dossier.kernel import Command
from ouverture.dossier.person.decisions import (
    TellAddress,
    TellBirth,
    TellNames,
    TellNationalities,
    TellWay,
)

FIRST_BIRTH, DAYS_OF_BIRTHS = date(1960, 1, 1), 14_000


class Identity(NamedTuple):
    """An invented person. ``code`` is that of the country of birth in a number."""

    family: str
    given: str
    sex: Literal["man", "woman"]
    born_on: date
    place: str
    country: str
    code: str
    street: str
    postcode: str
    town: str
    email: str
    telephone: str

    def told(self, email: bool, telephone: bool) -> tuple[Command, ...]:
        """What is told of the person when the file opens, with the ways they have."""
        names = TellNames(self.family or self.given, "", (self.given,) if self.family else ())
        address = TellAddress((self.street,), self.postcode, self.town)
        ways = (TellWay("email", self.email),) if email else ()
        ways = (*ways, TellWay("telephone", self.telephone)) if telephone else ways
        born = TellBirth(self.born_on.isoformat(), self.place, self.country, self.sex)
        return (names, born, TellNationalities((self.country,)), address, *ways)


ADA_MARTIN = Identity(
    "Martin", "Ada", "woman", date(1991, 7, 14), "Dayton", "US", "404", "4 rue des Lilas", "75011", "Paris",
    "ada.martin@example.org", "+33639981234",
)  # fmt: skip
"""The article's person, as we invent her."""


def invented(chance: Random, stream: str) -> Identity:
    """Somebody who does not exist; the address and the number of the telephone are nobody's."""
    country = chance.choice(sorted(set(_table()) - {"streets"}))
    row, streets = _table()[country], _table()["streets"]
    sex: Literal["man", "woman"] = chance.choice(("man", "woman"))
    postcode, town = chance.choice(streets["towns"])
    return Identity(
        family=chance.choice(row["family"]),
        given=chance.choice(row[sex]),
        sex=sex,
        born_on=FIRST_BIRTH + timedelta(days=chance.randrange(DAYS_OF_BIRTHS)),
        place=row["place"],
        country=country,
        code=row["code"],
        street=f"{chance.randrange(1, 90)} {chance.choice(streets['names'])}",
        postcode=postcode,
        town=town,
        email=f"{stream}@example.org",
        # A number set aside for fiction: 06 39 98 and four digits.
        telephone=f"+3363998{chance.randrange(10_000):04}",
    )


def number_of(who: Identity, chance: Random) -> str:
    """A well-formed invented number of this person: sex, year and month, born abroad, with its key."""
    sex = "1" if who.sex == "man" else "2"
    digits = f"{sex}{who.born_on:%y%m}99{who.code}{chance.randrange(1, 999):03}"
    return f"{digits}{97 - int(digits) % 97:02}"


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("data/identities.toml").read_text(encoding="utf-8"))
