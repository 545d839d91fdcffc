"""The postcodes of the country: which communes each one serves, and the caisse of each commune.

The file ``data/postcodes.txt`` holds one line per postcode; a line is read only when someone asks for it.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ouverture.places.shelf import text_of


class CommuneInPostcode(NamedTuple):
    """A commune served by a postcode. Keys are caisse keys, "" when no caisse of ours serves the place.

    ``reason`` is a code of ``data/reasons.csv``. ``official``: La Poste's list says so; otherwise only the
    tax street file does (streets at a border, and some noise).
    """

    code: str
    name: str
    caisse_key: str
    alternative_key: str
    reason: str
    official: bool

    @property
    def department(self) -> str:
        """Its department: two characters ("2A"), or three overseas ("974")."""
        return self.code[:3] if self.code.startswith(("97", "98")) else self.code[:2]


def is_known(postcode: str) -> bool:
    """Whether ``postcode`` (five digits) is an ordinary postcode of a place."""
    return postcode in _lines()


def communes_of(postcode: str) -> tuple[CommuneInPostcode, ...]:
    """The communes ``postcode`` serves, in the order of the file; empty when it is not known."""
    groups = _lines().get(postcode, "").split("\t")
    return tuple(commune for group in groups if group for commune in _communes_in(group))


def all_postcodes() -> tuple[str, ...]:
    """Every ordinary postcode, sorted."""
    return tuple(_lines())


def is_used_prefix(prefix: str) -> bool:
    """Whether any ordinary postcode begins with ``prefix`` (two or three digits)."""
    return any(postcode.startswith(prefix) for postcode in _lines())


def commune_with_code(code: str) -> str:
    """The name of the commune whose Insee code is ``code``, "" when there is none; Paris, Lyon and Marseille whole."""
    return _names_by_code().get(code, "")


def former_names(commune_code: str) -> tuple[str, ...]:
    """The names of the communes that became part of ``commune_code`` and are still said."""
    return tuple(name for name in _former_names().get(commune_code, "").split(";") if name)


def pack_group(communes: list[CommuneInPostcode]) -> str:
    """Communes that share caisse, alternative, reason and source, as one packed group."""
    first = communes[0]
    head = f"{first.caisse_key},{first.alternative_key},{first.reason},{'L' if first.official else 'D'}"
    return head + ":" + ";".join(f"{commune.code} {commune.name}" for commune in communes)


def _communes_in(group: str) -> Iterator[CommuneInPostcode]:
    head, _, body = group.partition(":")
    caisse, alternative, reason, source = head.split(",")
    for commune in body.split(";"):
        code, _, name = commune.partition(" ")
        yield CommuneInPostcode(code, name, caisse, alternative, reason, source == "L")


@cache
def _names_by_code() -> dict[str, str]:
    found = {commune.code: commune.name for postcode in all_postcodes() for commune in communes_of(postcode)}
    return found | {"75056": "Paris", "69123": "Lyon", "13055": "Marseille"}


@cache
def _lines() -> dict[str, str]:
    return {line[:5]: line[6:] for line in text_of("postcodes.txt").splitlines()}


@cache
def _former_names() -> dict[str, str]:
    return {line[:5]: line[6:] for line in text_of("former_communes.txt").splitlines()}
