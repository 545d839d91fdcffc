"""The face of an answer: yes, not yet, no, or it cannot be said; its dates in figures; its door; how sure it is."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ouverture.clock.day_words import plain_day
from ouverture.rules.rulebook import Verdict
from ouverture.services.answer.plan import Plan
from ouverture.site.page.parts import DoorState, Tag
from ouverture.site.page.sentences import sentence
from ouverture.text import Text

Face = Literal["yes", "kept", "wait", "no", "unknown"]

FACES: dict[Verdict, Face] = {
    Verdict.COVERED: "yes",
    Verdict.SERVED_FOR_ANOTHER_STATE: "yes",
    Verdict.OTHER_SCHEME: "yes",
    Verdict.STATE_MEDICAL_AID: "yes",
    Verdict.CHOICE: "wait",
    Verdict.COVERED_LATER: "wait",
    Verdict.KEPT: "kept",
    Verdict.NOT_COVERED: "no",
    Verdict.DISPUTED: "unknown",
    Verdict.UNKNOWN: "unknown",
}
_DOORS: dict[Face, DoorState] = {"yes": "open", "kept": "ajar", "wait": "ajar", "no": "shut", "unknown": "dashed"}


@dataclass(frozen=True)
class Headline:
    """``look``: the ground it stands on. ``when``: from or until which day, without a full stop, or None."""

    face: Face
    door: DoorState
    title: Text
    when: Text | None
    sure: Tag | None

    @property
    def look(self) -> str:
        """The class of the panel."""
        return {"yes": "yes", "kept": "wait", "wait": "wait", "no": "no", "unknown": "unknown"}[self.face]


def headline(plan: Plan) -> Headline:
    """The face of this plan's answer."""
    answer = plan.answer
    face = FACES[answer.verdict]
    return Headline(face, _DOORS[face], _title(plan, face), _when(plan, face), _sure(plan))


def kept_until(plan: Plan) -> date | None:
    """The last day on which kept rights are certainly kept; None when no such day is known."""
    return plan.answer.kept.last_day if plan.answer.kept else None


def _title(plan: Plan, face: Face) -> Text:
    if face == "wait" and plan.answer.starts_on:
        return _with_day("headline.wait_until", plan.answer.starts_on)
    until = kept_until(plan) if face == "kept" else None
    if until:
        return _with_day("headline.kept_until", until)
    lead, says = sentence(f"headline.{face}"), plan.answer.says
    return Text(f"{lead.fr} {says.fr}", f"{lead.en} {says.en}")


def _when(plan: Plan, face: Face) -> Text | None:
    answer = plan.answer
    if answer.ground is None:
        return None
    if face in ("wait", "kept"):
        return Text(*(says.rstrip(".") for says in answer.says))
    says = answer.ground.start.says
    if answer.starts_on:
        day = plain_day(answer.starts_on)
        return Text(f"{day.fr}, {says.fr}", f"{day.en}, {says.en}")
    return says


def _sure(plan: Plan) -> Tag | None:
    match plan.answer.certainty:
        case "H":
            return Tag("good", sentence("headline.sure"))
        case "M":
            return Tag("wait", sentence("headline.fairly_sure"), "circle-question-mark")
        case "L":
            return Tag("wait", sentence("headline.not_sure"), "circle-question-mark")
    return None


def _with_day(name: str, day: date) -> Text:
    words = plain_day(day)
    return Text(sentence(name, day=words.fr).fr, sentence(name, day=words.en).en)
