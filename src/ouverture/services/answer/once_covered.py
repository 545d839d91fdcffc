"""Life once covered: what keeps rights, what to declare, moving, leaving, being checked, and help with the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ouverture.law.after import Topic, statements
from ouverture.law.after.statement import Told
from ouverture.rules.rulebook import Verdict
from ouverture.services.answer.assess import Answer
from ouverture.text import Text

TITLES: dict[Topic, Text] = {
    "keeping": Text("Garder ses droits", "Keeping your rights"),
    "declaring": Text("Ce qu'il faut déclarer", "What to declare"),
    "moving": Text("Déménager, changer de caisse", "Moving, changing caisse"),
    "leaving": Text("Quitter la France", "Leaving France"),
    "control": Text("Si la caisse vérifie la résidence", "If the caisse checks residence"),
    "complementary": Text("La complémentaire santé solidaire (C2S)", "Complementary cover for low incomes (C2S)"),
    "state_aid": Text("L'aide médicale de l'État", "State medical aid"),
}
_COVERED: tuple[Topic, ...] = ("keeping", "declaring", "moving", "leaving", "control", "complementary")
_AFTER: dict[Verdict, tuple[Topic, ...]] = {
    Verdict.COVERED: _COVERED,
    Verdict.COVERED_LATER: _COVERED,
    Verdict.KEPT: ("keeping", "control"),
    Verdict.STATE_MEDICAL_AID: ("state_aid",),
}


@dataclass(frozen=True)
class Chapter:
    """What the law says of one topic to this person, in the order of its articles."""

    topic: Topic
    told: tuple[Told, ...]

    @property
    def title(self) -> Text:
        """The topic in plain words."""
        return TITLES[self.topic]

    def to_json(self) -> dict[str, Any]:
        """The chapter as plain values."""
        return {
            "topic": self.topic,
            "statements": [
                {
                    "says": told.says._asdict(),
                    "article": told.statement.rule.source.citation,
                    "certainty": told.statement.rule.certainty,
                    "depends_on": [fact.name for fact in told.depends_on],
                }
                for told in self.told
            ],
        }


def later(answer: Answer) -> tuple[Chapter, ...]:
    """The chapters that follow from an answer; none where nothing is opened."""
    topics = _AFTER.get(answer.verdict, ())
    chapters = (Chapter(topic, statements(topic, answer.person, answer.law, answer.on)) for topic in topics)
    return tuple(chapter for chapter in chapters if chapter.told)
