"""Every sentence of the law that a person may be shown."""

from collections.abc import Iterator

from ouverture.law.after import STATEMENTS
from ouverture.law.bodies import BODIES, ROUTES, VERDICTS
from ouverture.law.facts import FACTS
from ouverture.law.glossary import terms, tiers
from ouverture.law.rulebook import rulebook
from ouverture.law.warnings import NOTICES
from ouverture.rules.facts import Fact
from ouverture.text import Text

COUNTRIES = 60
"""A fact with more options than this lists countries: their names are data of places."""


def sentences() -> Iterator[tuple[str, Text]]:
    """Where it stands, and the sentence in both languages."""
    for fact in FACTS.values():
        yield from ((f"fact {fact.name}", text) for text in _of_fact(fact))
    for ground in rulebook().grounds:
        yield from ((f"ground {ground.name}", text) for text in (ground.says, ground.start.says))
    for rule in rulebook().rules:
        yield f"rule {rule.name}", rule.says
    for notice in NOTICES:
        yield from ((f"notice {notice.name}", text) for text in (notice.says, *(side.says for side in notice.sides)))
    for statement in (statement for topic in STATEMENTS.values() for statement in topic):
        yield f"statement {statement.rule.name}", statement.rule.says
    for table in (VERDICTS, BODIES, ROUTES, terms(), tiers()):
        yield from ((str(name), text) for name, text in table.items())


def _of_fact(fact: Fact) -> Iterator[Text]:
    yield from (fact.label, fact.question)
    if fact.hint:
        yield fact.hint
    if len(fact.options) < COUNTRIES:
        yield from fact.options.values()
