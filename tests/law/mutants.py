"""How many small changes to the law would the cases notice? `python -m tests.law.mutants` counts, and names the others.

The law is data, so its mutants are made of data: a part left out, turned round, all for any, a value less, a threshold
moved by a month or a day, another verdict. A mutant is noticed when some case comes out otherwise than signed. One that
answers no person of a crowd of 400,000 differently is the same law written otherwise, as far as was found, and is
counted apart. Some minutes; not part of the tests.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import numpy as np

from ouverture.law.rulebook import rulebook
from ouverture.rules.assessment import Evaluator
from ouverture.rules.columns import Column, Columns
from ouverture.rules.conditions import Among, AtLeast, Condition, Either, Every, Holds, Not
from ouverture.rules.cuts import Ago, Cut, Fixed, MonthsEnd, Today
from ouverture.rules.diagram import outcome_diagram, variables
from ouverture.rules.rulebook import Ground, Law, Rule, Verdict, in_force
from tests.law.case_files import Case, cases, differs, told_by, truths_differ

CROWD = 400_000

Changed = tuple[str, Condition]


def mutants_of(condition: Condition) -> Iterator[Changed]:
    """Every condition that differs in one place, with what was done to it."""
    match condition:
        case Every(parts) | Either(parts):
            kind, other = (Every, Either) if isinstance(condition, Every) else (Either, Every)
            yield f"{kind.__name__} -> {other.__name__}", other(parts)
            for place, part in enumerate(parts):
                rest = parts[:place] + parts[place + 1 :]
                yield f"left out: {_short(part)}", kind(rest)
                for done, changed in mutants_of(part):
                    yield done, kind((*parts[:place], changed, *parts[place + 1 :]))
        case Not(part):
            yield f"not turned: {_short(part)}", part
            for done, changed in mutants_of(part):
                yield done, Not(changed)
        case Among(fact, values):
            yield f"turned: {_short(condition)}", Not(condition)
            for value in _few(sorted(values, key=str)):
                yield f"{fact.name} without {value}", Among(fact, values - {value})
        case AtLeast(fact, cut):
            yield f"turned: {_short(condition)}", Not(condition)
            for moved in _moved(cut):
                yield f"{fact.name}: {cut} -> {moved}", AtLeast(fact, moved)
        case Holds():
            yield f"turned: {_short(condition)}", Not(condition)


def noticed(changed: Rule | Ground, original: Rule | Ground) -> bool:
    """Whether some case comes out otherwise than signed when the one stands in the place of the other."""
    return any(_wrong(law, day, on_that_day) for law, day, on_that_day in _laws(changed, original))


def all_mutants() -> Iterator[tuple[str, Rule | Ground, Rule | Ground]]:
    """Every mutant of every rule and ground: what was done, the mutant, the original."""
    for rule in rulebook().rules:
        for done, when in mutants_of(rule.when):
            yield f"rule {rule.name} {rule.since}: {done}", replace(rule, when=when), rule
    for ground in rulebook().grounds:
        for done, when in mutants_of(ground.when):
            yield f"ground {ground.name}: {done}", replace(ground, when=when), ground
        for verdict in (Verdict.COVERED, Verdict.NOT_COVERED):
            if ground.outcome.verdict is not verdict:
                outcome = replace(ground.outcome, verdict=verdict)
                yield f"ground {ground.name}: {verdict}", replace(ground, outcome=outcome), ground


def main(wanted: str) -> None:
    """Count, and print those that nobody notices though they answer somebody differently."""
    made = [mutant for mutant in all_mutants() if wanted in mutant[0]]
    same = survivors = 0
    for title, changed, original in made:
        if noticed(changed, original):
            continue
        if answers_everybody_alike(changed, original):
            same += 1
        else:
            survivors += 1
            print("not noticed:", title, flush=True)
    score = 1 - survivors / max(1, len(made) - same)
    print(f"{len(made)} mutants, {same} that change no answer, {survivors} not noticed, score {score:.1%}")


def answers_everybody_alike(changed: Rule | Ground, original: Rule | Ground) -> bool:
    """Whether no person of a crowd, on the latest day the original is in force, is answered differently."""
    last = date(2026, 11, 23) if original.until is None else original.until - timedelta(days=1)
    law = rulebook().on(last)
    rules = [changed if rule is original else rule for rule in law.rules.values()]
    grounds = [changed if ground is original else ground for ground in law.grounds]
    other = Law(law.facts, grounds, rules)  # type: ignore[arg-type]
    told, crowd = _told(law, last)
    kinds = {outcome: kind for kind, outcome in enumerate(dict.fromkeys((*law.outcomes, *other.outcomes)))}
    before = np.array([kinds[ground.outcome] for ground in law.grounds])[told]
    after = np.array([kinds[ground.outcome] for ground in other.grounds])[Columns(other, last).decide(crowd)]
    return bool((before == after).all())


@cache
def _told(law: Law, day: date) -> tuple[Column, dict[str, Column]]:
    """A crowd about whom everything is known, most of it near the cuts, and the deciding ground of each."""
    random = np.random.default_rng(20261123)
    crowd: dict[str, Column] = {}
    for variable in variables(law.program, day):
        fact = variable.fact
        if variable.cuts:
            near = np.array([at + step for at in variable.cuts for step in (-40, -1, 0, 1, 40)])
            crowd[fact.name] = random.choice(near, CROWD).astype(np.int32)
        else:
            weights = np.array([variable.weights[variable.index(value)] for value in fact.values()]) + 0.02
            common = random.choice(len(fact.values()), CROWD, p=weights / weights.sum())
            crowd[fact.name] = common.astype(np.int16)
    return Columns(law, day).decide(crowd), crowd


def _laws(changed: Rule | Ground, original: Rule | Ground) -> Iterator[tuple[Law, date, list[Case]]]:
    days: dict[date, list[Case]] = {}
    for case in cases():
        if in_force(original, case.on):
            days.setdefault(case.on, []).append(case)
    for day, on_that_day in sorted(days.items(), key=lambda item: -len(item[1])):
        law = rulebook().on(day)
        rules = [changed if rule is original else rule for rule in law.rules.values()]
        grounds = [changed if ground is original else ground for ground in law.grounds]
        yield Law(law.facts, grounds, rules), day, on_that_day  # type: ignore[arg-type]


def _wrong(law: Law, day: date, on_that_day: list[Case]) -> bool:
    prove = Evaluator(law, day).prove
    for case in on_that_day:
        proof = prove(case.person)
        if proof is None:
            if _unproved(law, day, case) != case.expect["verdict"]:
                return True
            continue
        if differs(told_by(proof.ground, case.person), case):
            return True
    return any(truths_differ(law, day, case) for case in on_that_day if case.holds or case.fails)


def _unproved(law: Law, day: date, case: Case) -> str:
    if case.expect["verdict"] == "unknown" and not case.matters:
        return "unknown"
    diagram = outcome_diagram(law, day)
    node = diagram.residual(case.person)
    verdicts = {law.outcomes[leaf].verdict for leaf in diagram.leaves(node) if leaf < len(law.outcomes)}
    missing = {diagram.variables[level].fact.name for level in diagram.matters(node)}
    if not set(case.matters) <= missing:
        return "other facts"
    return verdicts.pop() if len(verdicts) == 1 else "unknown"


def _moved(cut: Cut) -> list[Cut]:
    match cut:
        case Fixed(at):
            return [Fixed(at - 1), Fixed(at + 1)]
        case Ago(months, complete):
            return [Ago(months - 1, complete), Ago(months + 1, complete), Ago(months, not complete)]
        case MonthsEnd(months, days):
            return [MonthsEnd(months - 1, days), MonthsEnd(months + 1, days), MonthsEnd(months, days + 2)]
    return [Ago(1)] if isinstance(cut, Today) else []


def _few(values: list[str | bool]) -> list[str | bool]:
    """Of the countries, a few: thirty mutants of one kind would say the same."""
    return values if len(values) <= 12 else values[:3]


def _short(condition: Condition) -> str:
    match condition:
        case Holds(name):
            return name
        case Among(fact, values):
            return f"{fact.name} in {sorted(map(str, values))[:3]}"
        case AtLeast(fact, cut):
            return f"{fact.name} >= {cut}"
    return type(condition).__name__


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")
