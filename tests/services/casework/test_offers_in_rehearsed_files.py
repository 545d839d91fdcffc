"""Rehearsed years: in every state that they reach, what is offered can be done through its form, and by nobody else."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from ouverture.dossier.file import File
from ouverture.dossier.kernel import Asserter, Command
from ouverture.dossier.machine import Appended, run
from ouverture.dossier.obligations import obligations
from ouverture.dossier.refusals import Refusal
from ouverture.rehearsal.history import rehearse
from ouverture.rehearsal.office import InMemory
from ouverture.services.casework.as_typed import as_typed
from ouverture.services.casework.forms import command_from
from ouverture.services.casework.offers import Offer, offers
from ouverture.services.casework.preview import Preview, preview

SEEDS = range(900300, 900305)
AGENT = "agent-seven"
EVERY = 12
"""One state in so many is looked at."""


class Looking(InMemory):
    """An office that keeps a file now and then, as it is on that day."""

    def __init__(self) -> None:
        super().__init__(frozenset())
        self.states: list[tuple[File, date]] = []
        self.sent = 0

    def send(self, order: Any) -> Any:
        answer = super().send(order)
        self.sent += 1
        if self.sent % EVERY == 0 and self.file(order.stream).version:
            self.states.append((self.file(order.stream), order.at.on))
        return answer


@cache
def states() -> tuple[tuple[File, date], ...]:
    found: list[tuple[File, date]] = []
    for seed in SEEDS:
        office = Looking()
        rehearse(seed, years=2, office=office)
        found += office.states
    return tuple(found)


def offered() -> Iterator[tuple[File, date, Asserter, Offer]]:
    print(f"seeds {SEEDS}")
    for file, day in states():
        everybody: tuple[Asserter, ...] = ("caisse", "cnav") if file.connected else ("letter",)
        for by in ("person", "doctor", "post", *everybody):
            yield from ((file, day, by, one) for one in offers(file, by, day, AGENT))


def possible() -> Iterator[tuple[File, date, Asserter, Command]]:
    return ((file, day, by, one.command) for file, day, by, one in offered() if one.command is not None)


def test_what_is_offered_is_carried_out_to_its_end() -> None:
    done = 0
    for file, day, by, command in possible():
        assert isinstance(run(file, command, day, by, who=AGENT), Appended), command.kind
        done += 1
    assert done > 1000


def test_what_is_typed_in_the_form_of_an_offer_gives_the_same_command() -> None:
    for file, day, _, command in possible():
        assert command_from(command.kind, as_typed(command, file), file, day) == command


def test_what_is_not_offered_says_why_in_both_languages_and_who_can_act() -> None:
    refusals = [(one.kind, one.refusal) for _, _, _, one in offered() if one.refusal]
    assert len(refusals) > 1000
    assert [kind for kind, refusal in refusals if not (all(refusal.says) and refusal.who_can_act)] == []


def test_each_act_can_be_previewed_in_words() -> None:
    for file, day, by, command in list(possible())[::7]:
        seen = preview(file, command, day, by, AGENT)
        assert isinstance(seen, Preview)
        assert not isinstance(seen, Refusal)
        assert all(one.fr and one.en for one in seen.events)


AS_THE_ANSWER_SAYS = {("show_new_title", "record_stay_title")}
"""Settled by some answers only: a title that expires later than the one known. The dry run does not know the day."""


def test_what_is_offered_to_settle_something_does_settle_it_or_moves_it_on() -> None:
    settled, left_as_it_was = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for file, day, by, one in offered():
        if one.command is None or not one.settles:
            continue
        outcome = run(file, one.command, day, by, who=AGENT)
        assert isinstance(outcome, Appended)
        left = {(each.act, each.about): each.due for each in obligations(outcome.file, day)}
        for each in one.settles:
            now = left.get((each.act, each.about))
            done = now is None or now > each.due
            (settled if done else left_as_it_was)[each.act, one.kind] += 1
    assert len(settled) > 30
    never = {pair for pair, times in left_as_it_was.items() if times >= 3 and not settled[pair]}
    assert never <= AS_THE_ANSWER_SAYS


def test_no_act_is_refused_because_of_the_answer_that_stands_in() -> None:
    """A refusal that says back what was tried judges our stand-in, and not the file: its field needs ``tried``."""
    refused = {(one.kind, one.refusal.says.en) for *_, one in offered() if one.refusal}
    assert {(kind, says) for kind, says in refused if "“…" in says or '"…' in says} == set()
