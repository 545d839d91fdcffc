"""What can happen to the household, and the state it leaves. Adults claim for themselves: members are children."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from ouverture.dossier.kernel import Event, Personal, PersonalDate, Transition, Transitions, event

Stage = Literal["none", "asked", "attached", "refused", "detached"]
Relation = Literal["child", "adopted", "pupille", "recueilli"]
"""How the child is tied to the insured person (L160-2)."""
DetachedFor = Literal["majority", "other_parent", "own_cover", "died"]


class Member(NamedTuple):
    """One child. ``both_parents``: attached to the other parent too. ``on``: the day of the last step."""

    member: Personal
    stage: Stage
    born_on: PersonalDate
    both_parents: bool
    on: date


class Change(NamedTuple):
    """A change the person told, not yet recorded by the caisse."""

    what: Personal
    told_on: date


class Household(NamedTuple):
    """The children, and the changes told that wait to be recorded."""

    members: tuple[Member, ...] = ()
    changes: tuple[Change, ...] = ()

    def named(self, member: str) -> Member | None:
        """The child with this name, or None."""
        return next((one for one in self.members if one.member == member), None)


@event
class MemberAsked(Event):
    """The person asks that a child be attached (form S3705, which both parents sign)."""

    concerns_person = False

    member: Personal
    relation: Relation
    born_on: PersonalDate
    both_parents: bool


@event
class MemberAttached(Event):
    """The caisse has attached the child, from a day."""

    member: Personal
    since: date


@event
class MemberRefused(Event):
    """The child is not attached, and why."""

    member: Personal
    reason: Personal


@event
class MemberDetached(Event):
    """The child is no longer attached here after ``last``."""

    member: Personal
    why: DetachedFor
    last: date


@event
class ChangeTold(Event):
    """The person tells a change of family or home (R115-7)."""

    concerns_person = False

    what: Personal
    since: date


@event
class ChangeRecorded(Event):
    """The caisse has the change."""

    what: Personal


def _asked(state: Household, e: MemberAsked) -> Household:
    others = tuple(one for one in state.members if one.member != e.member)
    return state._replace(members=(*others, Member(e.member, "asked", e.born_on, e.both_parents, e.on)))


def _now(state: Household, e: MemberAttached | MemberRefused | MemberDetached, stage: Stage) -> Household:
    return state._replace(
        members=tuple(one._replace(stage=stage, on=e.on) if one.member == e.member else one for one in state.members)
    )


def _told(state: Household, e: ChangeTold) -> Household:
    others = tuple(one for one in state.changes if one.what != e.what)
    return state._replace(changes=(*others, Change(e.what, e.on)))


def _known(state: Household, e: ChangeRecorded) -> Household:
    return state._replace(changes=tuple(one for one in state.changes if one.what != e.what))


def stage_of(state: Household, happened: Event) -> Stage:
    """The stage of the child an event is about; "none" for a child not known, and for a change."""
    one = state.named(getattr(happened, "member", ""))
    return one.stage if one else "none"


TRANSITIONS: Transitions = {
    MemberAsked: Transition(("none", "refused", "detached"), "asked", _asked),
    MemberAttached: Transition(("asked",), "attached", lambda state, e: _now(state, e, "attached")),
    MemberRefused: Transition(("asked",), "refused", lambda state, e: _now(state, e, "refused")),
    MemberDetached: Transition(("attached",), "detached", lambda state, e: _now(state, e, "detached")),
    ChangeTold: Transition(("none",), None, _told),
    ChangeRecorded: Transition(("none",), None, _known),
}
