"""Searching before issuing, and joining two files of one person: two people make it, one can undo it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

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
from ouverture.dossier.kernel import Command, Decision, Moment, OfCaisse, Secret, command
from ouverture.dossier.number.checked import fault
from ouverture.dossier.refusals import refuse


@command
class RecordSearch(OfCaisse):
    """What the search for earlier numbers found."""

    found: tuple[Secret, ...] = ()


@command
class DeclareDistinct(OfCaisse):
    """None of the numbers found is this person's."""

    agent: str
    why: str


@command
class SettleAs(OfCaisse):
    """One of several numbers found is this person's."""

    number: Secret
    agent: str
    why: str


@command
class ProposeMerge(OfCaisse):
    """Another file is the same person."""

    other_file: str
    agent: str
    why: str


@command
class ApproveMerge(OfCaisse):
    """A second agent agrees."""

    agent: str


@command
class DropMerge(OfCaisse):
    """The second agent does not agree."""

    agent: str
    why: str


@command
class SplitFiles(OfCaisse):
    """Undo a merge."""

    other_file: str
    agent: str
    why: str


def _search(_: File, c: RecordSearch, at: Moment) -> Decision:
    wrong = next((why for number in c.found if (why := fault(number))), None)
    return wrong or (SearchRecorded(at, tuple(dict.fromkeys(c.found))),)


def _distinct(_: File, c: DeclareDistinct, at: Moment) -> Decision:
    return (DeclaredDistinct(at, c.agent, c.why),) if c.why else refuse("no_reason_given")


def _settle(file: File, c: SettleAs, at: Moment) -> Decision:
    if c.number not in file.identity.candidates:
        return refuse("number_not_found_by_search")
    return (SettledAs(at, c.number, c.agent, c.why),) if c.why else refuse("no_reason_given")


def _propose(file: File, c: ProposeMerge, at: Moment) -> Decision:
    if not c.why:
        return refuse("no_reason_given")
    if c.other_file in file.identity.merged:
        return refuse("already_merged")
    return (MergeProposed(at, c.other_file, c.agent, c.why),)


def _approve(file: File, c: ApproveMerge, at: Moment) -> Decision:
    state = file.identity
    if state.stage == "merging" and c.agent == state.proposed_by:
        return refuse("merge_needs_two_people", agent=c.agent)
    return (Merged(at, state.other_file, state.proposed_by, c.agent),)


def _split(file: File, c: SplitFiles, at: Moment) -> Decision:
    if c.other_file not in file.identity.merged:
        return refuse("never_merged")
    return (Split(at, c.other_file, c.agent, c.why),) if c.why else refuse("no_reason_given")


DECIDERS: Mapping[type[Command], Callable[[File, Any, Moment], Decision]] = {
    RecordSearch: _search,
    DeclareDistinct: _distinct,
    SettleAs: _settle,
    ProposeMerge: _propose,
    ApproveMerge: _approve,
    DropMerge: lambda _, c, at: (MergeDropped(at, c.agent, c.why),) if c.why else refuse("no_reason_given"),
    SplitFiles: _split,
}
