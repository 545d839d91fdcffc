"""The question to the caisse when less came than expected: a short letter with the count, to be sent as it is."""

from __future__ import annotations

from ouverture.pricing.acts import acts
from ouverture.pricing.explained import money, percent
from ouverture.services.answer.price.answering import LineAnswer, difference
from ouverture.text import Text


def question_letter(one: LineAnswer) -> Text | None:
    """The letter for one line; None when what was received is what is expected, or more, or is not known."""
    received, priced = one.asked.received, one.priced
    if received is None or priced.repaid is None or difference(one) is None or received > priced.repaid:
        return None
    line, label = one.asked.line, acts()[one.asked.line.act].label
    paid, base, got, wanted = (money(cents) for cents in (line.fee, priced.base or 0, received, priced.repaid))
    rate, kept = percent(priced.rate or 0), money(priced.deducted + priced.recovered)
    return Text(
        f"Madame, Monsieur,\n\nPour un soin du {line.on:%d/%m/%Y} ({label.fr}, {paid.fr} payés), vous m'avez remboursé "
        f"{got.fr}. D'après les textes, j'attendais {wanted.fr} : base {base.fr}, taux {rate} %, retenue {kept.fr}.\n\n"
        "Je vous demande le détail de votre calcul pour cette ligne (base, taux, retenues) et, s'il y a une erreur, le "
        "complément.\n\nJe vous prie de recevoir mes salutations.",
        f"Dear Sir or Madam,\n\nFor care of {line.on.isoformat()} ({label.en}, {paid.en} paid), you paid me back "
        f"{got.en}. By the texts I expected {wanted.en}: base {base.en}, rate {rate}%, kept back {kept.en}.\n\n"
        "I ask for the detail of your count of this line (base, rate, deductions) and, if there is an error, for the "
        "rest.\n\nYours faithfully,",
    )
