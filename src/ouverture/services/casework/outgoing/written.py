"""Letters, lists and statements of one file as papers ready to leave."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ouverture.rules.facts import Value
from ouverture.services.casework.cover_code import code_of
from ouverture.services.casework.letters_to_send import Letter, written_on
from ouverture.services.casework.look import FileView
from ouverture.services.casework.outgoing.paper import (
    Block,
    Code,
    Heading,
    Items,
    Label,
    Paper,
    Paragraph,
    Parties,
    Signature,
)
from ouverture.services.casework.outgoing.words import said
from ouverture.services.casework.own_papers import own_papers
from ouverture.services.casework.person_seen import born_in_words, full_name
from ouverture.services.casework.shelf import data_of
from ouverture.text import Text


def letter_paper(view: FileView, letter: Letter) -> Paper:
    """A letter, with the list of what is enclosed."""
    paragraphs = tuple(
        Paragraph(Text(*each)) for each in zip(*(body.split("\n\n") for body in letter.body), strict=False)
    )
    blocks: tuple[Block, ...] = (Parties(letter.sender, letter.to, written_on(view)), *paragraphs)
    if letter.enclosures:
        blocks = (*blocks, Heading(said("enclosed")), Items(letter.enclosures))
    return Paper(letter.name, letter.subject, blocks)


def enclosures_paper(view: FileView, letter: Letter) -> Paper:
    """The list of what goes into the envelope, with a box to tick for each."""
    held = Paragraph(said("enclosures_lead")), Items(letter.enclosures or (said("nothing_known"),), ticks=True)
    return Paper("enclosures", said("enclosures"), (*held, Paragraph(said("copies_only"), True)), "envelope")


def cover_sheet(view: FileView, letter: Letter) -> Paper:
    """The first sheet of the envelope: a code that names the file and nobody, then the number of papers."""
    says = said("cover_counts").filled(n=str(len(letter.enclosures)), day=written_on(view))
    code = Code(code_of(view.stream), said("cover_code").filled(file=view.stream))
    return Paper("cover_sheet", said("cover_sheet"), (Paragraph(says), code, Items(letter.enclosures)), "envelope")


def address_label(letter: Letter) -> Paper | None:
    """The address of the caisse in large letters; None where it is not known."""
    if not letter.to:
        return None
    return Paper("label", said("label"), (Label(letter.to), Paragraph(letter.warning, True)), "envelope", False)


def statements(view: FileView, in_visit: Mapping[str, Value]) -> Iterator[Paper]:
    """The statements that the checklist of this person calls for, to be completed and signed by hand."""
    wanted = {
        name
        for one in own_papers(view, in_visit).papers
        if one.state != "accepted"
        for name in (one.name, *(each.paper.name for each in one.others))
    }
    table = data_of("statements")
    for name, row in table.items():
        if name in wanted:
            yield _statement(view, name, row, table["says"])


def _statement(view: FileView, name: str, row: Mapping[str, object], says: Mapping[str, Mapping[str, str]]) -> Paper:
    told, dots = view.file.person, Text(**says["not_known"])
    known = {"name": full_name(told.names), "address": ", ".join(str(told.address).splitlines())}
    values = {each: Text(value, value) if value else dots for each, value in known.items()}
    values["born"] = born_in_words(told.birth.on) if told.birth.on else dots
    texts = [Text(**says[str(row["begins"])]), *(Text(**each) for each in _rows(row, "states"))]
    blocks: list[Block] = [Paragraph(each.filled(**values)) for each in texts]
    blocks += [Paragraph(Text(**each), True) for each in _rows(row, "with")]
    signed = [Text(**says["signature"]).filled(who=Text(**says[str(each)])) for each in _rows(row, "signs")]
    blocks += [Paragraph(Text(**says["place_and_day"])), Signature(tuple(signed))]
    return Paper(name, Text(**_rows(row, "title")[0]), tuple(blocks), "statements")


def _rows(row: Mapping[str, object], name: str) -> list[dict[str, str]]:
    found = row.get(name, [])
    return found if isinstance(found, list) else [found]  # type: ignore[list-item]
