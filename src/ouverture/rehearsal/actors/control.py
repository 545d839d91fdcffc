"""Controls of residence, titles that expire, moves of home: what happens to people who are covered."""

from __future__ import annotations

from datetime import timedelta

from ouverture.dossier.attachment.decisions import AskToChangeCaisse, StartChangeOfCaisse, TakeOver
from ouverture.dossier.identity.decisions import ApproveMerge, DropMerge, ProposeMerge, SplitFiles
from ouverture.dossier.rights.decisions import (
    AcceptResidenceProof,
    AskResidenceProof,
    NotifyClosing,
    RecordRemovalOrder,
    RecordStayTitle,
    ReEvaluateRights,
)
from ouverture.rehearsal.actors.acts import does
from ouverture.rehearsal.actors.desk import CAISSES
from ouverture.rehearsal.actors.mistakes import first_goes_wrong
from ouverture.rehearsal.actors.person import does_it
from ouverture.rehearsal.someone import Someone
from ouverture.rehearsal.world import SECOND_AGENT, World


def be_controlled(world: World, who: Someone) -> None:
    """The caisse asks for proof that the person lives here, or may stay."""
    if world.file(who).rights.stage == "open" and world.happens("control_of_residence"):
        world.send(who, AskResidenceProof("stay" if world.chance.random() < 0.5 else "stability"))


def show_a_title(world: World, who: Someone) -> None:
    """The person records a title of stay and the day it ends."""
    does_it(
        world, who, RecordStayTitle("residence_permit", world.day + timedelta(days=world.chance.randrange(30, 400)))
    )


def be_ordered_to_leave(world: World, who: Someone) -> None:
    """A removal order becomes final."""
    if world.chance.random() < 0.1:
        world.send(who, RecordRemovalOrder())


def move_home(world: World, who: Someone) -> None:
    """The person moves, or starts a job that changes the caisse."""
    if world.file(who).attachment.stage != "attached" or not world.happens("moves_home"):
        return
    to = world.chance.choice(CAISSES)
    if world.chance.random() < 0.5:
        does_it(world, who, AskToChangeCaisse(to))
    else:
        world.send(who, StartChangeOfCaisse(to, "job", world.day))


def be_found_twice(world: World, who: Someone) -> None:
    """An agent believes that another file is the same person; a second agent agrees, or does not."""
    if world.happens("two_files"):
        world.send(who, ProposeMerge(f"{who.stream}-twin", "same birth, same name"))
        world.later("agent_reads", lambda: _second_look(world, who))


def _second_look(world: World, who: Someone) -> None:
    if world.chance.random() < 0.3:
        world.send(who, DropMerge("another mother"), agent=SECOND_AGENT)
    else:
        world.send(who, ApproveMerge())
        world.send(who, ApproveMerge(), agent=SECOND_AGENT)
        if world.chance.random() < 0.3:
            world.later("life_event", lambda: world.send(who, SplitFiles(f"{who.stream}-twin", "two persons")))


def meet_a_new_law(world: World, who: Someone) -> None:
    """The rules change, and the file is read again."""
    if world.file(who).rights.stage == "open":
        world.send(who, ReEvaluateRights(who.situation.ground, world.day))


@does("take_over", "take_over_by_law", delay="number_letter", forgets="office_forgets")
def take_over(world: World, who: Someone, about: str) -> None:
    """The new caisse takes the file; sometimes another one tries to."""
    if world.happens("wrong_entry"):
        world.send(who, TakeOver("999"))
    world.send(who, TakeOver(about))


@does("decide_on_residence", delay="agent_reads", forgets="office_forgets")
def decide_on_residence(world: World, who: Someone, _: str) -> None:
    """The second month is over: the proof was good, or the closing is notified."""
    first_goes_wrong(world, who)
    state = world.file(who).rights
    if world.happens("proof_is_good"):
        world.send(who, AcceptResidenceProof())
    elif state.lost and state.asked_on:
        world.send(who, NotifyClosing(state.lost, state.asked_on))
