"""What can be asked of the household: attaching a child, ending it, telling a change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from ouverture.dossier.ages import reaches
from ouverture.dossier.file import File
from ouverture.dossier.household import events
from ouverture.dossier.kernel import Command, Decision, Moment, OfCaisse, OfPerson, command
from ouverture.dossier.refusals import refuse


@command
class AskToAttach(OfPerson):
    """Ask that a child be attached, to this parent or to both."""

    member: str
    relation: events.Relation
    born_on: date
    both_parents: bool = False


@command
class AttachMember(OfCaisse):
    """Attach the child, from a day."""

    member: str
    since: date


@command
class RefuseMember(OfCaisse):
    """Not attach the child, with a reason."""

    member: str
    reason: str


@command
class DetachMember(OfCaisse):
    """End the attachment after ``last``: the child is grown, has own cover, or is attached elsewhere."""

    member: str
    why: events.DetachedFor
    last: date


@command
class TellChange(OfPerson):
    """Tell a change of family or home, and since when."""

    what: str
    since: date


@command
class RecordChange(OfCaisse):
    """Record a change that was told."""

    what: str


def _ask(_: File, c: AskToAttach, at: Moment) -> Decision:
    if not c.member or c.born_on > at.on:
        return refuse("child_without_name_or_birth")
    grown = reaches("child_cover_ends", c.born_on)
    if at.on >= grown:
        return refuse("adults_claim_for_themselves", by=grown)
    return (events.MemberAsked(at, c.member, c.relation, c.born_on, c.both_parents),)


def _attach(file: File, c: AttachMember, at: Moment) -> Decision:
    if file.household.named(c.member) is None:
        return refuse("unknown_member", member=c.member)
    return (events.MemberAttached(at, c.member, c.since),)


def _refuse(file: File, c: RefuseMember, at: Moment) -> Decision:
    if file.household.named(c.member) is None:
        return refuse("unknown_member", member=c.member)
    return (events.MemberRefused(at, c.member, c.reason),) if c.reason else refuse("no_reason_given")


def _detach(file: File, c: DetachMember, at: Moment) -> Decision:
    one = file.household.named(c.member)
    if one is None:
        return refuse("unknown_member", member=c.member)
    grown = reaches("child_cover_ends", one.born_on)
    if c.why == "majority" and at.on < grown:
        return refuse("still_a_child", by=grown)
    return (events.MemberDetached(at, c.member, c.why, c.last),)


def _tell(file: File, c: TellChange, at: Moment) -> Decision:
    if not c.what:
        return refuse("change_without_words")
    if earlier := next((one for one in file.household.changes if one.what == c.what), None):
        return refuse("change_already_told", by=earlier.told_on)
    return (events.ChangeTold(at, c.what, c.since),)


def _record(file: File, c: RecordChange, at: Moment) -> Decision:
    if not any(one.what == c.what for one in file.household.changes):
        return refuse("change_not_told", what=c.what)
    return (events.ChangeRecorded(at, c.what),)


DECIDERS: Mapping[type[Command], Callable[[File, Any, Moment], Decision]] = {
    AskToAttach: _ask,
    AttachMember: _attach,
    RefuseMember: _refuse,
    DetachMember: _detach,
    TellChange: _tell,
    RecordChange: _record,
}
