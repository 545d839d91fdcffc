"""Central desks: files that do not follow the postcode (students from abroad, researchers, pensioners abroad)."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from ouverture.places.caisse import caisse_of
from ouverture.places.place_error import PlaceError
from ouverture.places.shelf import table_of
from ouverture.text import Language, Text


@dataclass(frozen=True, slots=True)
class Desk:
    """A desk that serves people by their situation. ``certainty`` is H, M or L; ``known_on`` None when undated."""

    key: str
    name: Text
    for_whom: Text
    website: str
    postal_address: tuple[str, ...]
    phone: str
    certainty: str
    article: str
    source: str
    known_on: date | None
    warning: Text

    def to_json(self) -> dict[str, Any]:
        """The desk as plain values."""
        return {
            "key": self.key,
            "name": self.name._asdict(),
            "for_whom": self.for_whom._asdict(),
            "website": self.website,
            "postal_address": list(self.postal_address),
            "phone": self.phone,
            "certainty": self.certainty,
            "article": self.article,
            "source": self.source,
            "known_on": self.known_on.isoformat() if self.known_on else None,
            "warning": self.warning._asdict(),
        }

    def sentences(self, language: Language) -> tuple[str, ...]:
        """The desk in words: name, for whom, where, and the warning."""
        where = tuple(line for line in (self.website, ", ".join(self.postal_address), self.phone) if line)
        return (self.name.to(language), self.for_whom.to(language), *where, self.warning.to(language))


@cache
def all_desks() -> tuple[Desk, ...]:
    """Every desk, in the order of ``data/desks.toml``."""
    return tuple(_desk(row) for row in table_of("desks.toml")["desk"])


def desk(key: str) -> Desk:
    """The desk of ``key``, such as "students_from_abroad". Raises PlaceError for an unknown one, naming those known."""
    for known in all_desks():
        if known.key == key:
            return known
    keys = ", ".join(known.key for known in all_desks())
    raise PlaceError(
        Text(fr=f"Guichet inconnu : « {key} ». Connus : {keys}.", en=f'Unknown desk "{key}". Known: {keys}.')
    )


def _desk(row: dict[str, Any]) -> Desk:
    caisse = caisse_of(row["caisse_key"]) if "caisse_key" in row else None
    return Desk(
        key=row["key"],
        name=Text(**row["name"]),
        for_whom=Text(**row["for_whom"]),
        website=row["website"],
        postal_address=caisse.postal_address if caisse else tuple(row["postal_address"]),
        phone=row.get("phone", caisse.phone if caisse else ""),
        certainty=row["certainty"],
        article=row["article"],
        source=row["source"],
        known_on=row.get("known_on", caisse.address_known_on if caisse else None),
        warning=Text(**row["warning"]),
    )
