"""Every actor, declared by being imported here."""

from ouverture.rehearsal.actors import acts, cnav, control, counters, desk, home, life, money, person, post, quarrels
from ouverture.rehearsal.actors.acts import ACTORS, set_going

__all__ = [
    "ACTORS", "acts", "cnav", "control", "counters", "desk", "home", "life", "money", "person", "post", "quarrels",
    "set_going",
]  # fmt: skip
