"""The waits that this installation has seen itself, out of its journal: days alone, of nobody in particular."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from threading import Lock
from typing import Any, NamedTuple

from ouverture.forecast.survival import Span
from ouverture.forecast.waiting import Estimate, estimate
from ouverture.services.casework.ports import Dated, Journal

STATE_AID = frozenset({"state_medical_aid", "european_without_means", "minor_state_aid"})
MOST_EVENTS = 200_000
"""How far back the journal is read, in events of these kinds: once a day, and no page waits long for it."""


class Followed(NamedTuple):
    """A wait of the table in the words of the journal: the kinds of events that begin it and end it.

    ``about``: the field that tells two of a file apart. ``only``: the values it may have; empty: any.
    """

    stage: str
    begins: frozenset[str]
    ends: frozenset[str]
    about: str = ""
    only: frozenset[str] = frozenset()


def _of(stage: str, begins: str, ends: str, about: str = "", only: str = "") -> Followed:
    return Followed(stage, frozenset(begins.split()), frozenset(ends.split()), about, frozenset(only.split()))


FOLLOWED = (
    _of("decision", "deposited forwarded_application_received", "application_granted application_refused"),
    _of("waiting_number", "deposited", "waiting_number_issued permanent_number_given"),
    _of("permanent_number", "waiting_number_issued", "permanent_number_given certified_in_place replaced"),
    _of("card", "card_ordered", "card_delivered", "form", "plastic app"),
    _of("european_card", "card_ordered", "card_delivered", "form", "european"),
    _of("doctor", "doctor_accepted", "doctor_recorded"),
    _of("care_sheet", "claim_received", "claim_paid", "claim"),
)
LEFT = frozenset({"withdrawn", "forwarded", "file_closed", "silence_decided", "rights_closed"})
"""After these nothing of a file is waited for any more in the same way: its waits are left where they are."""
OPENED = "file_opened"
KINDS = frozenset({OPENED}) | LEFT | frozenset(kind for one in FOLLOWED for kind in one.begins | one.ends)


class WaitsSeen:
    """What was seen, made once a day by one process; threads may share it."""

    def __init__(self) -> None:
        self._on: date | None = None
        self._spans: dict[str, list[Span]] = {}
        self._estimates: dict[tuple[str, str, str], Estimate] = {}
        self._turn = Lock()

    def estimate(self, journal: Journal, stage: str, route: str, caisse: str, on: date) -> Estimate:
        """What was seen of this stage, by this route, at this caisse or at every one of this installation."""
        with self._turn:
            if self._on != on:
                self._on, self._estimates = on, {}
                self._spans = spans_in(journal.dated(KINDS, MOST_EVENTS))
            name = (stage, route, caisse)
            if name not in self._estimates:
                self._estimates[name] = estimate(self._spans.get(stage, ()), route, caisse, on)
            return self._estimates[name]


def spans_in(events: Iterable[Dated]) -> dict[str, list[Span]]:
    """The waits of each stage, out of the events in their order."""
    found: dict[str, list[Span]] = {}
    running: dict[tuple[str, str, str], Span] = {}
    caisses: dict[str, str] = {}
    for event in events:
        if event.kind == OPENED:
            caisses[event.stream] = json.loads(event.body)["caisse"]
        for name, span in _after(event, running, caisses.get(event.stream, "")):
            running.pop(name, None)
            found.setdefault(name[0], []).append(span)
    for (stage, _, _), span in running.items():
        found.setdefault(stage, []).append(span)
    return found


def _after(
    event: Dated, running: dict[tuple[str, str, str], Span], caisse: str
) -> Iterator[tuple[tuple[str, str, str], Span]]:
    """The waits that ended or were left with this event; one that begins is put among those running."""
    if event.kind in LEFT:
        for name, span in [(name, span) for name, span in running.items() if name[1] == event.stream]:
            yield name, span._replace(left=event.day)
        return
    for one in FOLLOWED:
        if event.kind not in one.begins | one.ends:
            continue
        body: dict[str, Any] = json.loads(event.body)
        about = str(body.get(one.about, ""))
        name = (one.stage, event.stream, about)
        if one.only and about not in one.only:
            continue
        if event.kind in one.ends and name in running:
            yield name, running[name]._replace(ended=max(event.day, running[name].began))
        elif event.kind in one.begins:
            running.setdefault(name, Span(event.day, caisse=caisse, route=route_of(one.stage, body)))


def route_of(stage: str, said: dict[str, Any]) -> str:
    """The route of a wait, as the table names it; "" where the stage has one route only."""
    if stage == "care_sheet":
        return "electronic" if said["electronic"] else "paper"
    if stage in ("decision", "waiting_number"):
        return route_of_ground(str(said.get("ground", "")))
    return str(said.get("route", "")) if stage in ("card", "doctor") else ""


def route_of_ground(ground: str) -> str:
    """State aid and students have figures of their own."""
    if ground in STATE_AID:
        return "state_aid"
    return "student" if "student" in ground else ""
