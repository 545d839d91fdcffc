"""Numbers with their unit, as French and English readers write them."""

from collections.abc import Sequence
from decimal import Decimal

from ouverture.text import Text

UNITS: dict[str, Text] = {
    "euros": Text("{} €", "€{}"),
    "euros_a_year": Text("{} € par an", "€{} a year"),
    "euros_a_month": Text("{} € par mois", "€{} a month"),
    "percent": Text("{} %", "{}%"),
    "years": Text("{} ans", "{} years"),
    "months": Text("{} mois", "{} months"),
    "more_than_months": Text("plus de {} mois", "more than {} months"),
    "hours_a_month": Text("{} heures par mois", "{} hours a month"),
    "times_pass": Text("{} fois le plafond annuel (PASS)", "{} times the yearly ceiling (PASS)"),
    "times_monthly_ceiling": Text("{} fois le plafond mensuel", "{} times the monthly ceiling"),
}


def in_unit(unit: str, bands: Sequence[tuple[int, Decimal]]) -> Text:
    """The values in words: "10 339 € par an"; of several bands, from where each counts: "8, dès 30 : 14 € par mois".

    Raises KeyError for a unit that is not in ``UNITS``.
    """
    written = [(start, figure(value)) for start, value in bands]
    fr = ", ".join(f"dès {start} : {each.fr}" if rank else each.fr for rank, (start, each) in enumerate(written))
    en = ", ".join(f"from {start}: {each.en}" if rank else each.en for rank, (start, each) in enumerate(written))
    return Text(UNITS[unit].fr.format(fr), UNITS[unit].en.format(en))


def figure(value: Decimal) -> Text:
    """A number with its thousands parted, and no needless zero: "2 369,25", "2,369.25"."""
    english = f"{value:,.0f}" if value == value.to_integral_value() else f"{value:,f}"
    return Text(english.replace(",", "\u00a0").replace(".", ","), english)


def euros(value: Decimal) -> Text:
    """A sum of money: "2 369,25 €", "€2,369.25"."""
    return in_unit("euros", ((0, value),))
