"""What the computation of the subsidiary contribution says."""

from datetime import date
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


def foreign_pension() -> Text:
    """L380-2 2° does not say that the pension must be French."""
    return Text(
        "Le texte écarte qui touche une pension, sans dire qu'elle doit être française : vous pouvez le soutenir "
        "auprès de l'Urssaf, preuve à l'appui. Rien ne serait alors dû.",
        "The text sets aside whoever draws a pension, and does not say that it must be French: you can argue so to "
        "Urssaf, with proof. Nothing would then be due.",
    )


def treaty() -> Text:
    """A treaty keeps the person out of the contributions on income; its effect on this one is not settled."""
    return Text(
        "Un traité vous écarte de la CSG : son effet sur cette cotisation n'est pas tranché dans nos sources. Si "
        "l'Urssaf l'admet, rien n'est dû.",
        "A treaty keeps you out of the CSG: its effect on this contribution is not settled in our sources. If Urssaf "
        "agrees, nothing is due.",
    )


def steps(year: int, ceiling: Decimal, base: Decimal, due: Decimal, called_by: date | None) -> tuple[Text, ...]:
    """The ceiling, the base, the sum, when it is called and how to contest, one sentence each."""
    yearly, taxed, total = euros(ceiling), euros(base), euros(due)
    last_fr = f", au plus tard le {called_by:%d/%m/%Y}" if called_by else ""
    last_en = f", by {called_by.isoformat()}" if called_by else ""
    return (
        Text(f"Plafond annuel de {year} : {yearly.fr}.", f"Yearly ceiling of {year}: {yearly.en}."),
        Text(
            f"Revenus du capital au-delà de l'abattement : {taxed.fr}.",
            f"Capital income above the allowance: {taxed.en}.",
        ),
        Text(
            f"Cotisation : {total.fr}, appelée en {year + 1}{last_fr}.",
            f"Contribution: {total.en}, called for in {year + 1}{last_en}.",
        ),
        contest(),
    )


def contest() -> Text:
    """When it is paid, and how to contest (R380-4)."""
    return Text(
        "À payer dans les trente jours de l'appel. Dans ce délai, vous pouvez payer ce que vous estimez devoir et "
        "envoyer vos preuves : l'Urssaf répond dans le mois (R380-4).",
        "To be paid within thirty days of the call. Within that time you may pay what you think is due and send "
        "your proof: Urssaf answers within a month (R380-4).",
    )
