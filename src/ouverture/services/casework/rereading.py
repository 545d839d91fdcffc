"""A new text or amount: the files it touches, what changes for each person, done in pages that stop and resume.

Nothing is sent before it was shown. A reading that would end cover ends nothing: that takes its control, its notices
and its remedies, one person at a time.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Literal, NamedTuple

from ouverture.dossier.file import File
from ouverture.dossier.refusals import Refusal
from ouverture.dossier.rights.decisions import ReEvaluateRights
from ouverture.dossier.rights.events import OPEN
from ouverture.dossier.words import filled
from ouverture.law.answers import AnswerError
from ouverture.rules.rulebook import Verdict
from ouverture.services.answer.assess import Answer, assess
from ouverture.services.answer.to_come import AS_IT_STANDS, LawToRead
from ouverture.services.casework.access import acts_as_caisse, may_read
from ouverture.services.casework.acting import Wanted, carry_out
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.acts import preview_of
from ouverture.services.casework.altered import met_in_a_list
from ouverture.services.casework.carry_out import Done
from ouverture.services.casework.house import House
from ouverture.services.casework.law_days import day_before
from ouverture.services.casework.look import view_of
from ouverture.services.casework.ports import Reading
from ouverture.services.casework.run import Run
from ouverture.services.casework.standing import office_of
from ouverture.services.casework.texts_to_come import law_read_on
from ouverture.text import Text

Touch = Literal["other_ground", "ends", "amounts", "unsure"]
AT_ONCE = 25
"""Files read for one page: few enough to be looked at, and to be done in one go."""


class Touched(NamedTuple):
    """One file that reads otherwise: before and after in words, the law it rests on, the letter when one leaves.

    ``command``: the decision that sends it; None where nothing is decided here.
    """

    stream: str
    name: str
    touch: Touch
    before: Text
    after: Text
    law: tuple[str, ...]
    letter: Text | None
    command: ReEvaluateRights | None


class RereadPage(NamedTuple):
    """Some files, those touched alone; how many were read, and where the next page begins ("": there is none)."""

    touched: tuple[Touched, ...]
    read: int
    upto: str
    last: bool


def page_of_files(house: House, actor: Actor, run: Run, day: date, at: datetime) -> RereadPage | Refusal:
    """The next files of the run, read under the law of before and of after; each reading is written down."""
    if refused := may_read(actor, "picture"):
        return refused
    streams = house.journal.files_of(actor.office, run.upto, AT_ONCE + 1)
    house.journal.note_reading(*(Reading(one, actor.id, "re_evaluation", "file", at) for one in streams[:AT_ONCE]))
    reading = _Reading(run.on, law_read_on(house, actor.office, run.on), day, at)
    touched = [found for one in streams[:AT_ONCE] if (found := _read(house, actor, one, reading))]
    last = len(streams) <= AT_ONCE
    return RereadPage(tuple(touched), len(streams[:AT_ONCE]), streams[:AT_ONCE][-1] if streams else run.upto, last)


def do_page(house: House, actor: Actor, run: Run, upto: str, day: date, at: datetime) -> Run | Refusal:
    """Carry out what the page showed, and move on; a page that is no longer the one shown is refused."""
    if refused := may_read(actor, "picture") or acts_as_caisse(actor):
        return refused
    if run.on > day:
        return Refusal("law_not_yet", filled(NOT_YET, on=run.on), "agent", run.on)
    page = page_of_files(house, actor, run, day, at)
    if isinstance(page, Refusal):
        return page
    if page.upto != upto:
        return ANOTHER_PAGE
    changed = sum(_done(house, actor, one, run.on, day, at) for one in page.touched)
    return run._replace(
        upto=page.upto, read=run.read + page.read, touched=run.touched + len(page.touched),
        changed=run.changed + changed, finished=page.last,
    )  # fmt: skip


class _Reading(NamedTuple):
    """One day of change as it is read: the law from that day on, and the day and moment of the look."""

    on: date
    law: LawToRead
    day: date
    at: datetime


def _read(house: House, actor: Actor, stream: str, reading: _Reading) -> Touched | None:
    if (file := met_in_a_list(house, stream)) is None:
        return None
    met, facts = house.met(stream), _facts(file)
    if office_of(file) != actor.office or met.erased or not facts:
        return None
    if file.rights.stage not in OPEN or not file.rights.periods or (file.rights.rules_day or date.min) >= reading.on:
        return None
    before, after = _assessed(facts, day_before(reading.on)), _assessed(facts, reading.on, reading.law)
    touch = _touch(file, before, after, reading.law)
    if touch is None:
        return None
    command = _command(file, touch, before, after, reading)
    view = view_of(stream, met.version, file, reading.day)
    would = preview_of(actor, view, command) if command else None
    letters = () if would is None or isinstance(would, Refusal) else would.messages
    law = command.law if command else _law(after, reading)
    letter = letters[0].words if letters else None
    return Touched(stream, view.person.name, touch, *_both(touch, before, after), law, letter, command)


def _touch(file: File, before: Answer | Text, after: Answer | Text, law: LawToRead) -> Touch | None:
    touch = _reads_otherwise(file, before, after)
    if law.text is None or file.rights.periods[-1].ground not in law.text.ends or touch not in (None, "amounts"):
        return touch
    # Its own ground ends, though the answers of the file do not show it: it is never passed over.
    return "other_ground" if _covers(after) else "unsure"


def _reads_otherwise(file: File, before: Answer | Text, after: Answer | Text) -> Touch | None:
    if isinstance(before, Text) or isinstance(after, Text):
        return None if before == after else "unsure"
    if (_ground(before), before.verdict) == (_ground(after), after.verdict):
        return "amounts" if before.amounts != after.amounts else None
    if after.ground is None:
        return "ends" if after.verdict is Verdict.NOT_COVERED else "unsure"
    if not _covers(after):
        return "ends"
    return None if file.rights.periods[-1].ground == after.ground.name else "other_ground"


def _covers(answer: Answer | Text) -> bool:
    found = None if isinstance(answer, Text) else answer.ground
    return found is not None and found.outcome.verdict is Verdict.COVERED


def _ground(answer: Answer) -> str:
    return answer.ground.name if answer.ground else ""


def _command(
    file: File, touch: Touch, before: Answer | Text, after: Answer | Text, reading: _Reading
) -> ReEvaluateRights | None:
    """The decision that tells of the change, with its law; None where nothing is decided here."""
    if touch not in ("other_ground", "amounts") or isinstance(before, Text) or isinstance(after, Text):
        return None
    ground = after.ground.name if touch == "other_ground" and after.ground else file.rights.periods[-1].ground
    new = [one for one in after.amounts if one not in before.amounts]
    return ReEvaluateRights(
        ground,
        reading.on,
        _law(after, reading, touch),
        " ".join(one.fr for one in new),
        " ".join(one.en for one in new),
    )


def _law(after: Answer | Text, reading: _Reading, touch: Touch = "unsure") -> tuple[str, ...]:
    """The text that begins on the day where one was brought in; else those the answer, or its amounts, rest on."""
    if reading.law.text is not None:
        return (reading.law.text.citation,)
    if isinstance(after, Text):
        return ()
    return after.texts_of_amounts if touch == "amounts" else after.articles


def _done(house: House, actor: Actor, one: Touched, on: date, day: date, at: datetime) -> bool:
    if one.command is None:
        return False
    done = carry_out(house, actor, Wanted(one.stream, one.command, day, f"reread/{on.isoformat()}", at))
    return isinstance(done, Done) and bool(done.events)


def _facts(file: File) -> dict[str, Any]:
    """The answers that the file holds: the person's own, else those of the claim."""
    return dict(file.person.situation or file.application.facts)


def _assessed(facts: dict[str, Any], on: date, law: LawToRead = AS_IT_STANDS) -> Answer | Text:
    try:
        return assess(facts, on, read=law)
    except AnswerError as problem:
        return problem.text


def _both(touch: Touch, before: Answer | Text, after: Answer | Text) -> tuple[Text, Text]:
    """The two readings in words: the amounts that differ, and nothing that both say, where nothing else does."""
    if isinstance(before, Text) or isinstance(after, Text):
        return _headline(before), _headline(after)
    old = [one for one in before.amounts if one not in after.amounts]
    new = [one for one in after.amounts if one not in before.amounts]
    if touch == "amounts" and old and new:
        return _joined(old), _joined(new)
    return _joined([before.headline, *old]), _joined([after.headline, *new])


def _headline(answer: Answer | Text) -> Text:
    return answer if isinstance(answer, Text) else answer.headline


def _joined(every: Iterable[Text]) -> Text:
    every = tuple(every)
    return Text(" ".join(one.fr for one in every), " ".join(one.en for one in every))


NOT_YET = Text(
    "Ce texte commence le {on} : la liste se lit dès maintenant, et s'envoie à partir de ce jour.",
    "This text begins on {on}: the list can be read now, and is sent from that day on.",
)
ANOTHER_PAGE = Refusal(
    "another_page",
    Text(
        "Ces dossiers ont changé depuis que la page a été montrée. Relisez-la : rien n'est parti.",
        "These files have changed since the page was shown. Read it again: nothing has left.",
    ),
    "agent",
)
