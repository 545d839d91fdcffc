"""What life brings, now and then, as long as the file is open."""

from __future__ import annotations

from ouverture.rehearsal.actors import control, counters, home, money, quarrels
from ouverture.rehearsal.someone import Someone
from ouverture.rehearsal.world import World

LIFE = (
    control.be_controlled,
    control.be_controlled,
    control.show_a_title,
    control.be_ordered_to_leave,
    control.move_home,
    control.be_found_twice,
    control.meet_a_new_law,
    counters.lose_the_card,
    counters.travel,
    counters.choose_a_doctor,
    quarrels.call_the_caisse,
    home.have_a_child,
    home.tell_a_change,
    home.meet_a_counter,
)


def live(world: World, who: Someone) -> None:
    """Something happens, and then something else."""
    if world.file(who).attachment.stage != "closed":
        world.chance.choice(LIFE)(world, who)
        if world.happens("falls_ill"):
            money.fall_ill(world, who)
        if world.happens("hold_placed"):
            quarrels.be_held(world, who)
        world.later("life_event", lambda: live(world, who))
