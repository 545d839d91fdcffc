"""The ceilings of the C2S for a household: articles L861-1, D861-1 and R861-3 on the yearly figure.

Published figures are now and then one euro away from the formula: at the limit the answer is "not known".
"""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from ouverture.law.amounts import Amount, history, value

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Ceiling:
    """A yearly ceiling in euros as the formula gives it, and how far the published figure may be from it.

    ``sure`` is False when the figure it is computed from is itself within a euro of what was published.
    """

    exact: Decimal
    doubt: Decimal
    sure: bool = True

    @property
    def lowest(self) -> Decimal:
        """The lowest figure that may have been published; a whole number of euros needs no rounding."""
        return self.exact if self._whole and self.sure else self.exact.to_integral_value(ROUND_FLOOR) - self.doubt

    @property
    def highest(self) -> Decimal:
        """The highest figure that may have been published."""
        return self.exact.to_integral_value(ROUND_CEILING) + (0 if self.sure else self.doubt)

    @property
    def _whole(self) -> bool:
        return self.exact == self.exact.to_integral_value()

    def over(self, resources: Decimal) -> bool | None:
        """Whether the ceiling is above the resources ("inférieures à un plafond"); None too near to tell."""
        return True if resources < self.lowest else False if resources >= self.highest else None

    def reaches(self, resources: Decimal) -> bool | None:
        """Whether the resources are not above the ceiling ("comprises entre"); None too near to tell."""
        return True if resources <= self.lowest else False if resources > self.highest else None


@dataclass(frozen=True, slots=True)
class Ceilings:
    """The two ceilings of a household: C2S free under the first, with a participation up to the second."""

    free: Ceiling
    top: Ceiling
    amounts: tuple[Amount, ...]


def ceilings(size: int, overseas: bool, on: date) -> Ceilings | None:
    """The ceilings for ``size`` persons on the day ``on``; None when the figure of that day is not known.

    ``overseas``: living in one of the collectivities of L751-1. Raises ValueError for a household of nobody.
    """
    if size < 1:
        raise ValueError("size: a household has at least one person")
    return _ceilings(value("c2s_ceiling", on), size, overseas, on)


def last_known(size: int, overseas: bool, on: date) -> Ceilings | None:
    """The ceilings from the last figure known on or before ``on``, for a day whose own figure was not found.

    They cannot fall: a coefficient under one is raised to one (L161-25 al. 2).
    """
    known = [amount for amount in history("c2s_ceiling") if amount.known and amount.since and amount.since <= on]
    return _ceilings(known[-1], size, overseas, on) if known else None


def _ceilings(base: Amount, size: int, overseas: bool, on: date) -> Ceilings | None:
    increase, doubt = value("c2s_household_increase", on), value("c2s_rounding", on)
    margin, distance = value("c2s_participation_margin", on), value("c2s_overseas_increase", on)
    used = (base, increase, margin, *((distance,) if overseas else ()))
    if base.value is None or margin.value is None or distance.value is None or doubt.value is None:
        return None
    shares = sum((increase.at(rank) or Decimal(0) for rank in range(1, size + 1)), Decimal(0)) / _HUNDRED
    free = base.value * shares * (1 + distance.value / _HUNDRED if overseas else 1)
    sure, top = base.certainty == "H", free * (1 + margin.value / _HUNDRED)
    return Ceilings(Ceiling(free, doubt.value, sure), Ceiling(top, doubt.value, sure), used)
