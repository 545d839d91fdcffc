"""What kind of paper this is, from its own words or its machine-readable lines. Unknown stays unknown."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from ouverture.evidence.reading.found import spots
from ouverture.evidence.reading.paper_read import PaperRead, Read
from ouverture.numbers.mrz.reading import Mrz, read_mrz
from ouverture.numbers.sealed_code import SealedCode, read_sealed_code
from ouverture.places.spelling import fold
from ouverture.text import Text


class PaperKind(NamedTuple):
    """A kind of paper: its name, its words, and the papers (of ``evidence.papers``) it serves as.

    ``perhaps``: those as which some office takes it, and no text we hold says so or the contrary.
    """

    name: str
    says: Text
    serves_as: frozenset[str]
    perhaps: frozenset[str] = frozenset()


class _Row(NamedTuple):
    kind: PaperKind
    groups: tuple[tuple[str, ...], ...]
    never: tuple[str, ...]


_BY_MRZ = {
    "passport": PaperKind(
        "passport",
        Text("un passeport", "a passport"),
        frozenset({
            "identity_document", "photo_identity_document", "relative_identity_document", "validated_visa",
            "hosting_file",
        }),
    ),
    "visa": PaperKind("visa", Text("un visa", "a visa"), frozenset({"validated_visa", "other_residence_evidence"})),
    "card": PaperKind(
        "card",
        Text("une carte d'identité ou de séjour", "an identity or residence card"),
        frozenset({
            "identity_document", "photo_identity_document", "relative_identity_document", "stay_document",
            "protection_document", "hosting_file",
        }),
    ),
}  # fmt: skip


def mrz_of(read: PaperRead, today: date) -> tuple[tuple[int, Mrz], ...]:
    """The machine-readable lines of a paper, each with the number of its page."""
    found = ((page.number, read_mrz([line.text for line in page.lines], today)) for page in read.pages)
    return tuple((number, mrz) for number, mrz in found if mrz)


def sealed_codes_of(read: PaperRead) -> tuple[tuple[int, SealedCode], ...]:
    """The sealed codes (2D-Doc) of a paper, each with the number of its page."""
    found = ((page.number, read_sealed_code(written)) for page in read.pages for written in page.codes)
    return tuple((number, code) for number, code in found if code)


def with_mrz_names(read: PaperRead, today: date) -> PaperRead:
    """The paper with the names of its machine-readable lines written apart, as people write them."""
    named = dict(mrz_of(read, today))
    return replace(
        read, pages=tuple(_named(page, named[page.number]) if page.number in named else page for page in read.pages)
    )


def _named(page: Read, mrz: Mrz) -> Read:
    row = mrz.rows[-1] if mrz.format == "TD1" else mrz.rows[0]
    written = page.lines[row]._replace(text=mrz.names, sure=1.0)
    return replace(page, lines=(*page.lines[:row], written, *page.lines[row + 1 :]))


def kinds_of(read: PaperRead, today: date) -> tuple[PaperKind, ...]:
    """Every kind the paper can be taken for; empty when its words say nothing that is known here."""
    text = f" {' '.join(fold(spot.line.text) for spot in spots(read))} "
    by_mrz = tuple(dict.fromkeys(_BY_MRZ[mrz.kind] for _, mrz in mrz_of(read, today)))
    sealed = {code.paper for _, code in sealed_codes_of(read)}
    return (*by_mrz, *(row.kind for row in _rows() if row.kind.name in sealed or _is(row, text)))


@cache
def recognisable() -> frozenset[str]:
    """The papers (of ``evidence.papers``) that some kind known here serves as."""
    kinds = (*_BY_MRZ.values(), *(row.kind for row in _rows()))
    return frozenset(name for kind in kinds for name in kind.serves_as)


def _is(row: _Row, text: str) -> bool:
    return all(any(_has(text, phrase) for phrase in group) for group in row.groups) and not any(
        _has(text, phrase) for phrase in row.never
    )


def _has(text: str, phrase: str) -> bool:
    """Whether a phrase stands in a folded text; a recogniser may have left out the blanks of a longer one."""
    return f" {phrase} " in text or (" " in phrase and phrase.replace(" ", "") in text.replace(" ", ""))


@cache
def _rows() -> tuple[_Row, ...]:
    raw = files("ouverture.evidence").joinpath("data", "paper_kinds.toml").read_text(encoding="utf-8")
    return tuple(
        _Row(
            PaperKind(name, Text(row["fr"], row["en"]), frozenset(row["papers"]), frozenset(row.get("perhaps", ()))),
            tuple(tuple(group) for group in row["all"]),
            tuple(row.get("never", ())),
        )
        for name, row in tomllib.loads(raw).items()
    )
