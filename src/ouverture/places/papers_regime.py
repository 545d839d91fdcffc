"""Exempt, apostille or legalisation: what a country's birth certificate needs on a given day.

The order is that of the law: an exemption first (EU regulation, CIEC or bilateral convention), then the apostille if
the convention is in force that day, else legalisation (custom, then décret 2024-87).
"""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Literal, NamedTuple

from ouverture.places.memberships import applies_eu_law
from ouverture.places.shelf import day, rows_of

Regime = Literal["french_act", "exempt", "probably_exempt", "apostille", "legalisation"]

_EU_REGULATION = "EU regulation 2016/1191"
_EU_GROUNDS = (_EU_REGULATION, "Part of Finland: EU regulation 2016/1191")
_HAGUE = "Hague Convention of 5 October 1961"
_CUSTOM = "custom and decree 2024-87: no exemption found, apostille convention not in force"
_STATUS_TABLE = "transcription of the HCCH status table of 2026-06-30"
_NO_SOURCE = "general knowledge"
_DEDUCED = "absence from the lists above"
_OBJECTIONS = "one list; accession met objections: check that France is not among them"


class Standing(NamedTuple):
    """What holds on a day, with the texts it rests on.

    ``certainty`` and ``source`` are phrases of the data (see ``phrases``).
    """

    regime: Regime
    basis: tuple["Ground", ...]
    certainty: str
    source: str


class Ground(NamedTuple):
    """A text in force that day. ``sure``: a source shows it in force that day; ``source`` is "" for that of the row."""

    component: str
    since: date | None = None
    sure: bool = True
    source: str = ""


def standing_on(iso2: str, on: date) -> Standing:
    """What the birth certificate of the country ``iso2`` needs on the day ``on``. Raises KeyError if not in the data.

    When several texts exempt, the first is one that is sure, if any is.
    """
    return _exemption(iso2, on) or standing_without_exemption(iso2, on)


def standing_without_exemption(iso2: str, on: date) -> Standing:
    """The same, as if no exemption held: what applies if an unverified one is wrong."""
    return _apostille(row_of(iso2), on) or _legalisation(row_of(iso2))


def coming_apostille(iso2: str, on: date) -> date | None:
    """The day after ``on`` when the apostille convention comes into force there, if one is known."""
    since = day(row_of(iso2)["apostille_in_force_since"])
    return since if since and since > on else None


def row_of(iso2: str) -> dict[str, str]:
    """The row of the civil-documents table for ``iso2``. Raises KeyError if there is none."""
    return _rows()[iso2]


def _exemption(iso2: str, on: date) -> Standing | None:
    row = row_of(iso2)
    grounds = tuple(sorted(_grounds(row, on), key=lambda ground: not ground.sure))
    if not grounds:
        return None
    listed = row["regime_birth_certificate"] == "exempt"
    if listed and row["certainty"] == "sourced" and grounds[0].sure:
        return Standing("exempt", grounds, "sourced", grounds[0].source or row["source"])
    if listed and row["certainty"] != "sourced":
        return Standing("probably_exempt", grounds, row["certainty"], row["source"])
    return Standing("probably_exempt", grounds, "unverified", _NO_SOURCE)


def _grounds(row: dict[str, str], on: date) -> Iterator[Ground]:
    components = row["basis"].split(" + ") if row["regime_birth_certificate"] == "exempt" else []
    if applies_eu_law(row["iso2"], on) and not set(components) & set(_EU_GROUNDS):
        components.append(_EU_REGULATION)  # a State that has left since, on a day when it was still bound
    for component in components:
        treaty = _treaties().get(component, {})
        since = day(treaty.get("in_force_from") or ("" if treaty else row["since"]))
        seen = day(treaty.get("seen_in_force_on", ""))
        bound = component not in _EU_GROUNDS or applies_eu_law(row["iso2"], on)
        if bound and (since is None or since <= on):
            yield Ground(component, since, seen is None or seen <= on, treaty.get("source", ""))


def _apostille(row: dict[str, str], on: date) -> Standing | None:
    since = day(row["apostille_in_force_since"])
    listed = row["regime_birth_certificate"] == "apostille"
    if (since and since > on) or not (since or listed):
        return None
    if listed:
        return Standing("apostille", (Ground(row["basis"], since),), row["certainty"], row["source"])
    certainty = _OBJECTIONS if row["apostille_objections_flag"] else "one list"
    return Standing("apostille", (Ground(_HAGUE, since),), certainty, _STATUS_TABLE)


def _legalisation(row: dict[str, str]) -> Standing:
    listed = row["regime_birth_certificate"] == "legalisation"
    certainty, source = (row["certainty"], row["source"]) if listed else ("derived", _DEDUCED)
    return Standing("legalisation", (Ground(_CUSTOM),), certainty, source)


@cache
def _rows() -> dict[str, dict[str, str]]:
    return {row["iso2"]: row for row in rows_of("civil_documents_by_country.csv")}


@cache
def _treaties() -> dict[str, dict[str, str]]:
    return {row["component"]: row for row in rows_of("treaties.csv")}
