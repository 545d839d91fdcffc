"""How a ground is written down."""

from datetime import date

from ouverture.law.bodies import BODIES, ROUTES
from ouverture.law.sources import START
from ouverture.rules.conditions import Condition
from ouverture.rules.facts import Fact
from ouverture.rules.rulebook import Certainty, Doubt, Ground, Outcome, Start, Verdict
from ouverture.text import Text

ON_CLAIM = Start(Text("à la date de réception de votre demande", "from the day your claim is received"))
NEVER = Start(Text("sans objet", "does not apply"))
CONTINUOUS = Start(Text("sans interruption", "without a gap"))


def ground(
    tier: str,
    name: str,
    when: Condition,
    verdict: Verdict,
    body: str,
    route: str,
    start: Start,
    fr: str,
    en: str,
    rows: str,
    certainty: Certainty = "H",
    since: str | None = None,
    until: str | None = None,
    doubts: tuple[Doubt, ...] = (),
) -> Ground:
    """A ground; ``body`` and ``route`` are names of ``law.bodies``; raises KeyError for a name that is not there."""
    outcome = Outcome(verdict, _known(body, BODIES), _known(route, ROUTES))
    starts = date.fromisoformat(since) if since else START
    ends = date.fromisoformat(until) if until else None
    return Ground(name, tier, when, outcome, start, Text(fr, en), certainty, tuple(rows.split()), starts, ends, doubts)


def act(fr: str, en: str) -> Start:
    """Rights start when something is done."""
    return Start(Text(fr, en))


def on_day(fact: Fact, fr: str, en: str) -> Start:
    """Rights start on the date that a fact holds."""
    return Start(Text(fr, en), fact)


def not_before_arrival(fact: Fact, arrival: Fact, fr: str, en: str, *, needs_both: bool = False) -> Start:
    """Rights start on the date that a fact holds, or on the arrival where that comes later."""
    return Start(Text(fr, en), fact, not_before=arrival, needs_both=needs_both)


def after_months(fact: Fact, months: int, fr: str, en: str) -> Start:
    """Rights start once more than so many months have run since the date that a fact holds."""
    return Start(Text(fr, en), fact, months)


def _known(name: str, table: dict[str, Text]) -> str:
    if name not in table:
        raise KeyError(name)
    return name
