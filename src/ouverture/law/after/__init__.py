"""What follows admission: keeping, moving, declaring, leaving, control, C2S, contributions, State medical aid.

Statements of the law, grouped by topic, each quoting its text; none opens or refuses a right. `c2s` computes what
rests on its ceilings, `derived` fills what that settles; the "taxe PUMa" is computed in `pricing/contribution`.
"""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from ouverture.law.after import (
    claiming,
    complementary,
    contributions,
    control,
    declaring,
    keeping,
    leaving,
    moving,
    state_aid,
)
from ouverture.law.after.statement import Statement, Told
from ouverture.rules.assessment import Person
from ouverture.rules.reading import Reading
from ouverture.rules.rulebook import Law

Topic = Literal[
    "claiming", "keeping", "moving", "declaring", "leaving", "control", "complementary", "contributions", "state_aid"
]

STATEMENTS: Mapping[Topic, tuple[Statement, ...]] = {
    "claiming": claiming.STATEMENTS,
    "keeping": keeping.STATEMENTS,
    "moving": moving.STATEMENTS,
    "declaring": declaring.STATEMENTS,
    "leaving": leaving.STATEMENTS,
    "control": control.STATEMENTS,
    "complementary": complementary.STATEMENTS,
    "contributions": contributions.STATEMENTS,
    "state_aid": state_aid.STATEMENTS,
}


def statements(topic: Topic, person: Person, law: Law, on: date) -> tuple[Told, ...]:
    """What the law in force on ``on`` says of ``topic`` to this person, in the order of the module.

    A statement whose audience is unknown is given too, with the facts it depends on; one about others is left out.
    """
    reading = Reading(person, law, on)
    in_force = (statement for statement in STATEMENTS[topic] if statement.in_force(on))
    return tuple(
        Told(statement, reading.waits_for(statement.rule.when))
        for statement in in_force
        if reading.truth(statement.rule.when) is not False
    )
