"""The postal address of a caisse: from the official directory of 2026 when it is there, else from that of 2016."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from ouverture.places.phrases import phrase
from ouverture.places.shelf import day, rows_of
from ouverture.text import Text

AddressCertainty = Literal["high", "medium", "low", "missing"]

# An official address older than three years is "medium" in the scale of the facts files.
_OF_2016: dict[str, AddressCertainty] = {
    "official-2016, corroborated": "high",
    "official-2016": "medium",
    "official-2016, head office only (local offices had their own address)": "low",
}
_OF_2026: dict[str, AddressCertainty] = {"H": "high", "M": "medium", "L": "low"}
_FULL_DATE = len("2026-09-13")

_DIRECTORY = Text(
    "Annuaire officiel de l'administration (DILA), état du 13 septembre 2026.",
    "Official directory of the administration (DILA), as of 13 September 2026.",
)
_MOVED = Text(
    "Cette adresse n'est plus celle de 2016 : ne reprenez pas une ancienne lettre.",
    "This address is no longer that of 2016: do not copy it from an old letter.",
)


@dataclass(frozen=True, slots=True)
class Address:
    """Where to write. ``lines`` are ready to print, none when not known; ``page`` is the directory's own page."""

    lines: tuple[str, ...]
    known_on: date | None
    certainty: AddressCertainty
    source: Text
    page: str
    notes: tuple[Text, ...]


def address_of(row: dict[str, str]) -> Address:
    """The address of the caisse of that row of ``caisses.csv``."""
    fresh = _fresh().get(row["caisse_code"])
    return _of_2026(row["name"], fresh) if fresh else _of_2016(row)


def _of_2026(name: str, fresh: dict[str, str]) -> Address:
    street = (fresh["address_line1"], fresh["address_line2"])
    town = f"{fresh['postcode']} {fresh['town']}".upper()
    moved = fresh["compared_with_2016"] == "postcode_changed_since_2016"
    return Address(
        lines=(name, *(line for line in street if line), town),
        known_on=day(fresh["address_date"]),
        certainty=_OF_2026[fresh["certainty"]],
        source=_DIRECTORY,
        page=fresh["official_page"],
        notes=(_MOVED,) if moved else (),
    )


def _of_2016(row: dict[str, str]) -> Address:
    said = row["mail_address_certainty"]
    certainty = _OF_2016.get(said, "missing")
    street = (row[f"mail_line{number}"] for number in (1, 2, 3))
    town = f"{row['mail_postcode']} {row['mail_city']}".upper()
    return Address(
        lines=(row["name"], *(line for line in street if line), town) if row["mail_postcode"] else (),
        known_on=day(row["mail_address_date"]),
        certainty=certainty,
        source=phrase(said),
        page="",
        notes=(phrase(said),) if certainty == "low" else (),
    )


@cache
def _fresh() -> dict[str, dict[str, str]]:
    """The rows with an address whose day is known in full."""
    rows = rows_of("caisses_contacts.csv")
    return {row["caisse_code"]: row for row in rows if row["caisse_code"] and len(row["address_date"]) == _FULL_DATE}
