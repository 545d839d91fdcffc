"""The words read in a file, as the help shows them: made from the tables, so that it cannot fall behind them."""

from __future__ import annotations

from textwrap import wrap

from ouverture.pricing.acts import acts, statuses
from ouverture.pricing.rows import read_table
from ouverture.pricing.thresholds import NAMES
from ouverture.text import Language, Text

_WIDTH = 100
_SHOWN = 5
_HEADS = {
    "fields": Text("Champs (et d'autres mots lus)", "Fields (and other words read)"),
    "acts": Text("Actes", "Acts"),
    "situations": Text("Situations de la personne", "Situations of the person"),
    "sectors": Text("Secteurs", "Sectors"),
    "pathways": Text("Parcours", "Pathway"),
    "beside": Text("À côté des soins", "Beside care"),
    "answer": Text("Réponse", "Answer"),
}
_EXAMPLE = """
  [[line]]
  act = "gp"
  on = 2026-02-01
  fee = "30,00 €"
  sector = 1
  pathway = "in"
  [line.patient]
  age = 40
"""
_BESIDE = Text(
    "Une table [contribution] : year, capital, work, partner_work, replacement (none, french, foreign), months. "
    f"Une table [threshold] : name ({', '.join(NAMES)}), on, household, place, income.",
    "A table [contribution]: year, capital, work, partner_work, replacement (none, french, foreign), months. "
    f"A table [threshold]: name ({', '.join(NAMES)}), on, household, place, income.",
)
_ANSWER = Text(
    "Avec --json : base, rate, participation, franchise, repaid, left_to_pay, steps, readings, asks (ce qui n'est "
    "pas dit et change un centime), range (de quoi à quoi en attendant), not_held ; en haut pour une ligne, dans "
    "lines et total pour plusieurs. situations = [] dit qu'aucune ne vaut ; c2s = false, que celle-là ne vaut pas. "
    "Les sommes sont en euros, les taux en pour cent.",
    "With --json: base, rate, participation, franchise, repaid, left_to_pay, steps, readings, asks (what is not said "
    "and changes a cent), range (from what to what meanwhile), not_held; at the top for one line, in lines and total "
    "for several. situations = [] says that none holds; c2s = false, that this one does not. Sums are in euros, "
    "rates in per cent.",
)


def guide(language: Language) -> str:
    """Every field, act, situation, sector and pathway, with some of the words read for each."""
    spelled = read_table("spellings")
    parts = [_head("fields", language)]
    parts += [_row(name, body["words"], body["about"][language]) for name, body in spelled["fields"].items()]
    parts += [_head("acts", language)]
    parts += [_row(name, act.spellings, act.label.to(language)) for name, act in acts().items()]
    parts += [_head("situations", language)]
    parts += [_row(name, status.spellings, status.label.to(language)) for name, status in statuses().items()]
    for list_name in ("sectors", "pathways"):
        parts += [_head(list_name, language)]
        parts += [_row("2" if name == "unsaid" else name, words, "") for name, words in spelled[list_name].items()]
    parts += [_head("beside", language), *wrap(_BESIDE.to(language), _WIDTH), _head("answer", language)]
    return "\n".join([*parts, *wrap(_ANSWER.to(language), _WIDTH), _EXAMPLE])


def _head(name: str, language: Language) -> str:
    return f"\n{_HEADS[name].to(language)}:"


def _row(name: str, words: tuple[str, ...] | list[str], about: str) -> str:
    others = ", ".join([word for word in words if word != name.replace("_", " ")][:_SHOWN])
    said = f"{about} ({others})" if about and others else about or others
    return "\n".join(wrap(f"  {name}: {said}", _WIDTH, subsequent_indent="      "))
