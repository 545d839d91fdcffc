"""What follows for what an office promised: past its day, the promise is broken and somebody must act (M10)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ouverture.dossier.exchange.decisions import BreakPromise
from ouverture.dossier.exchange.duties import promised_day
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Command
from ouverture.dossier.policies.registry import on_its_day


@on_its_day()
def break_promise_past_its_day(file: File, _: date) -> Iterator[tuple[date, Command]]:
    """A promise whose day has passed is broken: the person is told, and the next step has a holder."""
    for one in file.exchange.items:
        if one.stage == "promised":
            yield promised_day(one) + timedelta(days=1), BreakPromise(one.exchange)
