"""Cnav: it certifies in place, replaces the number, declines, or lets time pass."""

from __future__ import annotations

from ouverture.dossier.number.decisions import CertifyInPlace, DeclineNumber, ReplaceNumber, SendToCnav
from ouverture.rehearsal.actors.acts import does
from ouverture.rehearsal.identity import number_of
from ouverture.rehearsal.someone import Someone
from ouverture.rehearsal.world import World


@does("certify", delay="cnav_decides", forgets="cnav_forgets")
def decide_on_the_number(world: World, who: Someone, _: str) -> None:
    """Two months by law, not always kept."""
    if world.happens("cnav_declines"):
        world.send(who, DeclineNumber("the place of birth does not agree"))
    elif world.happens("cnav_replaces"):
        number = who.numbers[0] if who.numbers else number_of(who.identity, world.chance)
        world.send(who, ReplaceNumber(number, "identity corrected"))
    else:
        world.send(who, CertifyInPlace())


@does("explain_refused_number", delay="agent_reads", forgets="office_forgets")
def send_again_to_cnav(world: World, who: Someone, _: str) -> None:
    """What was wrong is put right and the file goes back."""
    world.send(who, SendToCnav())
