"""Searching before issuing, and joining two files of one person: two people make it, one can undo it."""

from __future__ import annotations

from ouverture.dossier.deciding import decides
from ouverture.dossier.file import File
from ouverture.dossier.identity.events import (
    DeclaredDistinct,
    Merged,
    MergeDropped,
    MergeProposed,
    SearchRecorded,
    SettledAs,
    Split,
)
from ouverture.dossier.kernel import Decision, Moment, OfCaisse, Personal, Secret, command
from ouverture.dossier.number.checked import fault
from ouverture.dossier.refusals import refuse


@command
class RecordSearch(OfCaisse):
    """What the search for earlier numbers found."""

    found: tuple[Secret, ...] = ()


@command
class DeclareDistinct(OfCaisse):
    """None of the numbers found is this person's."""

    why: Personal


@command
class SettleAs(OfCaisse):
    """One of several numbers found is this person's."""

    number: Secret
    why: Personal


@command
class ProposeMerge(OfCaisse):
    """Another file is the same person."""

    other_file: str
    why: Personal


@command
class ApproveMerge(OfCaisse):
    """A second agent agrees: not the one who proposed it, as both signed in."""


@command
class DropMerge(OfCaisse):
    """The second agent does not agree."""

    why: Personal


@command
class SplitFiles(OfCaisse):
    """Undo a merge."""

    other_file: str
    why: Personal


@decides(RecordSearch)
def _search(_: File, c: RecordSearch, at: Moment) -> Decision:
    wrong = next((why for number in c.found if (why := fault(number))), None)
    return wrong or (SearchRecorded(at, tuple(dict.fromkeys(c.found))),)


@decides(DeclareDistinct)
def _distinct(_: File, c: DeclareDistinct, at: Moment) -> Decision:
    return (DeclaredDistinct(at, c.why),) if c.why else refuse("no_reason_given")


@decides(SettleAs)
def _settle(file: File, c: SettleAs, at: Moment) -> Decision:
    if c.number not in file.identity.candidates:
        return refuse("number_not_found_by_search")
    return (SettledAs(at, c.number, c.why),) if c.why else refuse("no_reason_given")


@decides(ProposeMerge)
def _propose(file: File, c: ProposeMerge, at: Moment) -> Decision:
    if not c.why:
        return refuse("no_reason_given")
    if c.other_file in file.identity.merged:
        return refuse("already_merged")
    if file.connected and not at.who:
        return refuse("nobody_signed_in")
    return (MergeProposed(at, c.other_file, c.why),)


@decides(ApproveMerge)
def _approve(file: File, _: ApproveMerge, at: Moment) -> Decision:
    state = file.identity
    if file.connected and not at.who:
        return refuse("nobody_signed_in")
    if file.connected and state.stage == "merging" and at.who == state.proposed_by:
        return refuse("merge_needs_two_people")
    return (Merged(at, state.other_file),)


@decides(SplitFiles)
def _split(file: File, c: SplitFiles, at: Moment) -> Decision:
    if c.other_file not in file.identity.merged:
        return refuse("never_merged")
    return (Split(at, c.other_file, c.why),) if c.why else refuse("no_reason_given")


@decides(DropMerge)
def _drop_merge(_: File, c: DropMerge, at: Moment) -> Decision:
    return (MergeDropped(at, c.why),) if c.why else refuse("no_reason_given")
