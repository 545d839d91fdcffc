"""The question to the caisse when less came than expected: a short letter with the count, to be sent as it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from ouverture.pricing.acts import acts
from ouverture.pricing.explained import money, percent
from ouverture.services.answer.price.answering import LineAnswer, difference
from ouverture.text import Text


class Counted(NamedTuple):
    """One act as we count it: what it is, what was paid, base and deduction in cents, rate in hundredths of a %."""

    label: Text
    paid: int
    base: int
    rate: int
    kept: int


def question_letter(one: LineAnswer) -> Text | None:
    """The letter for one line; None when what was received is what is expected, or more, or is not known."""
    received, priced = one.asked.received, one.priced
    if received is None or priced.repaid is None or difference(one) is None or received > priced.repaid:
        return None
    line = one.asked.line
    kept = priced.deducted + priced.recovered
    counted = Counted(acts()[line.act].label, line.fee, priced.base or 0, priced.rate or 0, kept)
    return letter_about(line.on, (counted,), received, priced.repaid)


def letter_about(care_on: date, lines: Sequence[Counted], received: int, wanted: int) -> Text:
    """The letter about the care of one day: what came, what was expected, and the count of each act."""
    got, hoped, what, count = money(received), money(wanted), _joined(lines, _what), _joined(lines, _count)
    return Text(
        f"Madame, Monsieur,\n\nPour des soins du {care_on:%d/%m/%Y} ({what.fr}), vous m'avez remboursé {got.fr}. "
        f"D'après les textes, j'attendais {hoped.fr} : {count.fr}.\n\n"
        "Je vous demande le détail de votre calcul (base, taux, retenues) et, s'il y a une erreur, le complément.\n\n"
        "Je vous prie de recevoir mes salutations.",
        f"Dear Sir or Madam,\n\nFor care of {care_on.isoformat()} ({what.en}), you paid me back {got.en}. "
        f"By the texts I expected {hoped.en}: {count.en}.\n\n"
        "I ask for the detail of your count (base, rate, deductions) and, if there is an error, for the rest.\n\n"
        "Yours faithfully,",
    )


def _joined(lines: Sequence[Counted], said: Callable[[Counted], Text]) -> Text:
    texts = [said(one) for one in lines]
    return Text(" ; ".join(each.fr for each in texts), "; ".join(each.en for each in texts))


def _what(one: Counted) -> Text:
    paid = money(one.paid)
    return Text(f"{one.label.fr}, {paid.fr} payés", f"{one.label.en}, {paid.en} paid")


def _count(one: Counted) -> Text:
    base, kept, rate = money(one.base), money(one.kept), percent(one.rate)
    return Text(
        f"base {base.fr}, taux {rate} %, retenue {kept.fr}", f"base {base.en}, rate {rate}%, kept back {kept.en}"
    )
