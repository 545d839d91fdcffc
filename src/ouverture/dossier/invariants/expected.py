"""I5 and I7: in every open file somebody is expected to act by a day, and both sides of the counter see the same."""

from __future__ import annotations

from datetime import date, timedelta

from ouverture.dossier.duty import Obligation
from ouverture.dossier.file import File
from ouverture.dossier.invariants.registry import Told, of_state
from ouverture.dossier.obligations import headline, obligations

_ONE_DAY = timedelta(days=1)


@of_state("I5", "always")
def somebody_is_expected(file: File, day: date) -> Told:
    """Every open file has a holder and a due date."""
    if headline(file, day) is None:
        yield "the file is open and nobody is expected to act"


@of_state("I5", "always")
def nobody_is_late_in_silence(file: File, day: date) -> Told:
    """Nothing is overdue without a reminder to the person or an escalation of the office."""
    for each in obligations(file, day):
        late = each.due + _ONE_DAY < day and not each.act.startswith("deliver_")
        if late and not file.watch.level(each.act, each.about, each.due):
            yield f"{each.holder} owes {each.act} since {each.due} and nothing was said"


@of_state("I5")
def what_we_do_ourselves_is_done(file: File, day: date) -> Told:
    """What our own policies do is never late."""
    for each in obligations(file, day):
        if each.duty.automatic and each.due + _ONE_DAY < day:
            yield f"{each.act} was due on {each.due} and the machine did not do it"


@of_state("I1")
def every_claim_is_acknowledged(file: File, day: date) -> Told:
    """A claim has its receipt in the step in which it came (CRPA L112-3)."""
    if file.application.stage == "open" and file.application.receipt_on is None:
        yield "the claim was not acknowledged"


def views_differ(seen_by_agent: Obligation | None, file: File, day: date) -> Told:
    """I7: the row the agent reads in the work queue against what the person's page says today."""
    today = headline(file, day)
    if seen_by_agent != today:
        yield f"the agent's queue says {_short(seen_by_agent)} and the person's page {_short(today)}"


def _short(one: Obligation | None) -> str:
    return f"{one.holder} {one.act} by {one.due}" if one else "nothing"
