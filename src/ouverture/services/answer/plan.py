"""What to do: the steps in order with their dates, the papers, where to send them, and what if nothing comes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from ouverture.clock.day_words import day_in_words
from ouverture.clock.deadlines import DeadlineError, count, rule_named
from ouverture.clock.period import add_months
from ouverture.evidence.checklist import Checklist, checklist
from ouverture.law.bodies import FUNDS_APART, TURN_TO, body_for
from ouverture.law.grounds.wait import THREE_MONTHS_TO_RUN_TOO
from ouverture.law.warnings import notices
from ouverture.law.warnings.notice import Shown
from ouverture.places.caisses import CaisseAnswer, find
from ouverture.places.place_error import PlaceError
from ouverture.rules.rulebook import Certainty, Verdict
from ouverture.services.answer.assess import Answer
from ouverture.services.answer.once_covered import Chapter, later
from ouverture.text import Text
from ouverture.wording.remedies.words import nudge_after_days
from ouverture.wording.steps import Number, StepText, all_steps

ASK_POSTCODE = Text(
    "Donnez votre code postal pour connaître votre caisse et son adresse.",
    "Give your postcode to know your caisse and its address.",
)

FUND_ADDRESS_NOT_HELD = Text(
    "À cet organisme, pas à la CPAM. Son adresse n'est pas détenue ici : demandez-la à l'employeur, ou à l'organisme.",
    "To this body, not to the CPAM. Its address is not held here: ask the employer, or the body itself.",
)

NOTHING_FOR_A_JOB = Text(
    "Vos droits sont ouverts : aucun papier n'est à envoyer à la caisse pour ce travail.",
    "Your rights are open: no paper is to be sent to the caisse for this work.",
)
NOTHING_IS_CLAIMED = Text(
    "Vos droits sont ouverts et continuent : aucun papier n'est à envoyer.",
    "Your rights are open and go on: no paper is to be sent.",
)


@dataclass(frozen=True)
class Step:
    """One step with its day: the earliest day to act, or the last one when ``is_limit``.

    ``turn_to`` is the office or the person it leads to. ``not_held`` says, of a step with a time limit, that the text
    of that day is not held and nothing is counted.
    """

    text: StepText
    on: date | None
    is_limit: bool
    counting: tuple[Text, ...]
    certainty: Certainty
    not_held: Text | None = None
    turn_to: Text | None = None

    def to_json(self) -> dict[str, Any]:
        """The step as plain values."""
        return {
            "name": self.text.name,
            "who": self.text.who,
            "turn_to": self.turn_to._asdict() if self.turn_to else None,
            "on": self.on.isoformat() if self.on else None,
            "is_limit": self.is_limit,
            "title": self.text.title._asdict(),
            "detail": self.text.detail._asdict(),
            "counting": [sentence._asdict() for sentence in self.counting],
            "not_held": self.not_held._asdict() if self.not_held else None,
            "articles": list(self.text.articles),
            "certainty": self.certainty,
        }


@dataclass(frozen=True)
class Plan:
    """The plan of one person. ``where`` is None when no caisse is to be written to, or no postcode was given."""

    answer: Answer
    steps: tuple[Step, ...]
    papers: Checklist
    notices: tuple[Shown, ...]
    where: CaisseAnswer | None
    where_missing: Text | None
    number: Number
    later: tuple[Chapter, ...]

    @property
    def asks_postcode(self) -> bool:
        """Whether a postcode, or another one, would tell where to send."""
        return self.where_missing not in (None, FUND_ADDRESS_NOT_HELD)

    def to_json(self) -> dict[str, Any]:
        """The plan as plain values, with the answer it rests on."""
        return {
            "answer": self.answer.to_json(),
            "number": self.number,
            "steps": [step.to_json() for step in self.steps],
            "papers": self.papers.to_json(),
            "where": self.where.to_json() if self.where else None,
            "where_missing": self.where_missing._asdict() if self.where_missing else None,
            "warnings": [notice_json(shown) for shown in self.notices],
            "changes": [change.to_json() for change in self.answer.changes()],
            "later": [chapter.to_json() for chapter in self.later],
        }


WRITES_TO_A_CAISSE = frozenset(
    {"s1106", "ame", "argue", "s1", "treaty_form", "s3705", "employer", "foreign_employer", "business"}
)


def make_plan(answer: Answer) -> Plan:
    """The plan that follows from an answer; for an answer still unknown, only what is already certain."""
    where, where_missing = _where(answer)
    number = number_of(answer)
    return Plan(
        answer,
        tuple(_steps(answer, number)),
        papers_for(answer),
        notices_for(answer),
        where,
        where_missing,
        number,
        later(answer),
    )


def papers_for(answer: Answer) -> Checklist:
    """The papers this person needs, and what may not be asked of them."""
    born_in = answer.values.get("born_in")
    found = checklist(answer.person, answer.ground, answer.law, answer.on, str(born_in) if born_in else None)
    if _insured_already(answer):
        return replace(found, papers=(), nothing=NOTHING_FOR_A_JOB)
    if _goes_on_in_doubt(answer):
        return replace(found, nothing=None)
    return replace(found, papers=(), nothing=NOTHING_IS_CLAIMED) if _is_open_for_a_minor(answer) else found


def _insured_already(answer: Answer) -> bool:
    """Whether somebody declares the work of a person whose rights are open: nothing is then sent to a caisse."""
    declared = answer.outcome is not None and answer.outcome.route in ("employer", "foreign_employer")
    return declared and answer.values.get("rights_open") is True


def _goes_on_in_doubt(answer: Answer) -> bool:
    """Whether rights go on with nothing to claim, but for a doubt: then it is not said that nothing is to be done."""
    return bool(answer.doubts) and answer.outcome is not None and answer.outcome.route in ("nothing", "keep_open")


def _is_open_for_a_minor(answer: Answer) -> bool:
    """Whether a pupil has open rights: they go on (CSS L161-15-1), and nothing is claimed again."""
    claims = answer.outcome is not None and answer.outcome.route in ("s1106", "student_site")
    is_open = answer.values.get("activity") == "minor" and answer.values.get("rights_open") is True
    return claims and is_open and answer.verdict is Verdict.COVERED


def notices_for(answer: Answer) -> tuple[Shown, ...]:
    """The warnings that concern this person, or may; on papers to send, none to whom none is asked."""
    found = notices(answer.person, answer.ground, answer.law, answer.on)
    return tuple(one for one in found if one.notice.about != "papers") if _insured_already(answer) else found


def notice_json(shown: Shown) -> dict[str, Any]:
    """A warning as plain values, both sides where sources disagree."""
    notice = shown.notice
    return {
        "name": notice.name,
        "says": shown.says._asdict(),
        "sure": shown.sure,
        "depends_on": [fact.name for fact in shown.depends_on],
        "articles": list(dict.fromkeys(cited.source.citation for cited in notice.cites)),
        "sides": [{"says": s.says._asdict(), "source": s.where.fr, "dated": s.dated} for s in notice.sides],
        "certainty": notice.certainty,
        "about": notice.about,
    }


def number_of(answer: Answer) -> Number:
    """Whether the person ever had a number: it is for life, and is reactivated rather than issued again."""
    had = answer.values.get("had_number")
    return "unknown" if had is None else "had" if had else "none"


def sending_day(answer: Answer) -> date:
    """The first day on which sending the file makes sense: the day asked, or the day rights can start if later."""
    if answer.starts_on and answer.verdict == "covered_later":
        return max(answer.on, answer.starts_on)
    if THREE_MONTHS_TO_RUN_TOO in answer.doubts:
        return add_months(date.fromordinal(int(answer.values["in_france_since"])), 3) + timedelta(days=1)
    return answer.on


def _where(answer: Answer) -> tuple[CaisseAnswer | None, Text | None]:
    if answer.outcome is None or answer.outcome.route not in WRITES_TO_A_CAISSE or _is_open_for_a_minor(answer):
        return None, None
    if answer.outcome.body in FUNDS_APART:
        return None, FUND_ADDRESS_NOT_HELD
    postcode, commune = answer.values.get("postcode"), answer.values.get("commune")
    if not postcode:
        return None, ASK_POSTCODE
    try:
        return find(str(postcode), str(commune) if commune else None), None
    except PlaceError as problem:
        return None, problem.text


def _steps(answer: Answer, number: Number) -> Iterator[Step]:
    """The steps of the way in; what is sure beside it when the way, or the verdict itself, is not known yet."""
    settled = answer.verdict is not Verdict.UNKNOWN
    route = answer.outcome.route if answer.outcome else "undecided" if settled else "unknown"
    if _is_open_for_a_minor(answer):
        route = "nothing"
    dated = _Days(answer)
    verdict = Verdict.COVERED_LATER if answer.begins_later else answer.verdict
    for text in all_steps():
        if text.name == "nothing_to_do" and _goes_on_in_doubt(answer):
            continue
        if text.belongs(route, verdict, number, answer.values) and text.in_force(answer.on):
            yield replace(dated.step(text), turn_to=_turn_to(text, answer))


def _turn_to(text: StepText, answer: Answer) -> Text | None:
    """To whom a step leads: the office it names, else the body that pays; None while no body is known."""
    if text.turn_to:
        return TURN_TO[text.turn_to]
    home = answer.values.get("lives_in")
    bodies = dict.fromkeys(body_for(outcome.body, home) for outcome in answer.possible)
    return _either(tuple(bodies)) if answer.verdict is not Verdict.UNKNOWN else None


def _either(bodies: tuple[Text, ...]) -> Text:
    return Text(" / ".join(body.fr for body in bodies), " / ".join(body.en for body in bodies))


_GIVEN = ("none", "today", "start", "kept_until", "rights_may_close")
"""The days of a step that nothing is counted for."""


class _Days:
    """Dates the steps in order: some are counted from the day an earlier one gave."""

    def __init__(self, answer: Answer) -> None:
        self._sent = sending_day(answer)
        self._known: dict[str, date] = {"today": answer.on, "start": self._sent, "sent": self._sent}
        self._not_held: dict[str, Text] = {}
        if (until := answer.kept) is not None:
            self._known |= {"kept_until": until.last_day, "rights_may_close": until.may_close_on}
        choice = answer.values.get("swiss_choice_since")
        if choice is not None:
            self._known["choice"] = date.fromordinal(int(choice))

    def step(self, text: StepText) -> Step:
        """The step with its day, remembered under the step's name for those that count from it."""
        if text.on in _GIVEN:
            return self._on(text, self._known.get(text.on))
        if text.since in self._not_held:
            return self._without_a_term(text, self._not_held[text.since])
        start = self._known.get(text.since)
        if start is None:
            return self._on(text, None)
        if text.on == "nudge":
            return self._on(text, start + timedelta(days=nudge_after_days()))
        return self._counted(text, start)

    def _counted(self, text: StepText, start: date) -> Step:
        try:
            counted = count(text.on, start)
        except DeadlineError:
            return self._without_a_term(text, _term_not_held(text.on, start))
        if counted.due is not None:
            self._known[text.name] = counted.due
        certainty = max(text.certainty, counted.certainty, key="HML".index)
        return Step(text, counted.due, bool(counted.steps), counted.steps, certainty)

    def _on(self, text: StepText, day: date | None) -> Step:
        if day is not None:
            self._known[text.name] = day
        return Step(text, day, text.on == "kept_until" and day is not None, (), text.certainty)

    def _without_a_term(self, text: StepText, why: Text) -> Step:
        self._not_held[text.name] = why
        return Step(text, None, False, (), text.certainty, why)


def _term_not_held(name: str, start: date) -> Text:
    """That the text which sets a time limit on ``start`` is not held, so that no last day can be given."""
    title, day = rule_named(name).title, day_in_words(start)
    return Text(
        f"Pas de date ici : le texte du {day.fr} n'est pas détenu pour « {title.fr} ».",
        f'No date here: the text of {day.en} is not held for "{title.en}".',
    )


def with_papers(answer: Answer) -> dict[str, Any]:
    """The answer as plain values with its warnings, its papers and what may not be asked, but without the steps."""
    papers = papers_for(answer).to_json()
    return {
        **answer.to_json(),
        "number": {"had": "reactivated", "none": "to_be_issued", "unknown": "unknown"}[number_of(answer)],
        "warnings": [notice_json(shown) for shown in notices_for(answer)],
        "papers": papers["papers"],
        "may_not_be_asked": papers["not_to_be_asked"],
    }
