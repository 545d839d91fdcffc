"""A country, a territory or a past State, as the birthplace codes and the civil-status papers know it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from ouverture.places.phrases import phrase
from ouverture.places.shelf import rows_of
from ouverture.text import Language, Text

Status = Literal["current_state", "territory", "former"]
_STATUS: dict[str, Status] = {
    "current state": "current_state",
    "territory or special": "territory",
    "former": "former",
}
_STATUS_WORDS: dict[Status, Text] = {
    "current_state": Text("État actuel", "present State"),
    "territory": Text("territoire", "territory"),
    "former": Text("ancien État ou territoire", "past State or territory"),
}


@dataclass(frozen=True, slots=True)
class Country:
    """A country. ``iso2`` and ``iso3`` are None for a past State, which has ``successors`` (ISO codes) instead.

    ``insee_codes``: 99xxx codes of births there, the present one first, then those of older practice; empty when
    none is known. ``certainty`` is the data's own word on the code.
    """

    iso2: str | None
    iso3: str | None
    insee_codes: tuple[str, ...]
    name: Text
    status: Status
    successors: tuple[str, ...]
    certainty: str
    notes: tuple[Text, ...]

    def to_json(self) -> dict[str, Any]:
        """The country as plain values."""
        return {
            "iso2": self.iso2,
            "iso3": self.iso3,
            "insee_codes": list(self.insee_codes),
            "name": self.name._asdict(),
            "status": self.status,
            "successors": list(self.successors),
            "certainty": self.certainty,
            "notes": [note._asdict() for note in self.notes],
        }

    def sentences(self, language: Language) -> tuple[str, ...]:
        """The country in words: name, what it is, codes, then the notes."""
        codes = ", ".join((*filter(None, (self.iso2, self.iso3)), *self.insee_codes))
        head = f"{self.name.to(language)} ({_STATUS_WORDS[self.status].to(language)}): {codes}"
        return (head, *(note.to(language) for note in self.notes))


@cache
def all_countries() -> tuple[Country, ...]:
    """Every country, territory and past State, present ones first."""
    return (*_present(), *_without_birth_code(), *_past())


def _present() -> tuple[Country, ...]:
    rows = (row for row in rows_of("birthplace_countries.csv") if row["iso2"])
    return tuple(country for row in rows for country in _countries_of(row))


def _countries_of(row: dict[str, str]) -> Iterator[Country]:
    """One country per ISO code of the row: some birthplace codes cover several territories."""
    names = zip(row["name_fr"].split("; "), row["name_en"].split("; "), strict=True)
    for iso2, iso3, name in zip(row["iso2"].split(), row["iso3"].split(), names, strict=True):
        yield Country(
            iso2=iso2,
            iso3=iso3,
            insee_codes=(row["insee_code"], *_older_code(row["notes"], iso2)),
            name=Text(*name),
            status=_STATUS[row["status"]],
            successors=(),
            certainty=row["certainty"],
            notes=(phrase(row["notes"]),) if row["notes"] else (),
        )


def _older_code(notes: str, iso2: str) -> tuple[str, ...]:
    """The code practice used before: the notes write it "FO=99101"."""
    _, found, after = notes.partition(f"{iso2}=")
    return (after[:5],) if found else ()


def _without_birth_code() -> tuple[Country, ...]:
    """Territories known from the civil-status table only (Svalbard, Christmas Island...)."""
    seen = {country.iso2 for country in _present()}
    return tuple(
        Country(row["iso2"], None, (), Text(row["country_fr"], row["country_en"]), "territory", (), "no code known", ())
        for row in rows_of("civil_documents_by_country.csv")
        if row["iso2"] not in seen
    )


def _past() -> tuple[Country, ...]:
    known = {row["insee_code"]: row for row in rows_of("birthplace_countries.csv")}
    return tuple(_past_state(row, known[row["insee_codes"][:5]]) for row in rows_of("past_states.csv"))


def _past_state(row: dict[str, str], code_row: dict[str, str]) -> Country:
    return Country(
        iso2=None,
        iso3=None,
        insee_codes=tuple(row["insee_codes"].split()),
        name=Text(row["name_fr"], row["name_en"]),
        status="former",
        successors=tuple((row["successors"] or code_row["successor_iso2_unverified"]).split()),
        certainty=code_row["certainty"],
        notes=(phrase(code_row["notes"]),) if code_row["notes"] else (),
    )
