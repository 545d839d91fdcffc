"""What the computation of the subsidiary contribution says."""

from decimal import Decimal

from ouverture.law.amounts.figures import euros
from ouverture.text import Text


def replacement_income() -> Text:
    """A pension or benefit sets the contribution aside (L380-2 2°)."""
    return Text(
        "Une pension, une rente ou une allocation chômage dans le couple : rien n'est dû.",
        "A pension, an annuity or unemployment benefit in the couple: nothing is due.",
    )


def replacement_unknown() -> Text:
    """Whether there is such a pension or benefit is not known."""
    return Text(
        "On ne peut pas le dire sans savoir si vous ou votre partenaire touchez une pension ou le chômage. Pour une "
        "pension étrangère, ce n'est pas vérifié.",
        "It cannot be said without knowing whether you or your partner draw a pension or unemployment benefit. For a "
        "foreign pension this was not verified.",
    )


def enough_work(threshold: Decimal) -> Text:
    """Income from work reaches the threshold (L380-2 1°)."""
    limit = euros(threshold)
    return Text(
        f"Un revenu du travail d'au moins {limit.fr} dans le couple : rien n'est dû.",
        f"An income from work of at least {limit.en} in the couple: nothing is due.",
    )


def little_capital(allowance: Decimal) -> Text:
    """Capital income within the allowance (D380-1 I)."""
    limit = euros(allowance)
    return Text(
        f"Des revenus du capital qui ne dépassent pas {limit.fr} : rien n'est dû.",
        f"Capital income not above {limit.en}: nothing is due.",
    )


def steps(year: int, ceiling: Decimal, base: Decimal, due: Decimal) -> tuple[Text, ...]:
    """The ceiling, the base and the sum, one sentence each."""
    yearly, taxed, total = euros(ceiling), euros(base), euros(due)
    return (
        Text(f"Plafond annuel de {year} : {yearly.fr}.", f"Yearly ceiling of {year}: {yearly.en}."),
        Text(
            f"Revenus du capital au-delà de l'abattement : {taxed.fr}.",
            f"Capital income above the allowance: {taxed.en}.",
        ),
        Text(
            f"Cotisation : {total.fr}, appelée en {year + 1}.",
            f"Contribution: {total.en}, called for in {year + 1}.",
        ),
    )
