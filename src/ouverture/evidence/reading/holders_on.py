"""Whose name a paper bears where it says so: after "Titulaire", "Locataire", "Nom", or after a title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ouverture.evidence.reading.found import Found, Spot, spots
from ouverture.evidence.reading.paper_read import PaperRead
from ouverture.places.spelling import fold

_LABEL = re.compile(
    r"^\W*(titulaires?(?: du compte)?|intitule du compte|nom du titulaire|account holder|account name"
    r"|locataires?|tenant|nom du locataire|nom du client|client|abonne|customer|nom et prenoms?"
    r"|nom prenoms?|salarie|employe|employee"
    r"|etudiante?|student|beneficiaire|assuree?|holder|name)\b\W*(.*)$"
)
_TITLE = re.compile(
    r"\b(?:m|mr|mme|mlle|monsieur|madame|mademoiselle|ms|mrs)\b\.? +((?:[^\W\d_][\w'’\-]*\.? ?){1,5})", re.I
)
_NAME = re.compile(r"[^\W\d_][^\d_:;,()/@]{1,60}")
_MOST_WORDS = 6
_NO_NAME = frozenset({
    "adresse", "address", "numero", "number", "compte", "banque", "bank", "iban", "bic", "date", "nom", "prenom",
    "prenoms", "name", "signature", "reference", "domiciliation", "agence", "contrat", "logement", "rue", "avenue",
    "boulevard", "code", "payer", "montant", "total", "loyer",
})  # fmt: skip
"""Words that stand after a label but are no name."""


def holders_on(read: PaperRead) -> tuple[Found[str], ...]:
    """Each name that the paper says it belongs to, as it is written, with its place."""
    every = tuple(spots(read))
    return tuple(found for at in range(len(every)) for found in _labelled(every, at))


def titled_on(read: PaperRead) -> tuple[Found[str], ...]:
    """Each name after "M.", "Mme", "Madame" and the like, whoever it is."""
    return tuple(
        Found(name.strip(), spot.page.number, spot.line.place)
        for spot in spots(read)
        for name in _TITLE.findall(spot.line.text)
        if _is_a_name(name)
    )


def _labelled(every: tuple[Spot, ...], at: int) -> Iterator[Found[str]]:
    """The name after a label: on its line, else on the next one."""
    spot = every[at]
    head, mark, tail = spot.line.text.partition(":")
    label = _LABEL.match(fold(head))
    if label is None:
        return
    if mark and _is_a_name(tail):
        yield Found(tail.strip(), spot.page.number, spot.line.place)
    elif not (tail.strip() or label[2].strip()) and at + 1 < len(every):
        after = every[at + 1]
        if after.page is spot.page and _is_a_name(after.line.text):
            yield Found(after.line.text.strip(), after.page.number, after.line.place)


def _is_a_name(text: str) -> bool:
    words = fold(text).split()
    return (
        bool(_NAME.fullmatch(text.strip()))
        and 0 < len(words) <= _MOST_WORDS
        and not set(words) & _NO_NAME
        and any(len(word) > 1 for word in words)
    )
