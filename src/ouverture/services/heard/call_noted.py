"""What was said on a call, as commands: the exchange always; what the agent told of the file, if the caisse is outside.

Run them in order, as asserted by a call: ``run(file, command, day, by="call")``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, get_args

from ouverture.dossier.card.events import Form
from ouverture.dossier.deadline import days_after
from ouverture.dossier.exchange.decisions import RecordExchange
from ouverture.dossier.file import File
from ouverture.dossier.hold.reasons import reasons
from ouverture.dossier.kernel import Command
from ouverture.dossier.seen import RecordSeen
from ouverture.services.heard.call_sheet import CallSheet
from ouverture.text import Language, Text
from ouverture.wording.calls.aloud import NO_BREAK, NotANumber, grouped
from ouverture.wording.calls.sheet import Answer, Need

Row = Mapping[str, Any]

SOMEBODY = Text("un agent, nom non donné", "an agent, name not given")


class NoteError(ValueError):
    """A call that cannot be noted: the ``need`` that is missing or wrong, and what would be right."""

    def __init__(self, need: str, text: Text) -> None:
        super().__init__(text.en)
        self.need = need
        self.text = text


@dataclass(frozen=True)
class Heard:
    """One answer that was heard, by its name, with what it needs: days as dates, the rest as words."""

    answer: str
    values: Mapping[str, date | str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class Note:
    """What was written down before hanging up. ``promised`` adds to what the answers promise."""

    with_whom: str = ""
    said: str = ""
    promised: str = ""
    promised_by: date | None = None
    reference: str = ""
    language: Language = "fr"


NOTHING_WRITTEN = Note()


def noted(file: File, sheet: CallSheet, heard: Sequence[Heard], note: Note = NOTHING_WRITTEN) -> tuple[Command, ...]:
    """The commands that note a call made on the sheet's day. On a caisse of this system, only the exchange.

    Raises NoteError when an answer is not on the sheet, or when what it needs is missing.
    """
    answers = [_answer(sheet, one) for one in heard]
    for answer, one in zip(answers, heard, strict=True):
        for need in answer.needs:
            _check(need, one.values.get(need.name), sheet.day)
    name = _new_name(file, sheet.day)
    exchange = _exchange(file, sheet, answers, note, name)
    if file.connected:
        return (exchange,)
    seen = (
        one
        for answer, said in zip(answers, heard, strict=True)
        for one in _seen(file, sheet, answer, said.values, name)
    )
    return (exchange, *seen)


def _answer(sheet: CallSheet, heard: Heard) -> Answer:
    found = next((one for one in sheet.situation.answers if one.name == heard.answer), None)
    if found is None:
        raise NoteError("answer", Text("Cette réponse n'est pas sur la fiche.", "That answer is not on the sheet."))
    return found


def _check(need: Need, value: date | str | None, day: date) -> None:
    if not value or isinstance(value, date) is not (need.kind == "date"):
        raise NoteError(need.name, need.asks)
    if need.name == "on" and isinstance(value, date) and value > day:
        raise NoteError("on", Text("Ce jour n'est pas encore venu.", "That day has not come yet."))
    if need.kind == "number":
        try:
            grouped(str(value))
        except NotANumber:
            raise NoteError(need.name, NotANumber.text) from None


def _new_name(file: File, day: date) -> str:
    return next(
        name
        for count in range(1, len(file.exchange.items) + 2)
        if file.exchange.named(name := f"call-{day.isoformat()}-{count}") is None
    )


def _exchange(file: File, sheet: CallSheet, answers: Sequence[Answer], note: Note, name: str) -> RecordExchange:
    """What was said in the words of the answers, then in the caller's own."""
    of = note.language
    said = [*(one.says.to(of) for one in answers), *filter(None, [note.said])] or [sheet.situation.title.to(of)]
    promised = [*(one.promise.to(of) for one in answers if one.promise), *filter(None, [note.promised])]
    follows = sheet.about if file.exchange.named(sheet.about) else ""
    who = note.with_whom or SOMEBODY.to(of)
    promised_by = note.promised_by if promised else None
    return RecordExchange(name, "call", who, " ".join(said), "; ".join(promised), promised_by, note.reference, follows)


def _seen(
    file: File, sheet: CallSheet, answer: Answer, values: Mapping[str, date | str], name: str
) -> Iterator[RecordSeen]:
    """One command for each event of the answer, but for those the file already has or knows too little of."""
    known = {**_of_file(file, sheet), **_new_hold(file, answer, name), **{k: _plain(k, v) for k, v in values.items()}}
    happened_on = values.get("on")
    for row in answer.records:
        kind = str(row["event"])
        said = {name: _value(value, known) for name, value in row.items() if name != "event"}
        if _unknown(row, said) or _has(file, kind, said):
            continue
        full = {**said, **_of_hold(file, said, known, sheet.day)} if kind == "hold_placed" else said
        on = happened_on if isinstance(happened_on, date) else sheet.day
        yield RecordSeen(kind, json.dumps(full, sort_keys=True), on)


def _unknown(row: Row, said: Row) -> bool:
    """Whether something the record takes from the file is not known to it: unknown is not guessed."""
    return any(said[name] == "" for name, value in row.items() if str(value).startswith("$"))


def _value(said: Any, known: Mapping[str, Any]) -> Any:
    """What a field of a record says: "$name" is what is known by that name, "" when it is not."""
    if isinstance(said, list):
        return [_value(one, known) for one in said]
    if said == "$nothing":
        return None
    return known.get(said[1:], "") if isinstance(said, str) and said.startswith("$") else said


def _plain(name: str, value: date | str) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return grouped(value).replace(NO_BREAK, "") if name == "number" else value


def _of_file(file: File, sheet: CallSheet) -> dict[str, str]:
    """What a record may take from the file; "" when the file does not know it."""
    forms = get_args(Form)
    return {
        "about": sheet.about,
        "ground": file.application.ground or file.application.asked_ground,
        "form": sheet.about if sheet.about in forms else "plastic",
        "hold": _hold_meant(file, sheet),
        "doctor": file.doctor.asked or file.doctor.doctor,
        "route": file.doctor.route,
        "caisse": file.attachment.moving_to,
    }


def _hold_meant(file: File, sheet: CallSheet) -> str:
    """The hold that locks the account, else the one the call is about, else the oldest."""
    if file.account.locked_by or file.hold.named(sheet.about):
        return file.account.locked_by or sheet.about
    return next((one.hold for one in file.hold.live), "")


def _new_hold(file: File, answer: Answer, name: str) -> dict[str, str]:
    """The name of the hold an answer speaks of: the live one for the same reason, else a new one."""
    reason = next((row["reason"] for row in answer.records if row["event"] == "hold_placed"), None)
    return {"new_hold": next((one.hold for one in file.hold.live if one.reason == reason), name)}


def _of_hold(file: File, fields: Row, known: Mapping[str, Any], day: date) -> dict[str, Any]:
    """What nobody says of a hold on the telephone: the caisse owns it, and looks again after the longest term."""
    reason = reasons()[fields["reason"]]
    return {
        "hold": known["new_hold"],
        "owner": file.attachment.caisse,
        "blocks": sorted(reason.may_block),
        "review_on": days_after(day, reason.longest_days).isoformat(),
        "says_fr": reason.says.fr,
        "says_en": reason.says.en,
    }


_ALREADY: Mapping[str, Callable[[File, Row], bool]] = {
    "hold_placed": lambda file, said: any(one.reason == said["reason"] for one in file.hold.live),
    "hold_lifted": lambda file, said: file.hold.named(said["hold"]) is None,
    "account_locked": lambda file, _: file.account.stage == "locked",
    "account_unlocked": lambda file, _: file.account.stage != "locked",
}


def _has(file: File, kind: str, fields: Row) -> bool:
    """Whether the file already says so: an agent repeats what was known."""
    return kind in _ALREADY and _ALREADY[kind](file, fields)
