"""What can be asked of the household: attaching a child, ending it, telling a change."""

from __future__ import annotations

from datetime import date

from ouverture.dossier.ages import reaches
from ouverture.dossier.deciding import decides
from ouverture.dossier.file import File
from ouverture.dossier.household import events
from ouverture.dossier.kernel import Decision, Moment, OfCaisse, OfPerson, Personal, PersonalDate, command
from ouverture.dossier.refusals import refuse


@command
class AskToAttach(OfPerson):
    """Ask that a child be attached, to this parent or to both."""

    member: Personal
    relation: events.Relation
    born_on: PersonalDate
    both_parents: bool = False


@command
class AttachMember(OfCaisse):
    """Attach the child, from a day."""

    member: Personal
    since: date


@command
class RefuseMember(OfCaisse):
    """Not attach the child, with a reason."""

    member: Personal
    reason: Personal


@command
class DetachMember(OfCaisse):
    """End the attachment after ``last``: the child is grown, has own cover, or is attached elsewhere."""

    member: Personal
    why: events.DetachedFor
    last: date


@command
class TellChange(OfPerson):
    """Tell a change of family or home, and since when."""

    what: Personal
    since: date


@command
class RecordChange(OfCaisse):
    """Record a change that was told."""

    what: Personal


@decides(AskToAttach)
def _ask(_: File, c: AskToAttach, at: Moment) -> Decision:
    if not c.member or c.born_on > at.on:
        return refuse("child_without_name_or_birth")
    grown = reaches("child_cover_ends", c.born_on)
    if at.on >= grown:
        return refuse("adults_claim_for_themselves", by=grown)
    return (events.MemberAsked(at, c.member, c.relation, c.born_on, c.both_parents),)


@decides(AttachMember)
def _attach(file: File, c: AttachMember, at: Moment) -> Decision:
    if file.household.named(c.member) is None:
        return refuse("unknown_member", member=c.member)
    return (events.MemberAttached(at, c.member, c.since),)


@decides(RefuseMember)
def _refuse(file: File, c: RefuseMember, at: Moment) -> Decision:
    if file.household.named(c.member) is None:
        return refuse("unknown_member", member=c.member)
    return (events.MemberRefused(at, c.member, c.reason),) if c.reason else refuse("no_reason_given")


@decides(DetachMember)
def _detach(file: File, c: DetachMember, at: Moment) -> Decision:
    one = file.household.named(c.member)
    if one is None:
        return refuse("unknown_member", member=c.member)
    grown = reaches("child_cover_ends", one.born_on)
    if c.why == "majority" and at.on < grown:
        return refuse("still_a_child", by=grown)
    return (events.MemberDetached(at, c.member, c.why, c.last),)


@decides(TellChange)
def _tell(file: File, c: TellChange, at: Moment) -> Decision:
    if not c.what:
        return refuse("change_without_words")
    if earlier := next((one for one in file.household.changes if one.what == c.what), None):
        return refuse("change_already_told", by=earlier.told_on)
    return (events.ChangeTold(at, c.what, c.since),)


@decides(RecordChange)
def _record(file: File, c: RecordChange, at: Moment) -> Decision:
    if not any(one.what == c.what for one in file.household.changes):
        return refuse("change_not_told", what=c.what)
    return (events.ChangeRecorded(at, c.what),)
