"""The sealed code that French papers carry (2D-Doc of the ANTS): what it says, field by field.

Who issued it signed it; whether the signature holds is not asked here, and is not known without their certificate.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

_HEADER = re.compile(r"DC(0[1-4])([A-Z0-9]{4})([A-Z0-9]{4})([0-9A-F]{4})([0-9A-F]{4})([A-Z0-9]{2})", re.ASCII)
_MORE_OF_HEADER = {"01": 0, "02": 0, "03": 2, "04": 4}
"""Signs after these, by version: the perimeter, then the country."""
_ENDS, _CUT, _SIGNED = "\x1d", "\x1e", "\x1f"
_FIRST_DAY = date(2000, 1, 1)
_NO_DAY = "FFFF"


@dataclass(frozen=True, slots=True)
class SealedCode:
    """What a code says. ``kind``: of which paper, as two signs. ``issuer``: who signed it and with which certificate.
    ``whole``: whether every field could be read. ``repr`` shows nothing of a person.
    """

    version: str
    issuer: str
    kind: str
    issued_on: date | None
    fields: Mapping[str, str] = field(repr=False)
    whole: bool = True

    @property
    def paper(self) -> str:
        """The kind of paper, by the name it has among those recognised by their words; "" for another."""
        named: str = _table()["kinds"].get(self.kind, "")
        return named

    @property
    def holders(self) -> tuple[str, ...]:
        """Each name under which the paper is made out, as a line."""
        return tuple(dict.fromkeys(_holders(self.fields)))


def read_sealed_code(written: str) -> SealedCode | None:
    """The code with these signs; None for one that is no sealed code, or of a version or a perimeter not known here."""
    head = _HEADER.match(written)
    if head is None or _SIGNED not in written:
        return None
    version, authority, certificate, issued, _, kind = head.groups()
    begins = head.end() + _MORE_OF_HEADER[version]
    if _MORE_OF_HEADER[version] and written[head.end() : head.end() + 2] != "01":
        return None
    found, whole = _fields(written[begins : written.index(_SIGNED)])
    return SealedCode(version, f"{authority} {certificate}", kind, _day(issued), found, whole)


def _day(written: str) -> date | None:
    return None if written == _NO_DAY else _FIRST_DAY + timedelta(days=int(written, 16))


def _fields(message: str) -> tuple[dict[str, str], bool]:
    """The fields, and whether all were known: after one that is not, nobody can tell where the next begins."""
    sizes, found, at = _table(), dict[str, str](), 0
    while at < len(message):
        name, at = message[at : at + 2], at + 2
        if name in sizes["fixed"]:
            end = at + sizes["fixed"][name]
        elif name in sizes["most"]:
            end = _end(message, at, sizes["most"][name])
        else:
            return found, False
        found[name] = message[at:end]
        at = end + (message[end : end + 1] in (_ENDS, _CUT) and end < len(message))
    return found, True


def _end(message: str, at: int, most: int) -> int:
    ends = [place for mark in (_ENDS, _CUT) if (place := message.find(mark, at)) >= 0]
    last = at + most if most else len(message)
    return min(*ends, last, len(message))


def _holders(fields: Mapping[str, str]) -> Iterator[str]:
    names = _table()["names"]
    for each in names["lines"]:
        if fields.get(each):
            yield " ".join(fields[each].replace("/", " ").split())
    for firsts, families in names["pairs"]:
        if family := _first_of(fields, families):
            yield " ".join(f"{_first_of(fields, firsts)} {family}".replace("/", " ").split())


def _first_of(fields: Mapping[str, str], names: list[str]) -> str:
    return next((fields[name] for name in names if fields.get(name)), "")


@cache
def _table() -> dict[str, Any]:
    written = files("ouverture.numbers").joinpath("data", "sealed_codes.toml").read_text("utf-8")
    return tomllib.loads(written)
