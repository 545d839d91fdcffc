"""Am I covered? One person, one day: the verdict with its proof, what is missing, and what would change it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache
from typing import Any

from ouverture.clock.day_words import plain_day
from ouverture.clock.period import add_months
from ouverture.law.after.derived import derived as settled_by_amounts
from ouverture.law.answers import AnswerError, as_given, known
from ouverture.law.bodies import ROUTES, body_for
from ouverture.law.consistency import check, derived
from ouverture.law.plausible import check_plausible
from ouverture.law.rulebook import rulebook
from ouverture.rules.assessment import FALSE, Person, Proof, evaluator
from ouverture.rules.diagram import outcome_diagram
from ouverture.rules.facts import Fact, Value
from ouverture.rules.questions import Questioner
from ouverture.rules.reading import Reading
from ouverture.rules.rulebook import Certainty, Doubt, Ground, Law, Outcome, Verdict
from ouverture.services.answer.amounts_beside import amounts_beside, texts_beside
from ouverture.services.answer.because import Because, because, ruled_out
from ouverture.services.answer.changes import Change, changes_ahead, would_change
from ouverture.services.answer.kept import Kept, kept
from ouverture.services.answer.supposing import Supposed, document_ends_first, unread_doubts, unsaid
from ouverture.services.answer.to_come import AS_IT_STANDS, LawToRead
from ouverture.text import Text

NO_ONE_KNOWS = Text(
    "On ne peut pas encore le dire : il manque des réponses.", "It cannot be said yet: answers are missing."
)
NO_GROUND_LEFT = Text(
    "Par ces réponses, il ne reste aucune raison d'être couvert.",
    "On these answers, no reason for being covered is left.",
)
"""Under a text to come alone: the law as it stands has an answer for everybody, which ``enumeration`` proves."""
WAY_UNKNOWN = Text(
    "C'est sûr, quelles que soient les réponses qui manquent ; elles diront par quelle voie.",
    "This is certain, whatever the missing answers are; they will tell by which way.",
)
SAME_VERDICT = Text(
    "Les réponses qui manquent n'y changent rien, mais nos sources ne sont pas sûres ; elles diront par quelle voie.",
    "The missing answers change nothing here, but our sources are not sure; they will tell by which way.",
)


@dataclass(frozen=True)
class Answer:
    """The answer to "am I covered?" on the day ``on``.

    ``ground`` is None when no single ground is proven. ``possible`` are the outcomes that can still come out: one when
    the verdict is settled, several when it is unknown; ``missing`` are then the facts that would settle it.
    ``unsaid``: what the proof rests on though nothing said makes it certain.
    """

    on: date
    values: Mapping[str, Value]
    law: Law
    verdict: Verdict
    outcome: Outcome | None
    ground: Ground | None
    starts_on: date | None
    proof: Proof | None
    possible: tuple[Outcome, ...]
    missing: tuple[Fact, ...]
    next_question: Fact | None
    unsaid: tuple[Supposed, ...] = ()
    read: LawToRead = AS_IT_STANDS

    @cached_property
    def person(self) -> Person:
        """What the rules read."""
        return known(self.values, rulebook().facts)

    @property
    def says(self) -> Text:
        """The answer in one sentence."""
        if self.ground:
            return self.doubts[0].says if self.doubts else self.ground.says
        if self.verdict is Verdict.UNKNOWN:
            return NO_ONE_KNOWS
        if not self.possible:
            return NO_GROUND_LEFT
        possible = tuple(self._still_possible())
        said = dict.fromkeys(next((doubt.says for doubt in self._doubts_of(g)), g.says) for g in possible)
        if len(said) == 1:
            return next(iter(said))
        return WAY_UNKNOWN if all(g.certainty == "H" and not self._doubts_of(g) for g in possible) else SAME_VERDICT

    @property
    def headline(self) -> Text:
        """The answer in one sentence, and until when for rights that are kept, or from when for those to come."""
        more = self.kept.says if self.kept else self._from_that_day if self.begins_later else None
        return Text(f"{self.says.fr} {more.fr}", f"{self.says.en} {more.en}") if more else self.says

    @property
    def begins_later(self) -> bool:
        """Whether what makes the person covered has not begun on the day asked: a course of next month."""
        return self.verdict is Verdict.COVERED and self.starts_on is not None and self.starts_on > self.on

    @property
    def _from_that_day(self) -> Text:
        day = plain_day(self.starts_on or self.on)
        return Text(f"Pas avant le {day.fr}.", f"Not before {day.en}.")

    @property
    def body(self) -> Text | None:
        """Who pays for the care, in words; None while it is not known."""
        return body_for(self.outcome.body, self.values.get("lives_in")) if self.outcome else None

    def _still_possible(self) -> Iterator[Ground]:
        """The grounds of the outcomes that can still come out, and that are not ruled out themselves."""
        reader = evaluator(self.law, self.on)
        truths = reader.truths(self.person)
        goals = reader.program.goals
        return (g for g in self.law.grounds if g.outcome in self.possible and truths[goals[g.name]] != FALSE)

    @cached_property
    def certainty(self) -> Certainty | None:
        """The least sure of the ground and the rules it stands on; None while nothing is proven."""
        if self.ground is None:
            return None
        reasons: list[Certainty] = [doubt.certainty for doubt in self.doubts]
        reasons += [reason.certainty for reason in self.because]
        reasons += ["M"] * bool(self.supposes)
        return max((self.ground.certainty, *reasons), key="HML".index)

    @cached_property
    def doubts(self) -> tuple[Doubt, ...]:
        """What makes this person's answer less sure than the ground alone."""
        return self._doubts_of(self.ground) if self.ground else ()

    def _doubts_of(self, ground: Ground) -> tuple[Doubt, ...]:
        reading = Reading(self.person, self.law, self.on)
        return tuple(doubt for doubt in ground.doubts if reading.truth(doubt.when))

    @cached_property
    def supposes(self) -> tuple[Supposed, ...]:
        """What the answer rests on though nobody said it, or may be less sure by: empty for an answer that is sure."""
        if self.ground is None:
            return ()
        return (*self.unsaid, *unread_doubts(self.ground.doubts, self.person, self.law, self.on))

    @cached_property
    def because(self) -> tuple[Because, ...]:
        """Each rule the ground stands on, in the order of the conditions, with its words and the facts it read."""
        return because(self.proof, self.law, self.person, self.on) if self.proof else ()

    @cached_property
    def ruled_out(self) -> tuple[tuple[Ground, tuple[Because, ...]], ...]:
        """The grounds that would have gone first, and why they do not hold."""
        return ruled_out(self.proof, self.law, self.person, self.on) if self.proof else ()

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles the answer rests on, each once."""
        return tuple(dict.fromkeys(reason.rule.source.citation for reason in self.because))

    @cached_property
    def kept(self) -> Kept | None:
        """Until when the rights are kept, for an answer that keeps them."""
        return kept(self.person, self.on) if self.verdict is Verdict.KEPT else None

    def changes(self) -> tuple[Change, ...]:
        """The days in the next three years on which time alone changes the answer."""
        return self._changes

    def acts(self) -> tuple[tuple[Fact, Value, Outcome], ...]:
        """Single answers that, had they been different, would have opened or delayed cover."""
        return self._acts

    @cached_property
    def _changes(self) -> tuple[Change, ...]:
        return changes_ahead(self.person, self.on)

    @cached_property
    def _acts(self) -> tuple[tuple[Fact, Value, Outcome], ...]:
        return would_change(self.person, self.on, self.outcome)

    @cached_property
    def amounts(self) -> tuple[Text, ...]:
        """The amounts with which resources were, or would be, compared: of facts that the answer reads or waits for."""
        every = (amounts_beside(name, self.values, self.on, self.read) for name in self._read_or_missing)
        return tuple(dict.fromkeys(said for each in every for said in each))

    @property
    def texts_of_amounts(self) -> tuple[str, ...]:
        """The texts that give those amounts."""
        every = (texts_beside(name, self.on, self.read) for name in self._read_or_missing)
        return tuple(dict.fromkeys(one for each in every for one in each))

    @property
    def _read_or_missing(self) -> tuple[str, ...]:
        return (*(sorted(self.proof.facts) if self.proof else ()), *(fact.name for fact in self.missing))

    def _question(self, fact: Fact) -> dict[str, Any]:
        return {
            "fact": fact.name,
            "type": fact.kind,
            "question": fact.question._asdict(),
            "options": list(fact.options) if len(fact.options) <= 20 else [],
            "hint": fact.hint._asdict() if fact.hint else None,
            "amounts": [said._asdict() for said in amounts_beside(fact.name, self.values, self.on)],
        }

    def to_json(self) -> dict[str, Any]:
        """The answer as plain values, keys in English."""
        return {
            "on": self.on.isoformat(),
            "verdict": self.verdict.value,
            "ground": self.ground.name if self.ground else None,
            "says": self.says._asdict(),
            "headline": self.headline._asdict(),
            "from": {
                "date": self.starts_on.isoformat() if self.starts_on else None,
                "says": self.ground.start.says._asdict() if self.ground else None,
            },
            "body": {"name": self.outcome.body, **said._asdict()} if self.outcome and (said := self.body) else None,
            "route": {"name": (way := self.outcome.route), **ROUTES[way]._asdict()} if self.outcome else None,
            "kept": until.to_json() if (until := self.kept) else None,
            "certainty": self.certainty,
            "supposes": [{"fact": one.fact.name, "says": one.says._asdict()} for one in self.supposes],
            "proof": [reason.to_json() for reason in self.because],
            "facts_used": sorted(self.proof.facts) if self.proof else [],
            "ruled_out": [
                {"ground": g.name, "says": g.says._asdict(), "because": [r.says._asdict() for r in reasons]}
                for g, reasons in self.ruled_out
            ],
            "articles": list(self.articles),
            "possible": sorted({outcome.verdict.value for outcome in self.possible}),
            "unknown_facts": [fact.name for fact in self.missing],
            "next_question": self._question(self.next_question) if self.next_question else None,
            "amounts": [said._asdict() for said in self.amounts],
            "changes": [change.to_json() for change in self.changes()],
            "would_change": [
                {"fact": fact.name, "value": as_given(fact, value), "verdict": outcome.verdict.value}
                for fact, value, outcome in self.acts()
            ],
            "facts": {name: as_given(rulebook().facts[name], value) for name, value in self.values.items()},
        }


def assess(
    values: Mapping[str, Value], on: date, declined: frozenset[str] = frozenset(), read: LawToRead = AS_IT_STANDS
) -> Answer:
    """Assess a person whose known facts are ``values`` on the day ``on``.

    ``declined`` are facts the person said they do not know: they stay unknown and are not asked again. ``read``: the
    law with an announced text in it, as if it were in force. Raises AnswerError for answers that cannot be true, or for
    a day before the rulebook starts.
    """
    check(values, on)
    said = values
    values = derived(values, on)
    law = law_on(on, read)
    values = {**values, **settled_by_amounts(values, on)}
    person = known(values, rulebook().facts)
    proof = evaluator(law, on).prove(person)
    if proof is not None:
        ground = proof.ground
        return Answer(
            on, values, law, ground.outcome.verdict, ground.outcome, ground, starts_on(ground, person), proof,
            (ground.outcome,), (), None,
            (*unsaid(said, values, law, on), *document_ends_first(ground, starts_on(ground, person), person)), read,
        )  # fmt: skip
    return _unsettled(values, person, law, on, declined, read)


def starts_on(ground: Ground, person: Person) -> date | None:
    """The day from which the ground gives its answer, when the facts tell it."""
    start = ground.start
    if start.fact is None or start.fact.name not in person:
        return None
    day = date.fromordinal(int(person[start.fact.name]))
    if start.months:
        return add_months(day, start.months) + timedelta(days=1)
    arrived = person.get(start.not_before.name) if start.not_before else None
    if arrived is None:
        return None if start.needs_both else day
    return max(day, date.fromordinal(int(arrived)))


def question_for(person: Person, on: date, declined: frozenset[str] = frozenset()) -> Fact | None:
    """The next question for this person, None when no answer can change the outcome any more."""
    return questioner(on).next(person, declined)


@lru_cache(maxsize=32)
def questioner(on: date) -> Questioner:
    """The questioner of a day; raises AnswerError for a day before the rulebook starts."""
    return _questioner(law_on(on), on)


@lru_cache(maxsize=32)
def _questioner(law: Law, on: date) -> Questioner:
    return Questioner(outcome_diagram(law, on))


def law_on(on: date, read: LawToRead = AS_IT_STANDS) -> Law:
    """The law of a day; raises AnswerError for a day before the rulebook starts, or beyond all law."""
    check_plausible({}, on)
    try:
        return read.book.on(on)
    except ValueError:
        first = plain_day(rulebook().changes[0])
        raise AnswerError(
            "on",
            Text(f"on : les règles commencent le {first.fr} ; demandez ce jour-là ou plus tard.",
                 f"on: the rules start on {first.en}; ask for that day or a later one."),
        ) from None  # fmt: skip


def _unsettled(
    values: Mapping[str, Value], person: Person, law: Law, on: date, declined: frozenset[str], read: LawToRead
) -> Answer:
    """No ground is proven. The verdict stands if all that can still come out agree on it; else it is unknown."""
    asking = _questioner(law, on)
    diagram = asking.diagram
    residual = diagram.residual(person)
    leaves = diagram.leaves(residual)
    possible = tuple(law.outcomes[leaf] for leaf in leaves if leaf < len(law.outcomes))
    missing = tuple(diagram.variables[level].fact for level in sorted(asking.levels(residual)))
    outcome = possible[0] if len(possible) == len(leaves) == 1 else None
    verdicts = {one.verdict for one in possible} | ({Verdict.NOT_COVERED} if len(possible) < len(leaves) else set())
    verdict = verdicts.pop() if len(verdicts) == 1 else Verdict.UNKNOWN
    return Answer(
        on, values, law, verdict, outcome, None, None, None, possible, missing,
        asking.next_at(residual, declined), read=read,
    )  # fmt: skip
