"""The caisse's desk: papers judged, numbers looked for and given, claims decided; at times wrongly, or never."""

from __future__ import annotations

from ouverture.dossier.application.awaited import asked_until
from ouverture.dossier.application.decisions import (
    AcceptPiece,
    Forward,
    GrantApplication,
    ReceiveForwarded,
    RefuseApplication,
    RefusePiece,
)
from ouverture.dossier.application.pieces import any_accepted, named
from ouverture.dossier.application.silence import resumes_on
from ouverture.dossier.askable import IDENTITY_PAPERS, missing
from ouverture.dossier.attachment.decisions import ProveAttachment
from ouverture.dossier.envelope.decisions import AttachPage, DestroyPage, ReturnPage
from ouverture.dossier.envelope.on_the_desk import unsorted_sheets
from ouverture.dossier.file import File
from ouverture.dossier.identity.decisions import DeclareDistinct, RecordSearch, SettleAs
from ouverture.dossier.number.decisions import (
    ConfirmNumber,
    DecideAfterSuspension,
    IssueWaitingNumber,
    ReactivateNumber,
)
from ouverture.rehearsal.actors.acts import does
from ouverture.rehearsal.actors.mistakes import first_goes_wrong
from ouverture.rehearsal.identity import number_of
from ouverture.rehearsal.someone import Someone
from ouverture.rehearsal.world import World

CAISSES = ("751", "673", "691", "131")


@does("judge_pieces", delay="agent_reads", forgets="office_forgets")
def judge_what_is_here(world: World, who: Someone, _: str) -> None:
    """Every paper on the desk, one after the other."""
    first_goes_wrong(world, who)
    file = world.file(who)
    if file.application.stage == "open" and world.happens("wrong_caisse"):
        world.send(who, Forward(world.chance.choice(CAISSES)))
        return
    for paper in named(file.application.pieces, "received"):
        again = any(piece.name == paper and piece.reason for piece in file.application.pieces)
        if world.happens("paper_refused_again" if again else "paper_refused"):
            world.send(who, RefusePiece(paper, "unreadable", "clear_copy"), seen=_seen(world, who))
        else:
            world.send(who, AcceptPiece(paper), seen=_seen(world, who))


def _seen(world: World, who: Someone) -> int | None:
    """The version on the agent's screen, which is sometimes an old one; None when the order does not say."""
    return max(0, world.file(who).version - 1) if world.happens("stale_screen") else None


@does("tell_of_new_caisse", delay="letter_arrives", forgets="office_forgets")
def prove_the_attachment(world: World, who: Someone, _: str) -> None:
    """The proof of the new attachment."""
    world.send(who, ProveAttachment())


@does("receive_forwarded_application", delay="letter_arrives", forgets="office_forgets")
def receive_what_was_forwarded(world: World, who: Someone, _: str) -> None:
    """The right caisse opens the envelope of the first."""
    world.send(who, ReceiveForwarded())


@does("ask_for_pieces", delay="agent_reads", forgets="office_forgets")
def ask_again(world: World, who: Someone, about: str) -> None:
    """A caisse outside says, or does not, what will replace a paper it refused: its letter is what we see."""


@does("sort_envelope", delay="agent_reads", forgets="office_forgets")
def sort_the_envelope(world: World, who: Someone, about: str) -> None:
    """Each page put in the file, sent back, or destroyed on record."""
    envelope = world.file(who).envelope.of(about)
    for page in envelope.unsorted if envelope else ():
        if page != "a letter":
            world.send(who, AttachPage(about, page, page))
        elif world.chance.random() < 0.5:
            world.send(who, ReturnPage(about, page, "an original"))
        else:
            world.send(who, DestroyPage(about, page, "a blank page, agent 1"))


@does("decide", delay="number_letter", forgets="office_forgets")
def decide_the_claim(world: World, who: Someone, _: str) -> None:
    """Granted when nothing essential is missing; refused, rarely, with a reason."""
    first_goes_wrong(world, who)
    _decide_on_what_is_here(world, who)


def _decide_on_what_is_here(world: World, who: Someone) -> None:
    """What lies on the desk is judged first, and the person keeps the time that they were given."""
    file = world.file(who)
    state = file.application
    if state.stage != "open":
        return
    if any_accepted(state.pieces, IDENTITY_PAPERS) and not _lacks(file):
        _grant_or_refuse(world, who)
    elif named(state.pieces, "received") or unsorted_sheets(file):
        _look_at_the_desk(world, who)
        world.later("agent_reads", lambda: _decide_on_what_is_here(world, who))
    elif state.stopped:
        left = (resumes_on(state) - world.day).days
        world.after(max(1, left), lambda: _decide_on_what_is_here(world, who))
    else:
        world.send(who, RefuseApplication("papers_missing", "CRPA L114-5"))


def _look_at_the_desk(world: World, who: Someone) -> None:
    for envelope in world.file(who).envelope.items:
        if envelope.unsorted:
            sort_the_envelope(world, who, envelope.envelope)
    if named(world.file(who).application.pieces, "received"):
        judge_what_is_here(world, who, "")


def _lacks(file: File) -> bool:
    state = file.application
    good = named(state.pieces, "accepted")
    return bool(missing(state.asked_ground, state.facts, good, state.received_on))


def _grant_or_refuse(world: World, who: Someone) -> None:
    if world.happens("application_refused"):
        _refuse_when_the_time_is_over(world, who)
    else:
        state = world.file(who).application
        world.send(who, GrantApplication(who.situation.ground, state.first_received_on))


def _refuse_when_the_time_is_over(world: World, who: Someone) -> None:
    """A person who was asked for a paper keeps the time that they were given."""
    last = asked_until(world.file(who), world.day)
    if last is None:
        world.send(who, RefuseApplication("residence_not_shown", "CSS R111-2"))
    else:
        world.after((last - world.day).days + 1, lambda: _decide_on_what_is_here(world, who))


@does("open_rights", delay="agent_reads", forgets="office_forgets")
def say_it_in_words(world: World, who: Someone, _: str) -> None:
    """Silence granted the claim: the caisse still has to say from which day."""
    world.send(who, GrantApplication(who.situation.ground, world.file(who).application.first_received_on))


@does("search_number", delay="agent_reads", forgets="office_forgets")
def look_for_a_number(world: World, who: Someone, _: str) -> None:
    """Search before issue: it finds none, one, or several; rarely it misses one."""
    first_goes_wrong(world, who)
    found = () if world.happens("found_wrongly_none") else who.numbers
    if found and world.happens("several_found"):
        found = (*found, number_of(who.identity, world.chance))
    world.send(who, RecordSearch(found))


@does("settle_identity", delay="agent_reads", forgets="office_forgets")
def settle_who_it_is(world: World, who: Someone, _: str) -> None:
    """One of the numbers found is the person's, or none is."""
    found = world.file(who).identity.candidates
    mine = next((number for number in found if number in who.numbers), None)
    if mine:
        world.send(who, SettleAs(mine, "same birth, same mother"))
    else:
        world.send(who, DeclareDistinct("another place of birth"))


@does("issue_waiting_number", delay="number_letter", forgets="office_forgets")
def issue_a_waiting_number(world: World, who: Someone, _: str) -> None:
    """A new number from the series."""
    first_goes_wrong(world, who)
    number = number_of(who.identity, world.chance)
    world.send(who, IssueWaitingNumber(number))


@does("confirm_number", delay="agent_reads", forgets="office_forgets")
def confirm_the_number(world: World, who: Someone, _: str) -> None:
    """Checked, and said so in writing."""
    world.send(who, ConfirmNumber())


@does("reactivate_number", delay="reactivation", forgets="office_forgets")
def reactivate_the_number(world: World, who: Someone, _: str) -> None:
    """The number that the search found."""
    first_goes_wrong(world, who)
    world.send(who, ReactivateNumber(world.file(who).identity.candidates[0]))


@does(
    "decide_after_suspension",
    "decide_after_extension",
    "release_held_payment",
    delay="number_letter",
    forgets="suspension_forgotten",
)
def decide_on_the_suspension(world: World, who: Someone, _: str) -> None:
    """Could the paper be produced?"""
    if world.happens("never_obtainable"):
        world.send(who, DecideAfterSuspension("impossible_for_ever"))
    elif world.happens("extension_granted"):
        world.send(who, DecideAfterSuspension("impossible_for_now"))
    else:
        world.send(who, DecideAfterSuspension("possible"))
