"""How far each office is with reading its files again, in the database of accounts."""

from __future__ import annotations

from datetime import date

from ouverture.services.casework.run import Run


class RunBook:
    """The runs of every office. The tables are looked for when something is asked, not before."""

    def run(self, office: str, on: date) -> Run:
        """The run of an office for a day; a new one when it has none."""
        from ouverture.adapters.accounts.models import RereadingRun

        row = RereadingRun.objects.filter(office=office, on=on).first()
        return Run(office, on, row.upto, row.read, row.touched, row.changed, row.finished) if row else Run(office, on)

    def keep(self, run: Run) -> None:
        """Keep how far it is."""
        from ouverture.adapters.accounts.models import RereadingRun

        now = {name: getattr(run, name) for name in ("upto", "read", "touched", "changed", "finished")}
        RereadingRun.objects.update_or_create(office=run.office, on=run.on, defaults=now)
