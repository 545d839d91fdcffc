"""The letters that a file calls for, filled in from it: the claim's, one for each remedy open, a change declared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from ouverture.clock.day_words import day_in_words
from ouverture.dossier.application.pieces import Piece
from ouverture.dossier.rights.events import OPEN
from ouverture.dossier.words import filled, in_words
from ouverture.evidence.listed import NotAsked
from ouverture.places.caisse import Caisse, caisse_of
from ouverture.places.place_error import PlaceError
from ouverture.rules.facts import Value
from ouverture.services.casework.look import FileView
from ouverture.services.casework.nobody_answers import remedies_of
from ouverture.services.casework.own_papers import own_papers
from ouverture.services.casework.person_seen import born_in_words, full_name
from ouverture.services.casework.shelf import data_of
from ouverture.text import Text
from ouverture.wording.filling import joined


class Letter(NamedTuple):
    """One letter: who writes, to whom, on which day, about what, and what is enclosed; its lines ready to print.

    ``to`` is empty where the address is not known: ``warning`` then says how to find it, and else to check it.
    """

    name: str
    title: Text
    sender: tuple[str, ...]
    to: tuple[str, ...]
    warning: Text
    subject: Text
    body: Text
    enclosures: tuple[Text, ...]


def letters_of(view: FileView, in_visit: Mapping[str, Value]) -> dict[str, Letter]:
    """Every letter that this file calls for today, by its name."""
    return {one.name: one for one in _letters(view, in_visit)}


def caisse_of_file(view: FileView) -> Caisse | None:
    """The caisse of the file as the directory has it."""
    try:
        return caisse_of(view.file.attachment.caisse)
    except PlaceError:
        return None


def _letters(view: FileView, in_visit: Mapping[str, Value]) -> Iterator[Letter]:
    papers = tuple(one.label for one in own_papers(view, in_visit).papers if one.state != "accepted")
    yield _of_table(view, "cover", papers)
    if last := view.file.envelope.last_waiting:
        pages = tuple(in_words(page.name) for page in last.pages)
        proof = (PROOF,) if last.channel == "registered_post" else ()
        yield _of_table(view, "again", (*pages, *proof), day=last.since)
    for change in view.file.household.changes:
        yield _of_table(view, "change", (), change=change.what)
    yield from _asking(view, in_visit)
    found = remedies_of(view)
    for rung in found.rungs if found else ():
        if rung.letter:
            yield _letter(view, rung.name, rung.label, rung.label, rung.letter, (), rung.name in TO_THE_CAISSE)


def _asking(view: FileView, in_visit: Mapping[str, Value]) -> Iterator[Letter]:
    """Letters that ask for something: the papers demanded are answered, the certificate, a correction."""
    if demanded := [one for one in view.file.application.pieces if one.status == "requested"]:
        enclosed = tuple(in_words(one.name) for one in demanded)
        limits = joined(_on_which_text(demanded, own_papers(view, in_visit).not_to_be_asked), "\n")
        yield _of_table(view, "answer", enclosed, asked=joined(enclosed, " ; "), limits=limits)
    if view.file.rights.stage in OPEN:
        yield _of_table(view, "certificate", (), since=view.file.rights.periods[-1].first)
    person = view.file.person
    if person.names.birth:
        born = Text(
            *(", ".join(part for part in (on, person.birth.place) if part) for on in born_in_words(person.birth.on))
        )
        told = (person.names.birth, " ".join(person.names.given), ", ".join(str(person.address).splitlines()))
        named = zip(("birth_name", "given_names", "address"), told, strict=True)
        shown = {name: value or BLANK for name, value in named} | {"born": born if born.fr else BLANK}
        yield _of_table(view, "correct", (), **shown)


def _on_which_text(demanded: Iterable[Piece], limits: Iterable[NotAsked]) -> Iterator[Text]:
    """Each paper demanded with the text it was asked under, then what may certainly not be asked of this person."""
    says = {name: Text(**words) for name, words in data_of("letters")["answer"].items()}
    for one in demanded:
        basis = "" if one.basis.startswith("local:") else one.basis
        yield filled(says["with_basis" if basis else "without_basis"], paper=one.name, basis=basis)
    # A limit under a condition would say of the person what nobody knows.
    if certain := [one for one in limits if one.condition is None]:
        yield says["limits"]
    for each in certain:
        yield filled(says["limit"], what=each.limit.what, articles=", ".join(one.name for one in each.articles))


def _of_table(view: FileView, name: str, enclosures: tuple[Text, ...], **values: Any) -> Letter:
    row = data_of("letters")[name]
    body = filled(Text(**row["body"]), **values)
    return _letter(view, name, Text(**row["title"]), Text(**row["subject"]), body, enclosures, True)


def _letter(
    view: FileView, name: str, title: Text, subject: Text, body: Text, enclosures: tuple[Text, ...], to_caisse: bool
) -> Letter:
    caisse = caisse_of_file(view) if to_caisse else None
    to = tuple(dict.fromkeys((caisse.name, *caisse.postal_address))) if caisse and caisse.postal_address else ()
    warning = caisse.address_warning if caisse else ELSEWHERE
    return Letter(name, title, sender_of(view), to, warning, subject, body, enclosures)


def sender_of(view: FileView) -> tuple[str, ...]:
    """The person's name and address, line by line, as far as the file knows them."""
    person = view.file.person
    lines = (full_name(person.names), *str(person.address).splitlines())
    return tuple(line for line in lines if line)


BLANK = "………………………………"
TO_THE_CAISSE = frozenset({"nudge", "complaint", "cra"})
"""Letters to the caisse itself; those to the others go to an address that no source of ours gives."""
PROOF = Text("Preuve du premier envoi (dépôt et avis de réception)", "Proof of the first sending (slip and receipt)")
ELSEWHERE = Text(
    "L'adresse n'est pas connue ici : elle est sur la décision ou l'accusé de réception, ou demandez-la à la caisse.",
    "The address is not known here: it stands on the decision or the receipt, or ask the caisse for it.",
)


def written_on(view: FileView) -> Text:
    """The day on the letter, in words."""
    return day_in_words(view.day)
