"""Children, and changes that must be told."""

from __future__ import annotations

from datetime import timedelta
from typing import get_args

from ouverture.dossier.application.decisions import NotePreparation, ReportRefusedByWord
from ouverture.dossier.application.events import Preparation
from ouverture.dossier.household.decisions import AskToAttach, AttachMember, RecordChange, RefuseMember, TellChange
from ouverture.dossier.number.decisions import ReportNumberRejected
from ouverture.dossier.number.events import RejectedBy
from ouverture.rehearsal.actors.acts import does
from ouverture.rehearsal.actors.person import does_it
from ouverture.rehearsal.someone import Someone
from ouverture.rehearsal.world import World


def have_a_child(world: World, who: Someone) -> None:
    """Born here or grown up elsewhere, on one parent's file or on both."""
    if world.chance.random() < 0.3:
        born = world.day - timedelta(days=world.chance.choice((0, 2000, 6300)))
        does_it(world, who, AskToAttach(f"child {who.sent}", "child", born, world.chance.random() < 0.5))


def meet_a_counter(world: World, who: Someone) -> None:
    """What is said or done outside the file, and had only free words before."""
    chance = world.chance.random()
    if chance < 0.3:
        does_it(world, who, ReportRefusedByWord("come back with a birth certificate", "the counter"))
    elif chance < 0.6:
        does_it(world, who, ReportNumberRejected(world.chance.choice(get_args(RejectedBy)), "unknown"))
    else:
        does_it(world, who, NotePreparation(world.chance.choice(get_args(Preparation))))


def tell_a_change(world: World, who: Someone) -> None:
    """A new address, a marriage."""
    does_it(world, who, TellChange(world.chance.choice(("address", "marriage")), world.day))


@does("attach_child", delay="agent_reads", forgets="office_forgets")
def attach_the_child(world: World, who: Someone, about: str) -> None:
    """Or refuse, with a reason."""
    if world.happens("paper_refused"):
        world.send(who, RefuseMember(about, "the tie is not shown"))
    else:
        world.send(who, AttachMember(about, world.day))


@does("record_change", delay="agent_reads", forgets="office_forgets")
def record_the_change(world: World, who: Someone, about: str) -> None:
    """At the caisse."""
    world.send(who, RecordChange(about))
