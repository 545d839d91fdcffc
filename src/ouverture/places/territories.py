"""In which territory of French social security an address lies, and what that territory's scheme is."""

from functools import cache
from typing import Literal, NamedTuple, get_args

from ouverture.places.shelf import rows_of
from ouverture.text import Text

TerritoryName = Literal[
    "metropole", "overseas_department", "saint_barthelemy", "saint_martin", "mayotte", "saint_pierre_et_miquelon",
    "new_caledonia", "french_polynesia", "wallis_et_futuna", "monaco", "unknown",
]  # fmt: skip
TERRITORIES: tuple[TerritoryName, ...] = get_args(TerritoryName)


class Territory(NamedTuple):
    """A territory, and the sentence saying which scheme serves it; None for the mainland, which needs no word."""

    name: TerritoryName
    scheme: Text | None


METROPOLE = Territory("metropole", None)


def territory_of(department: str) -> Territory:
    """The territory of ``department`` ("75", "2A", "974"; "980" stands for Monaco)."""
    return _outside().get(department, METROPOLE)


@cache
def _outside() -> dict[str, Territory]:
    names: dict[str, TerritoryName] = {name: name for name in TERRITORIES}
    return {
        row["department"]: Territory(names[row["territory"]], Text(fr=row["fr"], en=row["en"]))
        for row in rows_of("territories.csv")
    }
