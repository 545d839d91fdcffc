"""Which States are of the European Union, of the EEA, or Switzerland, on a given day.

The facts files list no members: ``data/memberships.csv`` is general knowledge, stable, and says so in LICENCES.md.
"""

from datetime import date
from functools import cache
from typing import NamedTuple

from ouverture.places.shelf import day, rows_of


class Membership(NamedTuple):
    """A State in a group, from a day to a day included; None when open."""

    group: str
    iso2: str
    since: date | None
    until: date | None

    def holds(self, on: date) -> bool:
        """Whether the State is of the group on that day."""
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


@cache
def _memberships() -> tuple[Membership, ...]:
    return tuple(
        Membership(row["group"], row["iso2"], day(row["from"]), day(row["until"])) for row in rows_of("memberships.csv")
    )


def members(*groups: str, on: date | None = None) -> frozenset[str]:
    """The ISO codes of the States of any of ``groups`` on the day ``on``; without a day, those still members."""
    return frozenset(
        row.iso2
        for row in _memberships()
        if row.group in groups and (row.until is None if on is None else row.holds(on))
    )


def applies_eu_law(iso2: str, on: date) -> bool:
    """Whether EU law applies there that day: members, the United Kingdom to 31 December 2020, the Åland Islands."""
    return iso2 in members("EU", "EU_TRANSITION", "PART_OF_EU_STATE", on=on)


def is_eu_eea_or_swiss(iso2: str, on: date) -> bool:
    """Whether the authorities of that country are of an EU or EEA State or Switzerland that day (CSS R114-7 I 2°)."""
    return applies_eu_law(iso2, on) or iso2 in members("EFTA_IN_EEA", "SWITZERLAND", on=on)


EU = members("EU")
EEA = EU | members("EFTA_IN_EEA")
EU_EEA_SWITZERLAND = EEA | members("SWITZERLAND")
