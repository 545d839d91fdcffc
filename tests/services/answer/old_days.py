"""Every person of the cases, on every day on which something that the answers rest on starts or ends."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

from ouverture.adapters.pdf import plan_pdf
from ouverture.cli.lines import answer_lines, plan_lines
from ouverture.clock.registry import rules as deadlines
from ouverture.law.after import STATEMENTS
from ouverture.law.amounts import history, names
from ouverture.law.answers import AnswerError, read
from ouverture.law.facts import FACTS
from ouverture.law.rulebook import rulebook
from ouverture.law.sources import START
from ouverture.law.texts import held, versions
from ouverture.law.warnings import NOTICES
from ouverture.rules.facts import Value
from ouverture.services.answer.assess import Answer, assess
from ouverture.services.answer.plan import Plan, make_plan, with_papers
from ouverture.text import LANGUAGES
from tests.law.case_files import Case, cases

LAST = date(2029, 12, 31)
"""Ends later than this are placeholders of the codes ("on a date to be fixed by decree")."""


@cache
def turning_days() -> tuple[date, ...]:
    """The days on which a rule, a text, an amount, a time limit or a notice starts or ends, with their neighbours."""
    within = {day for day in _changes() if day and START <= day <= LAST}
    near = (day + timedelta(step) for day in within for step in (-1, 0, 1))
    return tuple(sorted({day for day in near if day >= START}))


@cache
def spells() -> tuple[tuple[date, ...], ...]:
    """The turning days, those together between which nothing starts or ends: one law, one set of words and amounts."""
    starts = sorted({day for day in _changes() if day and START <= day <= LAST})
    together: dict[int, list[date]] = {}
    for day in turning_days():
        together.setdefault(bisect_right(starts, day), []).append(day)
    return tuple(tuple(days) for days in together.values())


def _changes() -> Iterator[date | None]:
    yield from rulebook().changes
    for text in held().values():
        yield from (text.since, text.until)
    cited = {(rule.source.code, rule.source.article) for rule in rulebook().rules}
    for version in (version for article in cited for version in versions().get(article, ())):
        yield from (version.since, version.until)
    for amount in (amount for name in names() for amount in history(name)):
        yield from (amount.since, amount.until)
    for terms in (terms for rule in deadlines().values() for terms in rule.versions):
        yield from (terms.since, terms.until)
    for statement in (statement for topic in STATEMENTS.values() for statement in topic):
        yield from (statement.rule.since, statement.rule.until)
    for notice in NOTICES:
        yield from (notice.since, notice.until)


@cache
def one_of_each_ground() -> tuple[Case, ...]:
    """One case for each ground of the law."""
    return tuple({case.expect["ground"]: case for case in cases() if "ground" in case.expect}.values())


def on_day(case: Case, day: date) -> Answer:
    """The same person as many days earlier or later, asked on ``day``; an answer that the day makes absurd is left."""
    moved = {name: _moved(value, day - case.on) for name, value in case.facts.items()}
    return settled(read(moved, FACTS), day)


def settled(values: Mapping[str, Value | str], day: date) -> Answer:
    """The answer for these values, without those that cannot be true together."""
    left = dict(values)
    while True:
        try:
            return assess(left, day)
        except AnswerError as refused:
            del left[refused.field]


def _moved(value: Any, by: timedelta) -> Any:
    return value + by if isinstance(value, date) else value


def shown_in_full(answer: Answer) -> Plan:
    """The plan, once everything said of the answer was said in both languages and nothing was empty."""
    plan = make_plan(answer)
    for said in (with_papers(answer), plan.to_json()):
        json.dumps(said)
        _none_empty(said)
    for language in LANGUAGES:
        for lines in (answer_lines(answer, language), plan_lines(plan, language)):
            assert all(line.strip() for line in lines)
    return plan


def printed(plan: Plan) -> None:
    """The plan as a PDF in both languages."""
    for language in LANGUAGES:
        assert plan_pdf(plan, language).startswith(b"%PDF-")


def _none_empty(said: Any) -> None:
    if isinstance(said, dict):
        if said.keys() == {"fr", "en"}:
            assert said["fr"].strip(), said
            assert said["en"].strip(), said
        for value in said.values():
            _none_empty(value)
    elif isinstance(said, list | tuple):
        for value in said:
            _none_empty(value)
