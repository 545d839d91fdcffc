"""What somebody at a desk may do in a file now: the acts, their forms, what was typed read, what would happen."""

from __future__ import annotations

from datetime import date

from ouverture.dossier.attachment.decisions import OpenFile
from ouverture.dossier.file import File
from ouverture.dossier.kernel import COMMANDS, Asserter, Command
from ouverture.dossier.obligations import obligations
from ouverture.dossier.refusals import Holder, Refusal
from ouverture.services.casework.access import NOT_YOUR_ROLE, asserted_by, grants, may_do
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.forms import FieldErrors, Form, Typed, command_from, form_of
from ouverture.services.casework.look import FileView, OwedAct, owed_in_words
from ouverture.services.casework.offers import Offer, offers
from ouverture.services.casework.preview import Preview, preview
from ouverture.services.casework.sheet_faults import ill_priced
from ouverture.services.casework.standing import TAKE_OVER, leaves_us
from ouverture.services.casework.taking_over import LETS_IT_GO, asked_of, of_the_other_office
from ouverture.text import Language

_Tried = tuple[File, Actor, date, frozenset[str], tuple[Offer, ...]]
_tried: dict[str, _Tried] = {}
"""What was tried lately, by file, on its state of then: several pages of one file ask for the same."""
_MOST_TRIED = 64


def acts_of(actor: Actor, view: FileView) -> tuple[Offer, ...]:
    """Every act of this actor's in this file: first what settles something owed, by its day; possible ones first.

    In a record of a caisse outside, what a letter, a call or a screen told is an act of whoever keeps the record.
    """
    known = _tried.get(view.stream)
    # A state never changes: the same one, on the same day, gives the same actor the same acts.
    if known and known[0] is view.file and known[1:4] == (actor, view.day, view.here):
        return known[4]
    found = _acts_of(actor, view)
    if len(_tried) >= _MOST_TRIED:
        _tried.clear()
    _tried[view.stream] = (view.file, actor, view.day, view.here, found)
    return found


def forget_tried(stream: str) -> None:
    """Let go of what was tried in a file: nothing of one that is erased stays in memory."""
    _tried.pop(stream, None)


def _acts_of(actor: Actor, view: FileView) -> tuple[Offer, ...]:
    found: dict[str, Offer] = {}
    for word in _words_of(actor, view.connected):
        for each in offers(view.file, word, view.day, actor.id):
            if each.kind != OpenFile.kind and may_do(actor, COMMANDS[each.kind]) is None:
                found.setdefault(each.kind, _unless_of_the_other(each, actor, view))
    return tuple(sorted(found.values(), key=_rank))


def _unless_of_the_other(offer: Offer, actor: Actor, view: FileView) -> Offer:
    refused = of_the_other_office(actor, view.file, offer.kind, view.here)
    offer = _said_as_owed(offer, view.file)
    return offer._replace(command=None, refusal=refused) if refused else offer


def _said_as_owed(offer: Offer, file: File) -> Offer:
    if not (leaves_us(file) and offer.kind in TAKE_OVER):
        return offer
    label, help_ = asked_of(file, offer.kind), LETS_IT_GO
    return offer._replace(label=label, help=help_, form=offer.form._replace(label=label, help=help_))


def _words_of(actor: Actor, connected: bool) -> tuple[Asserter, ...]:
    grant = grants()[actor.role]
    return (grant.says,) if connected or not grant.records else (grant.says, grant.records[0])


def _rank(offer: Offer) -> tuple[bool, date, bool]:
    return (not offer.settles, min((one.due for one in offer.settles), default=date.max), not offer.possible)


def act_of(actor: Actor, view: FileView, kind: str) -> Offer | Refusal:
    """One act of this actor's; refused when it is none of theirs."""
    if kind not in COMMANDS or may_do(actor, COMMANDS[kind]):
        return NOT_YOUR_ROLE
    return next((one for one in acts_of(actor, view) if one.kind == kind), NOT_YOUR_ROLE)


def form_for(view: FileView, kind: str) -> Form:
    """The questions of an act, with what the file answers beforehand; KeyError for an act that is none."""
    return form_of(kind, view.file, view.day)


def read_form(view: FileView, kind: str, typed: Typed, language: Language | None = None) -> Command | FieldErrors:
    """What was typed, as a command, or one sentence for each answer that cannot be taken.

    ``language``: that of the page, in which days were written; None for a program.
    """
    return command_from(kind, typed, view.file, view.day, language)


def read_or_refuse(
    view: FileView, kind: str, typed: Typed, language: Language | None = None, who: Holder = "agent"
) -> Command | Refusal:
    """The same for a form of a few fields: the first answer that cannot be taken is the refusal of the whole."""
    read = read_form(view, kind, typed, language)
    return Refusal("not_read", read.errors[0].says, who) if isinstance(read, FieldErrors) else read


def preview_of(
    actor: Actor, view: FileView, command: Command, seen_by: str = "", happened_on: date | None = None
) -> Preview | Refusal:
    """What would happen if this were done now, or written down of an earlier day; nothing is written."""
    if refused := ill_priced(view.file, command, view.day):
        return refused
    word = asserted_by(actor, type(command), view.connected, seen_by)
    would = preview(view.file, command, happened_on or view.day, word, actor.id)
    if isinstance(would, Refusal) or happened_on in (None, view.day):
        return would
    return would._replace(owed=obligations(would.after, view.day))


def owed_then(would: Preview, day: date) -> tuple[OwedAct, ...]:
    """What would be owed once it is done, as it is shown."""
    return tuple(owed_in_words(each, day) for each in would.owed)


def ways_of_knowing(actor: Actor, view: FileView, kind: str) -> tuple[Asserter, ...]:
    """How somebody who keeps a record can know of this act of a caisse outside; none where it is their own act."""
    word = asserted_by(actor, COMMANDS[kind], view.connected)
    return grants()[actor.role].records if word in grants()[actor.role].records else ()
