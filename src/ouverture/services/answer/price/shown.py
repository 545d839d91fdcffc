"""The answer as one JSON document, and as lines of text."""

from __future__ import annotations

from typing import Any

from ouverture.pricing.acts import acts
from ouverture.pricing.explained import Step, money, steps
from ouverture.pricing.formula import Priced
from ouverture.services.answer.price.answering import LineAnswer, PriceAnswer, difference
from ouverture.services.answer.price.spread import Ask, Range, Spread, Supposed
from ouverture.text import Language, Text

_CHECK = Text("à vérifier", "to be checked")


def to_json(answer: PriceAnswer) -> dict[str, Any]:
    """One line: its fields at the top. Several: ``lines`` and ``total``. Sums are euros, rates per cents."""
    lines = [line_json(one) for one in answer.lines]
    total = {"repaid": euros(answer.repaid), "left_to_pay": euros(answer.left)}
    return {**(lines[0] if len(lines) == 1 else {}), "lines": lines, "total": total}


def line_json(one: LineAnswer) -> dict[str, Any]:
    """Every figure of one line, each step with its text and date, what is open and what is not held."""
    explained, spread = steps(one.priced), one.spread()
    return {
        **_asked_json(one),
        **figures(one.priced),
        "about": one.about,
        "certainty": worst(one, explained),
        "readings": [
            {**_sums_json(each.priced.repaid, each.priced.left), "sources": _in_english(each.sources)}
            for each in one.readings
        ],
        "steps": [step_json(step) for step in explained],
        "asks": [_ask_json(each) for each in spread.asks],
        "range": _range_json(spread),
        "not_held": None if one.priced.held else explained[0].says._asdict(),
        "notes": [note._asdict() for note in one.asked.notes],
        "received": euros(one.asked.received),
        "difference": _difference(one),
        "counted_this_year": {"participations": one.participations, "franchises": euros(one.franchises)},
    }


def _ask_json(one: Ask) -> dict[str, Any]:
    """What is asked, and each answer that would change a cent; ``repaid_otherwise`` when there is one alone."""
    answers = [
        {
            "value": each.value,
            "says": each.says._asdict(),
            "repaid": euros(each.repaid),
            "left_to_pay": euros(each.left),
        }
        for each in one.answers
    ]
    alone = answers[0]["repaid"] if len(answers) == 1 else None
    return {"field": one.field, "question": one.question._asdict(), "repaid_otherwise": alone, "answers": answers}


def _sums_json(repaid: int | None, left: int | None) -> dict[str, Any]:
    return {"repaid": euros(repaid), "left_to_pay": euros(left)}


def _range_json(spread: Spread) -> dict[str, Any] | None:
    """From what to what the price may go until everything asked is known; null when nothing is open."""
    if spread.repaid is None or spread.left is None:
        return None
    return {
        "repaid": [euros(spread.repaid.least), euros(spread.repaid.most)],
        "left_to_pay": [euros(spread.left.least), euros(spread.left.most)],
    }


def _asked_json(one: LineAnswer) -> dict[str, Any]:
    """The line as it was understood."""
    line = one.asked.line
    of_doctor = acts()[line.act].of_doctor
    return {
        "name": one.asked.name or None,
        "act": line.act,
        "on": line.on.isoformat(),
        "fee": euros(line.fee),
        "sector": line.sector if of_doctor else None,
        "pathway": line.pathway if of_doctor else None,
        "situations": sorted(line.patient.situations),
    }


def figures(priced: Priced) -> dict[str, Any]:
    """The sums in euros and the rate in per cent; null where something is not held."""
    kind, held = priced.terms.family, priced.held
    participation = priced.deducted if kind == "participation" else 0
    return {
        "base": euros(priced.base),
        "rate": None if priced.rate is None else priced.rate / 100,
        "participation": euros(participation) if held else None,
        "franchise": euros(priced.deducted - participation) if held else None,
        "deduction": euros(priced.deducted) if held else None,
        "deduction_owed_later": euros(priced.owed_later),
        "earlier_deductions_recovered": euros(priced.recovered),
        "earlier_deductions_given_back": euros(priced.given_back),
        "share": euros(priced.share) if held else None,
        "increase_out_of_pathway": euros(priced.increase),
        "flat_charge": euros(priced.flat),
        "daily_charge": euros(priced.daily),
        "beyond_tariff": euros(priced.beyond) if held else None,
        "repaid": euros(priced.repaid),
        "left_to_pay": euros(priced.left),
        "complementary_may_pay": euros(complementary(priced)),
    }


def _difference(one: LineAnswer) -> dict[str, str] | None:
    found = difference(one)
    return found._asdict() if found else None


def step_json(step: Step) -> dict[str, Any]:
    """One step: what it is of, its sentence, and of the figure used the text, the source and the days."""
    return {
        "of": step.name,
        "says": step.says._asdict(),
        "text": step.text or None,
        "source": Text.in_two(step.source).en or None,
        "since": step.since.isoformat() if step.since else None,
        "checked_on": step.checked_on.isoformat() if step.checked_on else None,
        "certainty": step.certainty,
    }


def complementary(priced: Priced) -> int | None:
    """What a contrat responsable may pay at most of the base: the share, never the increase nor a deduction."""
    return max(0, priced.share - priced.increase) if priced.held else None


def worst(one: LineAnswer, explained: tuple[Step, ...]) -> str:
    """The least sure of the steps; a cap that was not found counts, when it would change the price."""
    cap = one.priced.terms.increase_cap
    found = [step.certainty for step in explained]
    return max([*found, *([cap.row.certainty] if cap and one.about else [])], key="HML".index)


def euros(cents: int | None) -> float | None:
    """Cents as euros, for JSON; None stays None."""
    return None if cents is None else cents / 100


def sentences(answer: PriceAnswer, language: Language) -> list[str]:
    """The answer as lines of text: each step with its text and day, then what is open."""
    lines = []
    for place, one in enumerate(answer.lines, start=1):
        lines += _of_line(place, one, language)
    if len(answer.lines) > 1 and answer.repaid is not None and answer.left is not None:
        repaid, left = money(answer.repaid), money(answer.left)
        lines.append(Text(f"En tout : {repaid.fr} remboursés, {left.fr} à votre charge.",
                          f"In all: {repaid.en} repaid, {left.en} left to pay.").to(language))  # fmt: skip
    return lines


def _of_line(place: int, one: LineAnswer, language: Language) -> list[str]:
    lines = [f"{place}. {label_of(one).to(language)}"]
    lines += [f"   {step.to(language)}" for step in explanation(one)]
    for each in one.readings[1:]:
        lines.append("   " + other_reading(each.priced, each.sources).to(language))
    lines += [f"   {text.to(language)}" for text in what_is_open(one)]
    lines += [f"   {note.to(language)}" for note in one.asked.notes]
    found = difference(one)
    return [*lines, *([f"   {found.to(language)}"] if found else []), ""]


def _in_english(sources: tuple[str, ...]) -> list[str]:
    return [Text.in_two(one).en for one in sources]


def other_reading(priced: Priced, sources: tuple[str, ...]) -> Text:
    """Another price that sources lead to."""
    repaid, said = money(priced.repaid or 0), [Text.in_two(one) for one in sources]
    return Text(f"Selon d'autres sources : {repaid.fr} remboursés ({' ; '.join(one.fr for one in said)}).",
                f"By other sources: {repaid.en} repaid ({'; '.join(one.en for one in said)}).")  # fmt: skip


def what_is_open(one: LineAnswer) -> tuple[Text, ...]:
    """What was not said: from what to what it may change the price, then each question with its answers."""
    spread = one.spread()
    meanwhile = range_said(spread)
    return (*([meanwhile] if meanwhile else []), *(open_question(each) for each in spread.asks))


def range_said(spread: Spread) -> Text | None:
    """From what to what the price may go until everything asked is known; None when nothing is open or held."""
    return None if spread.repaid is None or spread.left is None else _meanwhile(spread.repaid, spread.left)


def _meanwhile(repaid: Range, left: Range) -> Text:
    if repaid.least == repaid.most:
        least, most = money(left.least), money(left.most)
        return Text(f"Selon ce qui n'est pas dit : de {least.fr} à {most.fr} à votre charge.",
                    f"Depending on what is not said: {least.en} to {most.en} left to pay.")  # fmt: skip
    least, most = money(repaid.least), money(repaid.most)
    return Text(f"Selon ce qui n'est pas dit : de {least.fr} à {most.fr} remboursés.",
                f"Depending on what is not said: {least.en} to {most.en} repaid.")  # fmt: skip


def open_question(ask: Ask) -> Text:
    """What was not said, and what each answer would change; answers of one price together."""
    alike = answers_said(ask)
    if not alike:
        return ask.question
    fr = " ; ".join(f"{' ou '.join(words.fr for words in said)} : {sum_.fr}" for said, sum_ in alike)
    en = "; ".join(f"{' or '.join(words.en for words in said)}: {sum_.en}" for said, sum_ in alike)
    return Text(f"{ask.question.fr} {_capital(fr)}.", f"{ask.question.en} {_capital(en)}.")


def answers_said(ask: Ask) -> tuple[tuple[tuple[Text, ...], Text], ...]:
    """The answers that lead to each price, and that price in words."""
    alike: dict[Text, list[Text]] = {}
    for each in ask.answers:
        alike.setdefault(_under(each), []).append(each.says)
    return tuple((tuple(said), sum_) for sum_, said in alike.items())


def _under(answer: Supposed) -> Text:
    if answer.repaid is None or answer.left is None:
        return Text("pas dans nos tables", "not in our tables")
    if not answer.repaid:
        left = money(answer.left)
        return Text(f"{left.fr} à votre charge", f"{left.en} left to pay")
    repaid = money(answer.repaid)
    return Text(f"{repaid.fr} remboursés", f"{repaid.en} repaid")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _source(step: Step, language: Language) -> str:
    if not step.text:
        return ""
    day = step.since or step.checked_on
    check = "" if step.certainty == "H" else f", {_CHECK.to(language)}"
    return f" [{step.text}, {day.isoformat()}{check}]" if day else f" [{step.text}{check}]"


def label_of(one: LineAnswer) -> Text:
    """The care, its day and what was paid, as a title."""
    line, label = one.asked.line, acts()[one.asked.line.act].label
    on, paid = line.on, money(line.fee)
    fr, en = f"{label.fr}, {on:%d/%m/%Y}", f"{label.en}, {on.isoformat()}"
    said = Text(f"{fr}, {paid.fr} payés", f"{en}, {paid.en} paid") if line.fee else Text(fr, en)
    return Text(said.fr[0].upper() + said.fr[1:], said.en[0].upper() + said.en[1:])


def explanation(one: LineAnswer) -> tuple[Text, ...]:
    """Every step of one line in words, each with its text and day."""
    return tuple(
        Text(f"{step.says.fr}{_source(step, 'fr')}", f"{step.says.en}{_source(step, 'en')}")
        for step in steps(one.priced)
    )
