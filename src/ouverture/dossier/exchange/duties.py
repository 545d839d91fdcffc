"""Who must act next on what was promised, and by which day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ouverture.dossier.duty import Obligation, owed
from ouverture.dossier.duty import duties as duty_table
from ouverture.dossier.exchange.events import Exchange
from ouverture.dossier.file import File

OF_THE_CAISSE = frozenset({"caisse", "cnav"})


def promised_day(one: Exchange) -> date:
    """The last day of a promise: the day the office gave, or ours when it gave none."""
    return one.promised_by or owed("keep_promise_without_day", one.on).due


def next_step(file: File, one: Exchange) -> str:
    """The duty that follows a broken promise: a caisse on this system answers for it; anybody else is asked again."""
    if one.whose not in OF_THE_CAISSE:
        return "ask_third_party_again"
    return "answer_for_promise" if file.connected else "ask_again_for_promise"


def duties(file: File, _: date) -> Iterator[Obligation]:
    """One obligation a promise: to be kept by its day, then to be answered for until somebody follows it up."""
    for one in file.exchange.items:
        if one.stage == "promised" and one.whose not in OF_THE_CAISSE:
            yield Obligation(duty_table()["third_party_answers"], promised_day(one), one.exchange)
        elif one.stage == "promised":
            act = "keep_promise" if one.promised_by else "keep_promise_without_day"
            yield Obligation(duty_table()[act], promised_day(one), one.exchange)
        elif one.stage == "broken" and one.broken_on:
            yield owed(next_step(file, one), one.broken_on, one.exchange)
