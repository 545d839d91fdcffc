"""What an office asks for beyond the law: declared with its days and what will do instead, published before (G8)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from ouverture.clock.day_reading import read_day
from ouverture.clock.refusal import DeadlineError
from ouverture.dossier.application.decisions import AskDeclaredPaper
from ouverture.dossier.file import File
from ouverture.dossier.refusals import Refusal
from ouverture.dossier.words import filled, in_words
from ouverture.evidence.papers import PAPERS
from ouverture.services.casework.access import may_read
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.choices import Choice
from ouverture.services.casework.demand import Demand, Demands
from ouverture.services.casework.look import FileView
from ouverture.services.casework.standing import office_of
from ouverture.text import Language, Text


def demands_of(demands: Demands, actor: Actor) -> tuple[Demand, ...] | Refusal:
    """The list of the actor's own office, for whoever may edit it."""
    return may_read(actor, "demands") or demands.of_office(actor.office)


def declare(
    demands: Demands, actor: Actor, typed: Mapping[str, str], day: date, at: datetime, language: Language
) -> Demand | Refusal:
    """Declare one: published from now on, asked of claims sent from its first day on."""
    if refused := may_read(actor, "demands"):
        return refused
    if typed.get("paper", "") not in PAPERS:
        return _wrong("paper_of_demand", NO_PAPER)
    words = {name: typed.get(name, "").strip() for name in ("says_fr", "says_en", "instead_fr", "instead_en")}
    if not all(words.values()):
        return _wrong("words_of_demand", NO_WORDS)
    since = _day(typed.get("since", ""), language)
    until = _day(typed.get("until", ""), language) if typed.get("until", "").strip() else None
    if isinstance(since, Refusal):
        return since
    if isinstance(until, Refusal):
        return until
    if since <= day:
        return _wrong("demand_not_ahead", NOT_AHEAD)
    if until is not None and until < since:
        return _wrong("demand_ends_before", ENDS_BEFORE)
    says, instead = Text(words["says_fr"], words["says_en"]), Text(words["instead_fr"], words["instead_en"])
    return demands.declare(Demand(actor.office, typed["paper"], says, instead, since, until, actor.id), at)


def end_demand(demands: Demands, actor: Actor, name: str, until: date) -> Refusal | None:
    """Set the last day of a demand; None when it is done."""
    if refused := may_read(actor, "demands"):
        return refused
    return None if demands.end(actor.office, name, until) else _wrong("no_such_demand", NO_SUCH_DEMAND)


def declared_for(demands: Demands, view: FileView) -> tuple[Demand, ...]:
    """What the caisse of this file may ask beyond the law of this claim; before one is sent, of a claim of today."""
    office = office_of(view.file)
    claimed_on = _claimed_on(view.file, view.day)
    return tuple(one for one in demands.of_office(office) if one.holds(claimed_on)) if office else ()


def to_ask_declared(demands: Demands, view: FileView, name: str) -> AskDeclaredPaper | Refusal:
    """The command that asks for the paper of one demand of the list, with the time that the law gives."""
    found = next((one for one in declared_for(demands, view) if one.name == name), None)
    return AskDeclaredPaper(found.paper, found.name) if found else _wrong("no_such_demand", NO_SUCH_DEMAND)


def papers_with_a_name() -> tuple[Choice, ...]:
    """Every paper that a demand can be about, in the order of its label."""
    return tuple(sorted((Choice(name, in_words(name)) for name in PAPERS), key=lambda one: one.label.fr.lower()))


def _claimed_on(file: File, day: date) -> date:
    return file.application.received_on if file.application.received_on != date.min else day


def undeclared(demands: Demands, file: File, command: object, day: date) -> Refusal | None:
    """Why a request rests on no demand that was published when the claim was sent; None when it does."""
    if not isinstance(command, AskDeclaredPaper) or not file.connected:
        return None
    found = next((one for one in demands.of_office(office_of(file)) if one.name == command.rule), None)
    if found is None or found.paper != command.piece:
        return _wrong("no_such_demand", NO_SUCH_DEMAND)
    if not found.holds(_claimed_on(file, day)):
        return Refusal("demand_not_published", filled(NOT_PUBLISHED, since=found.since), "agent")
    return None


def _day(typed: str, language: Language) -> date | Refusal:
    try:
        return read_day(typed.strip(), language)
    except DeadlineError as problem:
        return _wrong("day_of_demand", problem.text)


def _wrong(code: str, says: Text) -> Refusal:
    return Refusal(code, says, "agent")


NO_PAPER = Text("Choisissez le papier dans la liste.", "Choose the paper on the list.")
NO_WORDS = Text(
    "Écrivez ce qui est demandé et ce qui conviendra à la place, en français et en anglais : la personne le lira.",
    "Write what is asked and what will do instead, in French and in English: the person will read it.",
)
NOT_AHEAD = Text(
    "Une demande de la caisse commence au plus tôt demain : elle se lit avant l'envoi d'un dossier.",
    "A demand of the caisse begins tomorrow at the earliest: it is read before a claim is sent.",
)
ENDS_BEFORE = Text("Le dernier jour vient après le premier.", "The last day comes after the first.")
NO_SUCH_DEMAND = Text(
    "La caisse n'a pas déclaré cette demande : elle ne peut pas être faite.",
    "The caisse has not declared this demand: it cannot be made.",
)
NOT_PUBLISHED = Text(
    "Cette demande ne valait pas quand la personne a envoyé son dossier (premier jour : {since}). Elle ne lui est pas "
    "faite.",
    "This demand did not hold when the person sent the claim (first day: {since}). It is not made to them.",
)
