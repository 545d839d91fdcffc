"""A paper on the desk: what the law wants of it, what can be checked, why it may be asked for again, and the answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal, NamedTuple

from ouverture.dossier.kernel import Command
from ouverture.dossier.refusals import Refusal
from ouverture.dossier.together import as_one
from ouverture.dossier.told_values import word
from ouverture.dossier.words import filled, table
from ouverture.evidence.citation import Citation
from ouverture.evidence.citations.crpa import MISSING_PIECES_ARE_LISTED
from ouverture.evidence.listed import Listed, NotAsked
from ouverture.services.casework.acts import read_or_refuse
from ouverture.services.casework.look import FileView
from ouverture.services.casework.own_papers import OwnPaper, OwnPapers, own_papers
from ouverture.services.casework.shelf import data_of
from ouverture.text import Language, Text

IN_OWN_WORDS = "own_words"
"""The reason of whoever writes one: no code stands for it."""


class Checked(NamedTuple):
    """One check of a paper. ``result`` "unsure" is never a failure: somebody has to look."""

    result: Literal["passed", "failed", "unsure"]
    says: Text
    more: Text | None = None


class AskReason(NamedTuple):
    """Why a paper may be asked for again, and what would do. ``forbidden``: the law does not allow it for this person.

    ``perhaps``: it may not be allowed, and the condition says when.
    """

    code: str
    says: Text
    would_do: Text
    forbidden: NotAsked | None = None
    perhaps: NotAsked | None = None


class OnTheDesk(NamedTuple):
    """One paper of the file with all that stands beside it. ``to_judge``: it came, and has no answer yet."""

    own: OwnPaper
    checks: tuple[Checked, ...]
    reasons: tuple[AskReason, ...]
    sheets: tuple[Text, ...]
    law_of_asking: Citation

    @property
    def to_judge(self) -> bool:
        """Whether the caisse owes an answer about it."""
        return self.own.state == "received"


class Judged(NamedTuple):
    """What an agent says of one paper: accepted, or asked for again with a code, or in words of their own."""

    accepted: bool
    reason: str = ""
    would_do: str = ""
    own_reason: str = ""


def desk_of(view: FileView) -> OwnPapers:
    """Every paper of the file: the same list as the person's."""
    return own_papers(view, {})


def on_the_desk(view: FileView, name: str) -> OnTheDesk | None:
    """One paper of the list by its name; None when it is not on the list."""
    papers = desk_of(view)
    own = next((one for one in papers.papers if one.name == name), None)
    if own is None:
        return None
    checks, reasons, sheets = tuple(_checks(view, own)), tuple(_reasons(own, papers)), tuple(_sheets(view, name))
    return OnTheDesk(own, checks, reasons, sheets, MISSING_PIECES_ARE_LISTED)


def first_to_judge(view: FileView) -> str:
    """The first paper that waits for an answer, else the first of the list; "" for a file without papers."""
    every = desk_of(view).papers
    waiting = (one.name for one in every if one.state == "received")
    return next(waiting, every[0].name if every else "")


def answer_of(view: FileView, judged: Mapping[str, Judged], language: Language | None = None) -> Command | Refusal:
    """The command that says all of it in one letter; refused for a reason that the law does not allow."""
    orders: list[Command] = []
    for name, said in judged.items():
        order = _order(view, name, said, language)
        if isinstance(order, Refusal):
            return order
        orders.append(order)
    if not orders:
        return NOTHING_SAID
    return as_one(orders)


def _order(view: FileView, name: str, said: Judged, language: Language | None) -> Command | Refusal:
    if said.accepted:
        return read_or_refuse(view, "accept_piece", {"piece": name}, language)
    own = said.reason == IN_OWN_WORDS
    if not own and (refused := _not_a_reason(view, name, said.reason)):
        return refused
    known = data_of("reasons_to_ask_again").get(said.reason, {})
    typed = {
        "piece": name,
        "reason": said.own_reason if own else said.reason,
        "what_would_do": said.would_do or known.get("would_do", ""),
    }
    return read_or_refuse(view, "refuse_piece", typed, language)


def _not_a_reason(view: FileView, name: str, code: str) -> Refusal | None:
    """Why this code cannot be given for this paper: it is none, or the law forbids it."""
    paper = on_the_desk(view, name)
    reason = next((one for one in paper.reasons if one.code == code), None) if paper else None
    if reason is None:
        return NO_REASON
    if reason.forbidden is None:
        return None
    article = reason.forbidden.articles[0].name if reason.forbidden.articles else ""
    return Refusal("reason_not_allowed", filled(NOT_ALLOWED, why=reason.says, article=article), "agent")


def _reasons(own: OwnPaper, papers: OwnPapers) -> Iterator[AskReason]:
    """The reasons that make sense for this paper, those that the law forbids for this person last."""
    limits = {one.limit.name: one for one in papers.not_to_be_asked}
    found = [_reason(code, row, limits) for code, row in data_of("reasons_to_ask_again").items() if _fits(row, own)]
    shown = [one for one in found if one.forbidden or not data_of("reasons_to_ask_again")[one.code].get("never")]
    yield from sorted(shown, key=lambda one: one.forbidden is not None)


def _fits(row: Mapping[str, Any], own: OwnPaper) -> bool:
    """Whether the reason makes sense for this paper; one that no text speaks of can have any but the greyed ones."""
    if own.name in row.get("but", ()):
        return False
    if own.listed is None:
        return not (row.get("never") or row.get("civil") or row.get("dated") or row.get("copies"))
    paper = own.listed.paper
    return (
        ("papers" not in row or own.name in row["papers"])
        and ("copies" not in row or paper.copy.kind in row["copies"])
        and (not row.get("civil") or paper.translation != "none")
        and (not row.get("dated") or paper.valid is not None)
    )


def _reason(code: str, row: Mapping[str, Any], limits: Mapping[str, NotAsked]) -> AskReason:
    held = [limits[name] for name in row.get("limits", ()) if name in limits]
    sure = next((one for one in held if one.condition is None), None)
    perhaps = None if sure else next(iter(held), None)
    would_do = word("what_would_do", row["would_do"]) if "would_do" in row else Text("", "")
    return AskReason(code, word("reason", code), would_do, sure, perhaps)


def _checks(view: FileView, own: OwnPaper) -> Iterator[Checked]:
    """What is known of the paper without reading it, and what somebody must look at: nothing here reads a picture."""
    yield _asked_for(own)
    person = view.person
    if person.name and own.state == "received":
        told = " · ".join(f"\u2068{one}\u2069" for one in (person.name, person.born_on, person.born_in) if one)
        yield Checked("unsure", _said("whose"), Text(told, told))
    if own.listed is None:
        return
    paper = own.listed.paper
    if paper.valid:
        yield Checked("unsure", _said("in_date"), paper.valid)
    yield Checked("passed" if paper.copy.kind != "original" else "unsure", _said("copy"), own.listed.copy)
    yield from _foreign(own.listed)


def _asked_for(own: OwnPaper) -> Checked:
    """Whether something allows this paper to be asked for."""
    if own.basis.startswith("local:"):
        return Checked("passed", _said("local"))
    article = own.listed.articles[0].name if own.listed and own.listed.articles else own.basis
    if article:
        return Checked("passed", filled(_said("asked"), article=article))
    return Checked("unsure", _said("no_text"))


def _foreign(listed: Listed) -> Iterator[Checked]:
    if listed.translation:
        yield Checked("unsure", _said("foreign"), listed.translation)


def _sheets(view: FileView, name: str) -> Iterator[Text]:
    """Where the sheets of this paper came from: the envelope, its day, its way."""
    for envelope in view.file.envelope.items:
        for page in envelope.pages:
            if page.fate == "attached" and page.about == name:
                yield filled(_said("sheet"), page=page.name, on=envelope.since, way=word("channel", envelope.channel))


def _said(name: str) -> Text:
    row = table("checks_of_papers")[name]
    return Text(row["fr"], row["en"])


NOT_ALLOWED = Text(
    "Cette raison n'est pas permise pour cette personne ({article}) : {why}. Prenez-en une autre, ou acceptez-le.",
    "This reason is not allowed for this person ({article}): {why}. Choose another one, or accept the paper.",
)
NO_REASON = Refusal(
    "refusal_without_reason",
    Text(
        "Un papier ne se redemande pas sans raison. Choisissez une raison de la liste, ou écrivez-la en vos mots.",
        "A paper is not asked for again without a reason. Choose one on the list, or write it in your own words.",
    ),
    "agent",
)
NOTHING_SAID = Refusal(
    "nothing_said",
    Text(
        "Dites d'abord ce que vous décidez de ce papier : l'accepter, ou le redemander.",
        "Say first what you decide about this paper: accept it, or ask for it again.",
    ),
    "agent",
)
