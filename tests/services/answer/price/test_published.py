"""Every worked example of the facts, and every figure an official page printed, to the cent."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from ouverture.services.answer.price.answering import price_file
from ouverture.services.answer.price.shown import to_json

CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("published.toml").read_text(encoding="utf-8"), parse_float=Decimal
)["case"]
TODAY = date(2026, 11, 28)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_price_is_the_one_published(case: dict[str, Any]) -> None:
    said = to_json(price_file(case["asked"], TODAY))
    assert Decimal(str(said["repaid"])) == case["repaid"]
    if "left" in case:
        assert Decimal(str(said["left_to_pay"])) == case["left"]


def test_there_are_as_many_as_were_read() -> None:
    assert len(CASES) == 48
