"""A call to the caisse: who calls, checked by answers; what is said aloud, from the state; what has not arrived."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import NamedTuple

from ouverture.clock.deadlines import DeadlineError
from ouverture.dossier.command_words import words_of
from ouverture.dossier.file import File
from ouverture.dossier.hold.reasons import reasons
from ouverture.dossier.person.birth import read_birth
from ouverture.dossier.refusals import Refusal
from ouverture.dossier.told_values import word
from ouverture.dossier.words import caisse_name, filled, stage_words
from ouverture.evidence.name_parts import parts_of_name
from ouverture.places.countries import search
from ouverture.services.casework.access import acts_as_caisse, may_open, may_read
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.altered import met_by
from ouverture.services.casework.house import House
from ouverture.services.casework.look import FileView
from ouverture.services.casework.ports import Reading
from ouverture.services.casework.shelf import data_of
from ouverture.services.casework.standing import offices_of
from ouverture.text import Text

PURPOSE = "call"
RIGHT, WRONG = "identity_checked", "identity_not_checked"
"""What a reading of a call says of the answers that were given."""
MOST_READINGS = 10_000


class Question(NamedTuple):
    """One question to whoever calls."""

    name: str
    says: Text


class Answered(NamedTuple):
    """What came of the answers: how many were right of how many given; ``enough``: the file may be spoken of."""

    right: int
    given: int
    enough: bool
    tries_left: int


class HoldTold(NamedTuple):
    """A hold as a call tells it: why, who answers for it, by when it is looked at, what is stopped, and the way out."""

    hold: str
    why: Text
    owner: Text
    placed_by: str
    review_on: date
    stops: tuple[Text, ...]
    way_out: Text


class NotReached(NamedTuple):
    """Something the person has not received yet. ``back``: it came back."""

    what: Text
    since: date
    channel: Text
    back: bool


def questions_for(house: House, actor: Actor, stream: str) -> tuple[Question, ...] | Refusal:
    """What can be asked of whoever calls about this file; nothing of the file is told."""
    file = met_by(house, actor, stream).state
    if refused := _may_call(actor, stream, file):
        return refused
    return tuple(Question(name, Text(**data_of("calls")["questions"][name])) for name in _known(file))


def check_caller(
    house: House, actor: Actor, stream: str, answers: Mapping[str, str], at: datetime
) -> Answered | Refusal:
    """Compare the answers with the file. The try is written down first; five wrong ones end the day."""
    file = met_by(house, actor, stream).state
    if refused := _may_call(actor, stream, file):
        return refused
    rule, tried = data_of("calls")["checking"], _wrong_today(house, stream, at)
    if tried >= rule["tries"]:
        return TRIED_TOO_OFTEN
    known, given = _known(file), {name: said for name, said in answers.items() if said.strip()}
    right = sum(name in known and known[name](file, said) for name, said in given.items())
    enough = right >= rule["answers"] and right == len(given)
    house.journal.note_reading(Reading(stream, actor.id, PURPOSE, RIGHT if enough else WRONG, at))
    return Answered(right, len(given), enough, rule["tries"] - tried - (not enough))


def _may_call(actor: Actor, stream: str, file: File) -> Refusal | None:
    return acts_as_caisse(actor) or may_read(actor, "call") or may_open(actor, stream, offices_of(file))


def _wrong_today(house: House, stream: str, at: datetime) -> int:
    """Wrong tries of the day, whoever answered the telephone."""
    found = house.journal.readings(stream, 0, MOST_READINGS)
    return sum(one.what == WRONG and one.at.date() == at.date() for _, one in found)


def _known(file: File) -> dict[str, Callable[[File, str], bool]]:
    """The questions that this file can judge, each with its judge."""
    return {name: judge for name, (known, judge) in _JUDGES.items() if known(file)}


def _same_birth(file: File, said: str) -> bool:
    try:
        return str(read_birth(said)) == str(read_birth(file.person.birth.on))
    except DeadlineError:
        return False


def _same_place(file: File, said: str) -> bool:
    birth = file.person.birth
    told = set(parts_of_name(said))
    in_town = bool(told) and told <= set(parts_of_name(birth.place))
    return in_town or (bool(birth.country) and any(one.iso2 == birth.country for one in search(said)))


def _same_first_name(file: File, said: str) -> bool:
    given = {part for name in file.person.names.given for part in parts_of_name(name)}
    told = set(parts_of_name(said))
    return bool(told) and told <= given


_JUDGES: Mapping[str, tuple[Callable[[File], object], Callable[[File, str], bool]]] = {
    "born_on": (lambda file: file.person.birth.on, _same_birth),
    "born_in": (lambda file: file.person.birth.place or file.person.birth.country, _same_place),
    "postcode": (
        lambda file: file.person.address.postcode,
        lambda file, said: "".join(said.split()).upper() == "".join(file.person.address.postcode.split()).upper(),
    ),
    "first_name": (lambda file: file.person.names.given, _same_first_name),
}


def aloud(view: FileView) -> Text:
    """What is read to whoever calls, whole sentences in both languages, from the state; no number is in it."""
    every = [_sentence(one) for one in _told(view)]
    return Text(" ".join(one.fr for one in every), " ".join(one.en for one in every))


def _told(view: FileView) -> Iterator[Text]:
    file = view.file
    if file.application.stage != "none":
        yield stage_words("application", file.application.stage)
    if file.rights.stage == "open" and file.rights.periods:
        yield filled(_words("rights_since"), first=file.rights.periods[-1].first)
    elif file.rights.stage != "none":
        yield stage_words("rights", file.rights.stage)
    if file.number.stage != "none":
        yield stage_words("number", file.number.stage)
    for card in file.card.items:
        if card.form in ("plastic", "app"):
            yield stage_words("card", card.stage)
    for hold in holds_of(view):
        yield hold.why
        yield filled(_words("hold_until"), review_on=hold.review_on)
        yield hold.way_out
    if first := view.headline:
        yield filled(word("letter", "next"), holder=first.holder_says, due=first.due, says=first.says)
    else:
        yield _words("nothing_next")


def _sentence(words: Text) -> Text:
    """Begun with a capital and ended with a full stop."""
    return Text(*(f"{each.rstrip('.')}." for each in words.capitalised()))


def holds_of(view: FileView) -> tuple[HoldTold, ...]:
    """Every live hold, the first to be looked at first."""
    return tuple(
        HoldTold(
            one.hold, known.says, caisse_name(one.owner), one.placed_by, one.review_on,
            tuple(words_of(kind).label for kind in one.blocks), known.way_out,
        )
        for one in sorted(view.file.hold.live, key=lambda one: one.review_on)
        for known in [reasons().get(one.reason, reasons()["no_reason_was_given"])]
    )  # fmt: skip


def not_reached(view: FileView) -> tuple[NotReached, ...]:
    """What was sent and is not known to have arrived, each paper enclosed by its name."""
    found = []
    for one in view.file.messages.on_their_way:
        enclosed = [word("enclosed", name) for name in one.encloses]
        what = Text(*("; ".join(each[nth] for each in enclosed) for nth in (0, 1))) if enclosed else _words("a_message")
        found.append(NotReached(what, one.since, word("channel", one.channel), one.bounced))
    return tuple(found)


def from_here() -> tuple[str, ...]:
    """The acts that a call can end with, the likeliest first."""
    return tuple(data_of("calls")["from_here"]["acts"])


def _words(name: str) -> Text:
    return Text(**data_of("calls")["aloud"][name])


TRIED_TOO_OFTEN = Refusal(
    "tried_too_often",
    Text(
        "Cinq essais n'ont pas suffi aujourd'hui : rien n'est dit par téléphone. Proposez une lettre à l'adresse "
        "du dossier, ou un guichet avec un document d'identité.",
        "Five tries were not enough today: nothing is said by telephone. Offer a letter to the address of the file, "
        "or a counter with an identity document.",
    ),
    "agent",
)
