"""The acts that can be priced, and who keeps a smaller share: read from ``tables/acts.toml`` and ``statuses.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal

from ouverture.pricing.rows import Certainty, read_table
from ouverture.text import Text

Priced = Literal["table", "fee", "ask", "given"]


@dataclass(frozen=True, slots=True)
class Choice:
    """One series of tariffs and whom it is for; ``or_next``: when it holds nothing for the day, the next is tried."""

    series: str
    from_age: int = 0
    under_age: int | None = None
    coordinated: bool | None = None
    or_next: bool = False

    def fits(self, age: int, coordinated: bool) -> bool:
        """Whether this series is for a patient of this age, in coordinated care or not."""
        young_enough = self.under_age is None or age < self.under_age
        return self.from_age <= age and young_enough and self.coordinated in (None, coordinated)


@dataclass(frozen=True, slots=True)
class Act:
    """One kind of act. ``care`` names its rate, ``deduction`` what is deducted, ``charge`` a flat charge instead."""

    name: str
    label: Text
    care: str
    priced: Priced
    tariffs: tuple[Choice, ...]
    spellings: tuple[str, ...]
    outside_optam: str = ""
    authority: str = ""
    deduction: str = ""
    charge: str = ""
    before: str = ""
    direct_access: bool = False
    imaging: bool = False
    patient_under_age: int | None = None
    overseas_tariffs: Mapping[str, str] | None = None

    @property
    def outside(self) -> bool:
        """Whether neither a tariff nor a rate of it is held: it is known by its name only."""
        return self.care == "not_held"

    @property
    def of_doctor(self) -> bool:
        """Whether the care pathway bears on it (R160-6: acts and consultations of doctors)."""
        return self.care == "doctor"


@dataclass(frozen=True, slots=True)
class Status:
    """What a situation of the patient changes: the rate, what is spared, what is reduced."""

    name: str
    label: Text
    text: str
    source: str
    checked_on: date
    certainty: Certainty
    spellings: tuple[str, ...]
    rate: str = ""
    doubtful_rate: str = ""
    doubtful_out_of_pathway: str = ""
    rates: Mapping[str, str] | None = None
    kept: frozenset[str] = frozenset()
    spares: frozenset[str] = frozenset()
    reduces: frozenset[str] = frozenset()
    rate_not_held: bool = False

    def rate_for(self, care: str) -> str:
        """The series of rates it gives for a kind of care; "" when it gives none."""
        if care in self.kept:
            return ""
        return (self.rates or {}).get(care, self.rate)


@cache
def acts() -> Mapping[str, Act]:
    """Every act, by name."""
    return {name: _act(name, body) for name, body in read_table("acts").items()}


@cache
def statuses() -> Mapping[str, Status]:
    """Every situation, by name."""
    return {name: _status(name, body) for name, body in read_table("statuses").items()}


def _act(name: str, body: Mapping[str, Any]) -> Act:
    plain = {key: value for key, value in body.items() if key not in ("label", "tariffs", "spellings", "priced")}
    return Act(
        name=name,
        label=Text(**body["label"]),
        priced="table" if "tariffs" in body else body.get("priced", "table"),
        tariffs=tuple(Choice(**choice) for choice in body.get("tariffs", ())),
        spellings=tuple(body["spellings"]),
        **plain,
    )


def _status(name: str, body: Mapping[str, Any]) -> Status:
    plain = {key: value for key, value in body.items() if key not in ("label", "except", "spares", "reduces")}
    return Status(
        name=name,
        label=Text(**body["label"]),
        kept=frozenset(body.get("except", ())),
        spares=frozenset(body.get("spares", ())),
        reduces=frozenset(body.get("reduces", ())),
        **{**plain, "spellings": tuple(plain["spellings"])},
    )
