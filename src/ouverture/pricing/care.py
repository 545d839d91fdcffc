"""What is known of an act and of the patient, with nothing left open: the readers of files settle that first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Sector = Literal["1", "optam", "2", "none"]
Pathway = Literal["in", "direct", "spared", "out"]
"""``in``: the médecin traitant or a doctor they send to; ``direct``: a specialty open without a letter; ``spared``:
emergency, away from home and the other cases where no increase is due; ``out``: all the rest."""

ADULT = 40
"""The age taken when none is given: of an adult, whom no table singles out."""


@dataclass(frozen=True, slots=True)
class Patient:
    """Who was treated: age in full years on the day, situations (names of ``statuses.toml``), where the care was."""

    age: int = ADULT
    situations: frozenset[str] = frozenset()
    overseas: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of care. ``fee`` and ``tariff`` in cents (``tariff`` of one act, None: from our tables).

    ``quantity``: acts, boxes, ways or days; ``third_party``: the caisse pays the professional, so that nothing can be
    deducted at once; ``in_hospital``: during a stay, where no deduction is made; ``protocol``: the care is that of the
    long illness; ``heavy``: an act known to be heavy whatever its tariff (coefficient of 60 or more).
    """

    act: str
    on: date
    fee: int
    quantity: int = 1
    tariff: int | None = None
    sector: Sector = "1"
    pathway: Pathway = "in"
    patient: Patient = Patient()
    professional: str = ""
    third_party: bool = False
    in_hospital: bool = False
    protocol: bool = True
    heavy: bool = False
    days: int = 0
    repaid_on: date | None = None

    @property
    def with_whom(self) -> str:
        """Who gave the care: when nobody is named, one professional for each act, sector and place in the pathway."""
        return self.professional or f"{self.act} {self.sector} {self.pathway}"

    @property
    def counted_in(self) -> date:
        """The day whose year counts the deductions: that of the repayment (D160-6), of the care when not known."""
        return self.repaid_on or self.on
