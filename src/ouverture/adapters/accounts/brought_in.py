"""The announced texts that each office brought in, in the database of accounts."""

from __future__ import annotations

from datetime import datetime

from ouverture.services.casework.brought_in import BroughtIn


class TextBook:
    """What was brought in, by office. The tables are looked for when something is asked, not before."""

    def of_office(self, office: str) -> tuple[BroughtIn, ...]:
        """Every text of an office, the first to begin first."""
        from ouverture.adapters.accounts.models import AnnouncedText

        rows = AnnouncedText.objects.filter(office=office).order_by("on", "name")
        return tuple(BroughtIn(row.office, row.name, row.on, row.brought_by) for row in rows)

    def keep(self, one: BroughtIn, at: datetime) -> None:
        """Keep one; once it is in, its day stays."""
        from ouverture.adapters.accounts.models import AnnouncedText

        now = {"on": one.on, "brought_by": one.by, "brought_at": at}
        AnnouncedText.objects.get_or_create(office=one.office, name=one.name, defaults=now)
