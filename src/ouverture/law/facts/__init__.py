"""The vocabulary: every fact the rules may read, with its question in French and English."""

from ouverture.law.facts import elsewhere, family, means, person, plan, situation, stay
from ouverture.rules.facts import Fact

FACTS: dict[str, Fact] = {
    fact.name: fact
    for room in (situation, person, elsewhere, stay, family, means, plan)
    for fact in vars(room).values()
    if isinstance(fact, Fact)
}
