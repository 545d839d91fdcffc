"""What is known of the person elsewhere, and the joining of two files of one person."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from ouverture.dossier.kernel import Event, Personal, Secret, Transition, Transitions, event

Stage = Literal["not_searched", "new", "known", "several", "merging", "merged"]


class Identity(NamedTuple):
    """What the search found. ``candidates`` are the numbers found; ``merged`` the files joined into this one."""

    stage: Stage = "not_searched"
    candidates: tuple[Secret, ...] = ()
    searched_on: date | None = None
    other_file: str = ""
    proposed_by: str = ""
    proposed_on: date | None = None
    before_merge: Stage = "not_searched"
    merged: tuple[str, ...] = ()


@event
class SearchRecorded(Event):
    """Earlier numbers of this person were looked for; ``found`` lists them (none, one, or several to settle)."""

    concerns_person = False

    found: tuple[Secret, ...]


@event
class DeclaredDistinct(Event):
    """None of the numbers found is this person's: said by an agent, with the reason, and remembered."""

    concerns_person = False

    why: Personal


@event
class SettledAs(Event):
    """Among several numbers found, this one is the person's."""

    concerns_person = False

    number: Secret
    why: Personal


@event
class MergeProposed(Event):
    """An agent says that another file is the same person."""

    concerns_person = False

    other_file: str
    why: Personal


@event
class MergeDropped(Event):
    """The second agent does not agree: nothing is joined."""

    concerns_person = False

    why: Personal


@event
class Merged(Event):
    """A second agent agrees: the other file lives on here. Nothing paid or open is touched (I9)."""

    other_file: str


@event
class Split(Event):
    """The files are two again."""

    other_file: str
    why: Personal


def _searched(state: Identity, e: SearchRecorded) -> Identity:
    stage: Stage = "new" if not e.found else "known" if len(e.found) == 1 else "several"
    return state._replace(stage=stage, candidates=e.found, searched_on=e.on)


def _proposed(state: Identity, e: MergeProposed) -> Identity:
    return state._replace(
        stage="merging",
        other_file=e.other_file,
        proposed_by=e.at.who,
        proposed_on=e.on,
        before_merge=state.before_merge if state.stage == "merged" else state.stage,
    )


def _dropped(state: Identity, _: MergeDropped) -> Identity:
    back: Stage = "merged" if state.merged else state.before_merge
    return state._replace(stage=back, other_file="", proposed_by="", proposed_on=None)


def _merged(state: Identity, e: Merged) -> Identity:
    return state._replace(stage="merged", merged=(*state.merged, e.other_file), other_file="", proposed_by="")


def _split(state: Identity, e: Split) -> Identity:
    left = tuple(name for name in state.merged if name != e.other_file)
    return state._replace(merged=left, stage="merged" if left else state.before_merge)


def _distinct(state: Identity, _: DeclaredDistinct) -> Identity:
    return state._replace(stage="new", candidates=())


def _settled(state: Identity, e: SettledAs) -> Identity:
    return state._replace(stage="known", candidates=(e.number,))


_ANY = ("not_searched", "new", "known", "several", "merged")

TRANSITIONS: Transitions = {
    SearchRecorded: Transition(("not_searched", "new", "known", "several"), None, _searched),
    DeclaredDistinct: Transition(("known", "several"), "new", _distinct),
    SettledAs: Transition(("several",), "known", _settled),
    MergeProposed: Transition(_ANY, "merging", _proposed),
    MergeDropped: Transition(("merging",), None, _dropped),
    Merged: Transition(("merging",), "merged", _merged),
    Split: Transition(("merged",), None, _split),
}
