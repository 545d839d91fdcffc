"""One caisse: its code, its name and its postal address as last known, with the day it was known."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal

from ouverture.clock.day_words import plain_day
from ouverture.places.caisse_address import AddressCertainty, address_of
from ouverture.places.phrases import phrase
from ouverture.places.place_error import PlaceError
from ouverture.places.shelf import rows_of
from ouverture.text import Language, Text

Kind = Literal["CPAM", "CCSS", "CGSS", "CSS", "CPS"]


@dataclass(frozen=True, slots=True)
class Caisse:
    """A health-insurance caisse.

    ``code`` is its three digits ("751"), empty for the two CPS that have none; ``key`` is never empty.
    ``postal_address`` is ready to print, one line each, empty when not known. ``page`` is its page in the official
    directory (hours, telephone, map), empty when not known.
    """

    key: str
    code: str
    kind: Kind
    name: str
    postal_address: tuple[str, ...]
    address_known_on: date | None
    address_certainty: AddressCertainty
    address_source: Text
    phone: str
    website: str
    page: str
    former_codes: tuple[str, ...]
    notes: tuple[Text, ...]

    @property
    def address_warning(self) -> Text:
        """What to do before posting anything to this caisse."""
        if self.address_known_on is None:
            return Text(
                fr=f"{self.name} : adresse inconnue ici. Demandez-la à la caisse avant d’envoyer quoi que ce soit.",
                en=f"{self.name}: address not known here. Ask the caisse for it before sending anything.",
            )
        known = plain_day(self.address_known_on)
        phone = Text("36 46", "3646") if self.phone == "3646" else Text(self.phone, self.phone)
        page = f" ({self.page})" if self.page else ""
        return Text(
            fr=f"{self.name} : adresse connue le {known.fr}. Vérifiez-la au {phone.fr}, ou dans l’annuaire officiel"
            f"{page}, avant d’envoyer.",
            en=f"{self.name}: address known on {known.en}. Check it on {phone.en}, or in the official directory{page}, "
            "before posting.",
        )

    def to_json(self) -> dict[str, Any]:
        """The caisse as plain values."""
        return {
            "key": self.key,
            "code": self.code,
            "kind": self.kind,
            "name": self.name,
            "postal_address": list(self.postal_address),
            "address_known_on": self.address_known_on.isoformat() if self.address_known_on else None,
            "address_certainty": self.address_certainty,
            "address_source": self.address_source._asdict(),
            "phone": self.phone,
            "website": self.website,
            "page": self.page,
            "former_codes": list(self.former_codes),
            "notes": [note._asdict() for note in self.notes],
        }

    def sentences(self, language: Language) -> tuple[str, ...]:
        """The caisse in words: name, address, phone, and the warning about the address."""
        address = (", ".join(self.postal_address),) if self.postal_address else ()
        return (self.name, *address, self.address_warning.to(language), *(note.to(language) for note in self.notes))


@cache
def caisse_of(key: str) -> Caisse:
    """The caisse of ``key``: its three-digit code, the code of a closed caisse it replaced, "SPM" or "SBH".

    Raises PlaceError for a code no caisse bears: codes are not "department + 1".
    """
    wanted = _successors().get(key, key)
    row = _rows().get(wanted)
    if row is None:
        raise PlaceError(
            Text(
                fr=f"Aucune caisse ne porte le code « {key} » : un code de caisse a trois chiffres, par exemple 751.",
                en=f'No caisse bears the code "{key}": a caisse code has three digits, for example 751.',
            )
        )
    return _caisse(row, _contacts().get(wanted, {}))


def all_caisses() -> tuple[Caisse, ...]:
    """Every caisse of the country, by key."""
    return tuple(caisse_of(key) for key in _rows())


def _caisse(row: dict[str, str], contact: dict[str, str]) -> Caisse:
    key, name = row["caisse_key"], row["name"].partition(" (managed by")[0]
    # Who manages a caisse is in its notes, in both languages.
    address = address_of({**row, "name": name})
    return Caisse(
        key=key,
        code=row["caisse_code"],
        kind=_kind(row["type"]),
        name=name,
        postal_address=address.lines,
        address_known_on=address.known_on,
        address_certainty=address.certainty,
        address_source=address.source,
        phone=contact.get("phone") or row["phone"],
        website=row["website"],
        page=address.page,
        former_codes=tuple(sorted(old for old, new in _successors().items() if new == key)),
        notes=(*_notes(row, contact), *address.notes),
    )


def _kind(written: str) -> Kind:
    kinds: dict[str, Kind] = {"CPAM": "CPAM", "CCSS": "CCSS", "CGSS": "CGSS", "CSS": "CSS", "CPS": "CPS"}
    return kinds[written]


def _notes(row: dict[str, str], contact: dict[str, str]) -> tuple[Text, ...]:
    noted = (phrase(row["notes"]),) if row["notes"] else ()
    said = (Text(fr=contact["source_fr"], en=contact["source_en"]),) if contact.get("phone") else ()
    return (*noted, *said)


@cache
def _rows() -> dict[str, dict[str, str]]:
    return {row["caisse_key"]: row for row in rows_of("caisses.csv")}


@cache
def _contacts() -> dict[str, dict[str, str]]:
    return {row["caisse_key"]: row for row in rows_of("confirmed_contacts.csv")}


@cache
def _successors() -> dict[str, str]:
    return {row["former_code"]: row["successor_code"] for row in rows_of("caisses_former_codes.csv")}
