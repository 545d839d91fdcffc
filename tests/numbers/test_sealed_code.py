"""The sealed code of French papers read: the specimen of the ANTS and what makes a code unreadable."""

from __future__ import annotations

import tomllib
from datetime import date
from importlib.resources import files

import pytest

from ouverture.numbers.sealed_code import read_sealed_code

SIGNATURE = "\x1fZICP23SZTCLV2APC5P2AQVZDKHDKRG5KOIYGBKDXUA7N5O75QLWMKJBFSL3WJZYG2HHF4Z3K5E6E2GJFOVSV7E2W2XVHEXXVDXYNY"
HEAD = "DC04FR0000011E581E5801"
BILL = HEAD + "01FR10MME/HANNAH/WHITFIELD\x1d2212 RUE DES LILAS\x1d246900325LYON\x1d26FR1D64,20\x1d" + SIGNATURE


def test_a_bill_says_for_whom_it_is_and_of_which_day() -> None:
    found = read_sealed_code(BILL)
    assert found is not None
    assert (found.paper, found.issuer, found.issued_on, found.whole) == ("bill", "FR00 0001", date(2021, 4, 8), True)
    assert found.holders == ("MME HANNAH WHITFIELD",)
    assert (found.fields["24"], found.fields["25"], found.fields["1D"]) == ("69003", "LYON", "64,20")
    assert "WHITFIELD" not in repr(found)


def test_names_written_apart_are_one_and_a_cut_field_ends_where_it_was_cut() -> None:
    found = read_sealed_code(HEAD.replace("5801", "5806") + "01FR61HANNAH\x1d62" + "W" * 38 + "695A\x1e" + SIGNATURE)
    assert found is not None
    assert found.holders == (f"HANNAH {'W' * 38}",)
    assert found.paper == "payslip"


@pytest.mark.parametrize(("version", "more"), [("01", ""), ("02", ""), ("03", "01"), ("04", "01FR")])
def test_every_version_of_the_header_is_read(version: str, more: str) -> None:
    found = read_sealed_code(f"DC{version}FR000001FFFF1E5803{more}30MR/JEAN/DE LA FONTAINE\x1d{SIGNATURE}")
    assert found is not None
    assert (found.paper, found.issued_on, found.holders) == ("bank_slip", None, ("MR JEAN DE LA FONTAINE",))


def test_after_a_field_that_nobody_knows_nothing_is_guessed() -> None:
    found = read_sealed_code(HEAD + "01FR10JEAN MARTIN\x1dZZ12345" + SIGNATURE)
    assert found is not None
    assert (found.whole, found.holders) == (False, ("JEAN MARTIN",))


@pytest.mark.parametrize(
    "written", ["", "DC04", "ouverture:file:abc", BILL.replace("DC04", "DC09"), BILL.replace(SIGNATURE, ""),
                BILL.replace("0101FR", "0102FR")],
)  # fmt: skip
def test_what_is_no_code_known_here_is_none(written: str) -> None:
    assert read_sealed_code(written) is None


def test_the_sizes_of_the_fields_are_whole_and_no_field_has_two() -> None:
    table = tomllib.loads(files("ouverture.numbers").joinpath("data", "sealed_codes.toml").read_text("utf-8"))
    assert not table["fixed"].keys() & table["most"].keys()
    assert {
        *table["names"]["lines"],
        *(one for pair in table["names"]["pairs"] for each in pair for one in each),
    } <= table["most"].keys()
