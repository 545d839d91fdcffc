"""The post and the networks: messages arrive late, come back, are lost, or arrive twice."""

from __future__ import annotations

from ouverture.dossier.messages.decisions import ConfirmDelivery, ReportBounce
from ouverture.rehearsal.actors.acts import does
from ouverture.rehearsal.actors.outside import read_at_home
from ouverture.rehearsal.someone import Someone
from ouverture.rehearsal.world import World


@does(
    "deliver_by_email",
    "deliver_by_sms",
    "deliver_by_account",
    "deliver_by_page",
    delay="email_arrives",
    forgets="email_lost",
)
def carry_at_once(world: World, who: Someone, about: str) -> None:
    """An electronic message arrives, or bounces."""
    _carry(world, who, int(about), "email_bounced", "unknown address")


@does("deliver_by_letter", "deliver_by_other_channel", delay="letter_arrives", forgets="letter_lost")
def carry_by_post(world: World, who: Someone, about: str) -> None:
    """A letter arrives, or comes back."""
    _carry(world, who, int(about), "letter_returned", "not known at this address")


@does("deliver_by_agent", delay="agent_reads", forgets="office_forgets")
def reach_in_person(world: World, who: Someone, about: str) -> None:
    """An agent calls until somebody answers."""
    _arrive(world, who, int(about))


def _carry(world: World, who: Someone, message: int, returned: str, why: str) -> None:
    if world.happens(returned):
        world.send(who, ReportBounce(message, why))
    else:
        _arrive(world, who, message)


def _arrive(world: World, who: Someone, message: int) -> None:
    one = world.file(who).messages.carrying(message)
    world.send(who, ConfirmDelivery(message))
    if world.happens("delivered_twice"):
        world.send(who, ConfirmDelivery(message))
    if one and who.record:
        read_at_home(world, who, one.message)
