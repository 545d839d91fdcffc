"""The state of one file: a fold of its events. ``evolve`` adds one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from ouverture.dossier.account import events as account
from ouverture.dossier.appeal import events as appeal
from ouverture.dossier.application import events as application
from ouverture.dossier.attachment import events as attachment
from ouverture.dossier.card import events as card
from ouverture.dossier.claim import events as claim
from ouverture.dossier.doctor import events as doctor
from ouverture.dossier.envelope import events as envelope
from ouverture.dossier.exchange import events as exchange
from ouverture.dossier.hold import events as hold
from ouverture.dossier.household import events as household
from ouverture.dossier.identity import events as identity
from ouverture.dossier.kernel import Asserter, Event, Transition, Transitions
from ouverture.dossier.messages import events as messages
from ouverture.dossier.number import events as number
from ouverture.dossier.person import events as person
from ouverture.dossier.rights import events as rights
from ouverture.dossier.watch import events as watch

SAID_BY_US: frozenset[Asserter] = frozenset({"caisse", "cnav", "doctor", "post", "clock"})
"""Who the person does not hear directly: what they assert must be told. A letter or a call was told already."""


class File(NamedTuple):
    """One person's file. ``version`` counts its events; ``untold`` are those the person must still be told of."""

    version: int = 0
    untold: tuple[int, ...] = ()
    attachment: attachment.Attachment = attachment.Attachment()
    application: application.Application = application.Application()
    identity: identity.Identity = identity.Identity()
    number: number.Number = number.Number()
    rights: rights.Rights = rights.Rights()
    account: account.Account = account.Account()
    messages: messages.Messages = messages.Messages()
    exchange: exchange.Exchanges = exchange.Exchanges()
    appeal: appeal.Appeals = appeal.Appeals()
    claim: claim.Claims = claim.Claims()
    doctor: doctor.Doctor = doctor.Doctor()
    household: household.Household = household.Household()
    watch: watch.Watch = watch.Watch()
    hold: hold.LiveHolds = hold.LiveHolds()
    card: card.Cards = card.Cards()
    envelope: envelope.Envelopes = envelope.Envelopes()
    person: person.Person = person.Person()

    @property
    def connected(self) -> bool:
        """Whether the caisse works on this system."""
        return self.attachment.mode == "connected"


StageOf = Callable[[Any, Event], str]


class Aggregate(NamedTuple):
    """One part of the file: its name, the events that change it, and how to read the stage an event meets."""

    name: str
    transitions: Transitions
    stage_of: StageOf


def _own_stage(state: Any, _: Event) -> str:
    stage: str = state.stage
    return stage


AGGREGATES: tuple[Aggregate, ...] = (
    Aggregate("attachment", attachment.TRANSITIONS, _own_stage),
    Aggregate("application", application.TRANSITIONS, _own_stage),
    Aggregate("identity", identity.TRANSITIONS, _own_stage),
    Aggregate("number", number.TRANSITIONS, _own_stage),
    Aggregate("rights", rights.TRANSITIONS, _own_stage),
    Aggregate("account", account.TRANSITIONS, _own_stage),
    Aggregate("messages", messages.TRANSITIONS, messages.stage_of),
    Aggregate("exchange", exchange.TRANSITIONS, exchange.stage_of),
    Aggregate("appeal", appeal.TRANSITIONS, appeal.stage_of),
    Aggregate("claim", claim.TRANSITIONS, claim.stage_of),
    Aggregate("doctor", doctor.TRANSITIONS, _own_stage),
    Aggregate("household", household.TRANSITIONS, household.stage_of),
    Aggregate("watch", watch.TRANSITIONS, watch.stage_of),
    Aggregate("hold", hold.TRANSITIONS, hold.stage_of),
    Aggregate("card", card.TRANSITIONS, card.stage_of),
    Aggregate("envelope", envelope.TRANSITIONS, envelope.stage_of),
    Aggregate("person", person.TRANSITIONS, person.stage_of),
)

_BY_NAME = {one.name: one for one in AGGREGATES}
_CHANGES: dict[type[Event], tuple[int, Callable[[Any, Any], Any]]] = {
    happened: (slot, move.change)
    for slot, name in enumerate(File._fields)
    if name in _BY_NAME
    for happened, move in _BY_NAME[name].transitions.items()
}
_MOVES: dict[type[Event], tuple[Aggregate, Transition]] = {
    happened: (one, move) for one in AGGREGATES for happened, move in one.transitions.items()
}
# By place and not with `_replace`: that made an event cost half as much again (`bench/dossier.py --part evolve`, 7.6
# copies of a file against 5.0 in turn), and every page, queue and rehearsal folds events.
_new = tuple.__new__
_MESSAGES = File._fields.index("messages")


def evolve(file: File, happened: Event) -> File:
    """The file after an event. It judges nothing: what is in the journal has happened."""
    kind = type(happened)
    slot, change = _CHANGES[kind]
    parts: list[Any] = list(file)
    parts[0] = version = file[0] + 1
    parts[slot] = change(parts[slot], happened)
    if kind is messages.MessageQueued:
        told = happened.causes  # type: ignore[attr-defined]
        parts[1] = tuple(one for one in file[1] if one not in told)
    elif happened.concerns_person and (happened.at[1] in SAID_BY_US or (happened.confirmed and file.connected)):
        parts[1] = (*file[1], version)
    elif kind is attachment.FileOpened:
        parts[_MESSAGES] = messages.Messages(happened.channels)  # type: ignore[attr-defined]
    return _new(File, parts)


def replay(history: Iterable[Event], file: File = File()) -> File:  # noqa: B008 - an empty file never changes
    """The file after its whole history."""
    for happened in history:
        file = evolve(file, happened)
    return file


def transition_of(happened: type[Event]) -> tuple[Aggregate, Transition]:
    """The aggregate an event changes, and its move."""
    return _MOVES[happened]
