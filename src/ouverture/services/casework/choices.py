"""The lists of ``dossier/data/choices.toml``: what a file holds that an answer can be chosen from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from ouverture.dossier.appeal.contestable import contestable
from ouverture.dossier.appeal.events import PENDING, WON, Appeal
from ouverture.dossier.application.pieces import named
from ouverture.dossier.askable import CIVIL_STATUS_PAPERS, wants
from ouverture.dossier.card.events import VITALE
from ouverture.dossier.claim.events import PAID, TO_PAY, CareSheet
from ouverture.dossier.command_words import words_of
from ouverture.dossier.duty import duties
from ouverture.dossier.exchange.events import Exchange
from ouverture.dossier.file import File
from ouverture.dossier.hold.reasons import reasons
from ouverture.dossier.law_of_a_day import opens_cover, with_what_follows
from ouverture.dossier.number.events import AWAITS_CIVIL_STATUS
from ouverture.dossier.obligations import obligations
from ouverture.dossier.told_values import SHOWN_DIGITS, word
from ouverture.dossier.words import filled, in_words, table
from ouverture.evidence.papers import PAPERS, stay
from ouverture.law.rulebook import rulebook
from ouverture.places.caisse import all_caisses
from ouverture.rules.assessment import evaluator
from ouverture.text import Text


class Choice(NamedTuple):
    """One answer to choose: the value that is sent, and its words."""

    value: str
    label: Text


Choices = tuple[Choice, ...]


def _papers(names: Iterable[str]) -> Choices:
    return tuple(_paper(name) for name in dict.fromkeys(names))


@cache
def _paper(name: str) -> Choice:
    return Choice(name, in_words(name))


def papers_here(file: File, day: date) -> Choices:
    """Papers that wait to be judged; outside this system, any paper the caisse may have judged."""
    here = named(file.application.pieces, "received")
    return _papers(here) if file.connected else _papers((*here, *(one.value for one in papers_to_give(file, day))))


def papers_to_give(file: File, day: date) -> Choices:
    """Every paper with a name: those asked for first, then those the law wants in this case, then the others."""
    return _papers((*_civil_status(file, day), *file.application.missing, *_wanted(file, day), *PAPERS))


def _civil_status(file: File, day: date) -> tuple[str, ...]:
    """The papers of which one is awaited for the permanent number, those of this case first."""
    if file.number.stage not in AWAITS_CIVIL_STATUS:
        return ()
    return tuple(paper for paper in (*_wanted(file, day), "birth_certificate") if paper in CIVIL_STATUS_PAPERS)


def _wanted(file: File, day: date) -> Iterable[str]:
    state = file.application
    return (paper for want in wants(state.ground or state.asked_ground, state.facts, day) for paper in want.papers)


def papers_allowed(file: File, day: date) -> Choices:
    """Papers this caisse may ask for in this case: by law, or by a rule it has declared. Those it has are left out.

    Of a caisse outside, any paper may be written down as asked for: what no text allows is told afterwards.
    """
    here = {piece.name for piece in file.application.pieces if piece.status in ("received", "accepted", "requested")}
    local = (row["paper"] for row in table("local_rules").values()
             if row["caisse"] == file.attachment.caisse and row["since"] <= day)  # fmt: skip
    others = () if file.connected else PAPERS
    return _papers(name for name in (*_wanted(file, day), *local, *others) if name not in here)


@cache
def _of_stay() -> Choices:
    return _papers(name for name, paper in PAPERS.items() if paper in vars(stay).values())


@cache
def _grounds(day: date) -> Choices:
    return tuple(Choice(one.name, plain(one.says)) for one in rulebook().on(day).grounds if opens_cover(one))


def plain(words: Text) -> Text:
    """A sentence as an answer to choose: without its full stop."""
    return Text(words.fr.rstrip("."), words.en.rstrip("."))


def grounds(file: File, day: date) -> Choices:
    """The reasons for being covered under the rules of that day, the one the facts prove first, then the file's."""
    changes = [change for change in rulebook().changes if change <= day]
    every = _grounds(changes[-1] if changes else day)
    state = file.application
    proof = evaluator(rulebook().on(day), day).prove(dict(with_what_follows(state.facts, day))) if state.facts else None
    likely = [proof.ground.name if proof else "", state.ground, state.asked_ground]
    return tuple(sorted(every, key=lambda one: likely.index(one.value) if one.value in likely else len(likely)))


@cache
def _caisses(but: str) -> Choices:
    return tuple(Choice(one.key, Text(one.name, one.name)) for one in all_caisses() if one.key != but)


def _days(names: Iterable[tuple[str, date]], fr: str, en: str) -> Choices:
    return tuple(Choice(name, filled(Text(fr, en), name=name, on=on)) for name, on in names)


def envelopes(file: File, _: date) -> Choices:
    """Every envelope of the file."""
    return _envelopes((one.envelope, one.since) for one in file.envelope.items)


def _envelopes(names: Iterable[tuple[str, date]]) -> Choices:
    return _days(names, "{name}, du {on}", "{name}, of {on}")


def pages_to_sort(file: File, _: date) -> Choices:
    """Pages nobody has sorted yet; two envelopes may hold pages of one name."""
    names = dict.fromkeys(page for one in file.envelope.items for page in one.unsorted)
    return tuple(Choice(name, in_words(name)) for name in names)


def numbers_found(file: File, _: date) -> Choices:
    """The numbers that the search found, by their place in it: no number leaves the file."""
    found = file.identity.candidates
    shown = ((str(place), f"…{number[-SHOWN_DIGITS:]}") for place, number in enumerate(found, start=1))
    return tuple(Choice(place, Text(ending, ending)) for place, ending in shown)


def holds(file: File, _: date) -> Choices:
    """The holds that are running, each with its reason."""
    words = Text("{name} : {why}", "{name}: {why}")
    return tuple(Choice(one.hold, filled(words, name=one.hold, why=plain(reasons()[one.reason].says)))
                 for one in file.hold.live)  # fmt: skip


def hold_reasons(file: File, _: date) -> Choices:
    """The reasons for which a hold may be placed; the one for "no reason was given" only outside this system."""
    every = (one for one in reasons().values() if not (file.connected and one.seen_only))
    return tuple(Choice(one.code, plain(one.says)) for one in every)


@cache
def _stoppable() -> Choices:
    kinds = (kind for row in table("holds").values() for kind in row["may_block"])
    return tuple(Choice(kind, words_of(kind).label) for kind in dict.fromkeys(kinds))


def _exchanges(items: Iterable[Exchange]) -> Choices:
    return _days(((one.exchange, one.on) for one in items), "{name}, du {on}", "{name}, of {on}")


def decisions_to_contest(file: File, _: date) -> Choices:
    """The decisions that stand against the person; a medical one is not held in the file, and may exist."""
    values = _values("lodge_appeal", "against")
    return tuple(
        Choice(one, values[one]) for one in (*(each.against for each in contestable(file)), "medical_decision")
    )


@cache
def _values(kind: str, field: str) -> Mapping[str, Text]:
    return next(one.values for one in words_of(kind).fields if one.name == field)


def _appeals(items: Iterable[Appeal]) -> Choices:
    words = Text("{name} : {against}, devant {to}", "{name}: {against}, before {to}")
    against, where = _values("lodge_appeal", "against"), _values("lodge_appeal", "to")
    return tuple(Choice(one.appeal, filled(words, name=one.appeal, against=against[one.against], to=where[one.to]))
                 for one in items)  # fmt: skip


def _claims(items: Iterable[CareSheet]) -> Choices:
    return _days(((one.claim, one.care_on) for one in items), "{name}, soins du {on}", "{name}, care of {on}")


def lines_to_price(file: File, _: date) -> Choices:
    """The lines not yet refused of the sheets that wait: counted from 0 in what is sent, from 1 in words."""
    found: dict[int, list[str]] = {}
    for sheet in file.claim.open:
        for place, line in enumerate(sheet.lines):
            if sheet.stage == "received" and not line.refused:
                found.setdefault(place, []).append(line.code)
    words = Text("ligne {place} : {codes}", "line {place}: {codes}")
    return tuple(Choice(str(place), filled(words, place=place + 1, codes=tuple(codes)))
                 for place, codes in sorted(found.items()))  # fmt: skip


def messages_on_their_way(file: File, _: date) -> Choices:
    """Messages not known to have arrived."""
    words = Text("{channel} du {on}", "{channel} of {on}")
    return tuple(Choice(str(one.message), filled(words, channel=said_channel(one.channel), on=one.since))
                 for one in file.messages.on_their_way)  # fmt: skip


def said_channel(name: str) -> Text:
    """A way to reach somebody, or by which papers come, in words."""
    return word("channel", name) if name in table("told_words")["channel"] else Text(name, name)


@cache
def _channels(*names: str) -> Choices:
    return tuple(Choice(name, said_channel(name)) for name in names)


@cache
def _card_items() -> Choices:
    return tuple(Choice(name, Text(**words)) for name, words in table("cards")["labels"].items())


def _children(file: File, stage: str) -> Choices:
    every = (one.member for one in file.household.members if one.stage == stage)
    return tuple(Choice(name, Text(name, name)) for name in every)


def cards(file: File, _: date) -> Choices:
    """The cards of the file, the last one touched first; outside this system, any that may have been heard of."""
    values = _values("order_card", "form")
    here = [one.form for one in sorted(file.card.items, key=lambda one: one.since, reverse=True)]
    return tuple(Choice(name, values[name]) for name in dict.fromkeys((*here, *(() if file.connected else values))))


@cache
def _cards_to_order() -> Choices:
    values = _values("order_card", "form")
    return tuple(Choice(name, values[name]) for name in values if name in VITALE)


def acts_owed(file: File, day: date) -> Choices:
    """What the file owes on that day."""
    acts = dict.fromkeys(one.act for one in obligations(file, day))
    return tuple(Choice(act, filled(duties()[act].says, due="…", about="…")) for act in acts)


OF_THE_FILE: Mapping[str, Callable[[File, date], Choices]] = {
    "papers_here": papers_here,
    "papers_allowed": papers_allowed,
    "envelopes": envelopes,
    "envelopes_without_receipt": lambda file, _: _envelopes(
        (one.envelope, one.since) for one in file.envelope.items if one.receipt_on is None
    ),
    "envelopes_to_sort": lambda file, _: _envelopes(
        (one.envelope, one.since) for one in file.envelope.items if one.unsorted
    ),
    "pages_to_sort": pages_to_sort,
    "numbers_found": numbers_found,
    "files_joined": lambda file, _: tuple(Choice(name, Text(name, name)) for name in file.identity.merged),
    "holds": holds,
    "exchanges": lambda file, _: _exchanges(file.exchange.items),
    "promises": lambda file, _: _exchanges(one for one in file.exchange.items if one.stage in ("promised", "broken")),
    "decisions_to_contest": decisions_to_contest,
    "appeals_without_receipt": lambda file, _: _appeals(one for one in file.appeal.items if one.stage == "lodged"),
    "appeals_to_answer": lambda file, _: _appeals(
        one for one in file.appeal.items if one.stage in PENDING or one.stage == "implied"
    ),
    "appeals_won": lambda file, _: _appeals(one for one in file.appeal.items if one.stage in WON),
    "claims_to_price": lambda file, _: _claims(one for one in file.claim.open if one.stage == "received"),
    "lines_to_price": lines_to_price,
    "claims_to_pay": lambda file, _: _claims(one for one in file.claim.open if one.stage in TO_PAY),
    "claims_paid": lambda file, _: _claims(one for one in (*file.claim.open, *file.claim.settled) if one.stage in PAID),
    "claims_reclaimed": lambda file, _: _claims(one for one in file.claim.open if one.stage == "reclaimed"),
    "children_asked": lambda file, _: _children(file, "asked"),
    "children_attached": lambda file, _: _children(file, "attached"),
    "changes_told": lambda file, _: tuple(Choice(one.what, Text(one.what, one.what)) for one in file.household.changes),
    "messages_on_their_way": messages_on_their_way,
    "cards": cards,
    "acts_owed": acts_owed,
}
"""What this file holds: each item may stand elsewhere."""

OF_THE_WORLD: Mapping[str, Callable[[File, date], Choices]] = {
    "papers_to_give": papers_to_give,
    "any_papers": papers_to_give,
    "stay_titles": lambda *_: _of_stay(),
    "grounds": grounds,
    "caisses": lambda file, _: _caisses(file.attachment.caisse),
    "ways_in": lambda *_: _channels("post", "registered_post", "counter", "upload", "email", "employer"),
    "hold_reasons": hold_reasons,
    "what_holds_stop": lambda *_: _stoppable(),
    "card_items": lambda *_: _card_items(),
    "cards_to_order": lambda *_: _cards_to_order(),
    "channels": lambda *_: _channels("email", "sms", "letter", "account"),
}
"""What is the same in every file; the likeliest here comes first."""

LISTS = {**OF_THE_FILE, **OF_THE_WORLD}
"""Each list by its name."""
