"""A price in words: one line a step, with the text it rests on, its source, its day and how sure it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from ouverture.pricing.acts import Status, acts
from ouverture.pricing.charges import daily_figures, emergency_charge
from ouverture.pricing.consulted import Figure
from ouverture.pricing.formula import Priced, half_up
from ouverture.pricing.rows import Certainty, Table, held_from, read_table, shelf
from ouverture.pricing.terms import situations_of
from ouverture.text import Text


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a price. The source is of the figure used; "" for plain arithmetic."""

    name: str
    says: Text
    text: str = ""
    source: str = ""
    since: date | None = None
    checked_on: date | None = None
    certainty: Certainty = "H"


def money(cents: int) -> Text:
    """A sum as it is written: "1 234,50 €", "€1,234.50"."""
    english = f"{cents / 100:,.2f}"
    return Text(english.replace(",", "\u00a0").replace(".", ",") + "\u00a0€", f"€{english}")


def percent(rate: int) -> str:
    """A rate without needless zeros: "70", "37.5"."""
    return f"{rate / 100:g}"


def steps(one: Priced) -> tuple[Step, ...]:
    """Every step of a price, in the order of the formula; of a price not held, the sentence that says what lacks."""
    if one.repaid is None:
        return (_lacking(one),)
    if acts()[one.line.act].charge:
        return tuple(_charge(one))
    return (*_base(one), *_rate(one), *_product(one), *_deduction(one), *_end(one))


def _say(name: str, figure: Figure | None = None, status: Status | None = None, **filled: Text | str | int) -> Step:
    """A step from its words; the source is that of the figure, else that of the situation."""
    row = None if figure is None else figure.row
    words = read_table("words")[name]
    fr, en = _of_row(row.table, row.series, row.since) if row else ({}, {})
    fr, en = {**fr}, {**en}
    if status is not None:
        fr["status_fr"], en["status_en"] = _capital(status.label.fr), _capital(status.label.en)
    for key, value in filled.items():
        if isinstance(value, Text):
            fr[f"{key}_fr"], en[f"{key}_en"] = value
        else:
            fr[key] = en[key] = str(value)
    says = Text(words["fr"].format_map(fr), words["en"].format_map(en))
    if row is not None:
        return Step(name, says, row.text, row.source, row.since, row.checked_on, row.certainty)
    if status is not None:
        return Step(name, says, status.text, status.source, None, status.checked_on, status.certainty)
    return Step(name, says)


@cache
def _of_row(table: Table, series: str, since: date) -> tuple[dict[str, str], dict[str, str]]:
    """What every step says of its row, in both languages: its label and its first day."""
    label = shelf()[table, series][0].label
    return (
        {"label_fr": _capital(label.fr), "since_fr": f"{since:%d/%m/%Y}"},
        {"label_en": _capital(label.en), "since": since.isoformat()},
    )


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _base(one: Priced) -> Iterator[Step]:
    line, tariff, base = one.line, one.terms.tariff, one.base or 0
    whole = (tariff.value or 0) * line.quantity if tariff else (line.tariff or 0) * line.quantity
    if tariff is not None and line.quantity > 1:
        yield _say("tariff_of_several", tariff, value=money(tariff.value or 0), quantity=line.quantity,
                   total=money(whole))  # fmt: skip
    elif tariff is not None:
        yield _say("tariff", tariff, value=money(whole))
    elif line.tariff is not None:
        yield _say("tariff_given", value=money(whole))
    else:
        yield _say("fee_is_tariff")
    if base < whole:
        yield _say("paid_less", base=money(base))
    if one.beyond:
        yield _say("beyond", beyond=money(one.beyond))


def _rate(one: Priced) -> Iterator[Step]:
    applied, rate = one.terms, one.terms.rate
    if rate is not None:
        said, given_by = percent(rate.value or 0), applied.rate_from
        yield _say("rate", rate, rate=said) if given_by is None else _say("rate_of_status", None, given_by, rate=said)
    if one.increase and applied.increase is not None:
        points, cap = percent(applied.increase.value or 0), applied.increase_cap
        if cap is not None and cap.value is not None:
            yield _say("increase_capped", cap, points=points, cap=money(cap.value))
        else:
            yield _say("increase", applied.increase, points=points)


def _product(one: Priced) -> Iterator[Step]:
    applied, base, gross = one.terms, one.base or 0, (one.base or 0) - one.share
    if one.flat is not None and applied.flat is not None:
        yield _say("flat", applied.flat, flat=money(one.flat)) if one.flat else _say("flat_spared", applied.flat)
        return
    rate = one.rate or 0
    if half_up(base, rate) == gross:
        yield _say("product", base=money(base), rate=percent(rate), gross=money(gross))
    else:
        yield _say("product_capped", base=money(base), rate=percent(rate), increase=money(one.increase),
                   gross=money(gross))  # fmt: skip


def _deduction(one: Priced) -> Iterator[Step]:
    figure, spared_by = one.terms.deduction, one.terms.deduction_spared_by
    if spared_by is not None:
        yield _say("deduction_spared", None, spared_by)
    elif figure is not None and one.wanted:
        taken = one.deducted or one.owed_later
        limited = taken == (one.base or 0) - one.share
        name = "deduction_later" if one.owed_later else "deduction"
        if taken < one.wanted and not one.owed_later:
            name = "deduction_limited" if limited else "deduction_capped"
        yield _say(name, figure, taken=money(taken), wanted=money(one.wanted))
    if one.undone:
        yield _say("undone", undone=money(one.undone), given_back=money(one.given_back))
    if one.recovered:
        yield _say("recovered", recovered=money(one.recovered))


def _end(one: Priced) -> Iterator[Step]:
    if one.daily:
        yield _say("daily", daily_figures(one.line, "daily", 1)[0], daily=money(one.daily))
    name = "repaid_to_professional" if one.line.third_party else "repaid"
    yield _say(name, repaid=money(one.repaid or 0), left=money(one.left or 0))


def _charge(one: Priced) -> Iterator[Step]:
    line, act = one.line, acts()[one.line.act]
    emergency = act.charge == "emergency"
    figures = [emergency_charge(line)] if emergency else daily_figures(line, act.charge, line.quantity)
    spared = next((status for status in situations_of(line) if act.charge.split("_")[0] in status.spares), None)
    if spared is not None:
        yield _say("charge_spared", None, spared)
        return
    seen: list[Figure] = []
    for figure in figures:
        if figure is not None and figure not in seen:
            seen.append(figure)
            yield _say("charge", figure, value=money(figure.value or 0))
    yield _say("repaid", repaid=money(0), left=money(one.left or 0))


def _lacking(one: Priced) -> Step:
    line, act = one.line, acts()[one.line.act]
    name = "charge" if act.charge else one.terms.lacks
    return _say(f"lacks_{name}", day=line.on.isoformat(), day_fr=f"{line.on:%d/%m/%Y}", held=_held(one))


def _held(one: Priced) -> str:
    """The days for which what lacks is held, from the series that would have been used."""
    act, line = acts()[one.line.act], one.line
    if act.charge:
        return held_from("charges", act.charge)
    if line.sector == "none" and act.authority:
        return held_from("tariffs", act.authority)
    if line.sector == "2" and act.outside_optam:
        return held_from("tariffs", act.outside_optam)
    fitting = [c.series for c in act.tariffs if c.fits(line.patient.age, line.pathway in ("in", "direct"))]
    return held_from("tariffs", fitting[0]) if fitting else "–"
