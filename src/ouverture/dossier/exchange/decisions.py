"""What can be asked of an exchange: writing it down, saying that its promise was kept, letting its day pass."""

from __future__ import annotations

from datetime import date

from ouverture.dossier.deciding import decides
from ouverture.dossier.exchange.duties import next_step, promised_day
from ouverture.dossier.exchange.events import ExchangeRecorded, PromiseBroken, PromiseKept, Way, Whose
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Decision, Moment, OfClock, OfPerson, Personal, command
from ouverture.dossier.refusals import Refusal, refuse


@command
class RecordExchange(OfPerson):
    """Write down a call, a letter, a message, a visit or a screen: what was said, what was promised by when."""

    exchange: str
    way: Way
    with_whom: Personal
    said: Personal
    promised: Personal = ""
    promised_by: date | None = None
    reference: Personal = ""
    follows: str = ""
    whose: Whose = "caisse"


@command
class KeepPromise(OfPerson):
    """What was promised was done."""

    exchange: str


@command
class BreakPromise(OfClock):
    """The day promised has passed."""

    exchange: str


@decides(RecordExchange)
def _record(file: File, c: RecordExchange, at: Moment) -> Decision:
    return _fault(file, c, at) or (
        ExchangeRecorded(
            at, c.exchange, c.way, c.with_whom, c.said, c.promised, c.promised_by, c.reference, c.follows, c.whose
        ),
    )


def _fault(file: File, c: RecordExchange, at: Moment) -> Refusal | None:
    if file.exchange.named(c.exchange):
        return refuse("exchange_already_recorded", exchange=c.exchange)
    if not (c.with_whom and c.said):
        return refuse("exchange_without_words")
    if c.promised_by and not c.promised:
        return refuse("promise_without_words", by=c.promised_by)
    if c.promised_by and c.promised_by < at.on:
        return refuse("promise_in_the_past", by=c.promised_by)
    return _unknown(file, c.follows) if c.follows else None


def _unknown(file: File, exchange: str) -> Refusal | None:
    return None if file.exchange.named(exchange) else refuse("unknown_exchange", exchange=exchange)


@decides(KeepPromise)
def _keep(file: File, c: KeepPromise, at: Moment) -> Decision:
    return _unknown(file, c.exchange) or (PromiseKept(at, c.exchange),)


@decides(BreakPromise)
def _break(file: File, c: BreakPromise, at: Moment) -> Decision:
    one = file.exchange.named(c.exchange)
    if one is None:
        return refuse("unknown_exchange", exchange=c.exchange)
    if at.on <= promised_day(one):
        return refuse("promise_still_runs", by=promised_day(one))
    return (PromiseBroken(at, c.exchange, next_step(file, one)),)
