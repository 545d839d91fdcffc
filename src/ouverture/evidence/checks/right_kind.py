"""Is it the paper it was given as? What is not recognised is inconclusive."""

from __future__ import annotations

from collections.abc import Iterator

from ouverture.evidence.checks import words
from ouverture.evidence.checks.case import Case
from ouverture.evidence.checks.finding import Finding
from ouverture.evidence.papers import PAPERS
from ouverture.evidence.reading.kinds import kinds_of, recognisable
from ouverture.evidence.reading.paper_read import PaperRead
from ouverture.text import Text

_YES = Text("C'est bien {kind}.", "It is {kind}.")
_NO = Text(
    "Ce papier ressemble à {kind}, pas à ce qui est demandé ici.", "This looks like {kind}, not what is wanted here."
)
_PERHAPS = Text(
    "Ce papier ressemble à {kind}. Aucun texte ne dit s'il suffit ici : quelqu'un doit en juger.",
    "This looks like {kind}. No text says whether it will do here: somebody has to judge.",
)
_UNKNOWN = Text("Nous n'avons pas reconnu quel papier c'est.", "We did not recognise which paper this is.")
_OTHER = Text("Rangez-le sous son nom, ou envoyez : {label}.", "Put it under its own name, or send: {label}.")
_LOOK = Text("Regardez si c'est le bon papier.", "Look whether it is the right paper.")


def check(read: PaperRead, case: Case, name: str) -> Iterator[Finding]:
    """One finding for a paper whose kinds are known here: the right one, another one, or none recognised."""
    paper = PAPERS.get(name)
    if paper is None or name not in recognisable() or not any(page.lines for page in read.pages):
        return
    kinds = kinds_of(read, case.today)
    right = [kind for kind in kinds if name in kind.serves_as]
    serves = paper.articles[0].name
    if right:
        yield Finding("right_kind", "passed", _YES.filled(kind=right[0].says), serves)
    elif perhaps := [kind for kind in kinds if name in kind.perhaps]:
        reason = _PERHAPS.filled(kind=perhaps[0].says)
        remedy = _OTHER.filled(label=paper.label)
        yield Finding("right_kind", "inconclusive", reason, serves, remedy, page=read.pages[0].number)
    elif kinds:
        said = words.listed([kind.says for kind in kinds])
        remedy = _OTHER.filled(label=paper.label)
        yield Finding("right_kind", "failed", _NO.filled(kind=said), serves, remedy, page=read.pages[0].number)
    else:
        yield Finding("right_kind", "inconclusive", _UNKNOWN, serves, _LOOK, page=read.pages[0].number)
