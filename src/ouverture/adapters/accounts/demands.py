"""The demands that offices have declared, in the database of accounts: each a row that is ended and never taken out."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from ouverture.services.casework.demand import Demand
from ouverture.text import Text

if TYPE_CHECKING:
    from ouverture.adapters.accounts.models import OfficeDemand


class DemandBook:
    """What was declared, by office. The tables are looked for when something is asked, not before."""

    def of_office(self, office: str) -> tuple[Demand, ...]:
        """Every demand of an office, the last declared first."""
        from ouverture.adapters.accounts.models import OfficeDemand

        return tuple(map(_demand, OfficeDemand.objects.filter(office=office).order_by("-id")))

    def declare(self, demand: Demand, at: datetime) -> Demand:
        """Keep one."""
        from ouverture.adapters.accounts.models import OfficeDemand

        row = OfficeDemand.objects.create(
            office=demand.office, paper=demand.paper, says_fr=demand.says.fr, says_en=demand.says.en,
            instead_fr=demand.instead.fr, instead_en=demand.instead.en, since=demand.since, until=demand.until,
            declared_by=demand.declared_by, declared_at=at,
        )  # fmt: skip
        return _demand(row)

    def end(self, office: str, name: str, until: date) -> bool:
        """Set the last day; an earlier one than today's is the caller's to refuse."""
        from ouverture.adapters.accounts.models import OfficeDemand

        nth = name.rpartition("-")[2]
        if name != f"{office}-{nth}" or not (nth.isascii() and nth.isdigit()) or len(nth) > 15:
            return False
        return bool(OfficeDemand.objects.filter(office=office, id=int(nth)).update(until=until))


def _demand(row: OfficeDemand) -> Demand:
    return Demand(
        row.office, row.paper, Text(row.says_fr, row.says_en), Text(row.instead_fr, row.instead_en), row.since,
        row.until, row.declared_by, f"{row.office}-{row.pk}",
    )  # fmt: skip
