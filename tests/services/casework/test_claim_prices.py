"""The caisse's price comes from the tables, or differs with a written reason; what is expected stands beside it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ouverture.dossier.application.decisions import AcceptPiece, GrantApplication
from ouverture.dossier.claim.events import PricedLine
from ouverture.dossier.claim.requests import PayClaim, PriceClaim, ReceiveClaim, RecordBankDetails
from ouverture.dossier.doctor.events import DoctorRecorded
from ouverture.dossier.file import File, replay
from ouverture.dossier.identity.decisions import RecordSearch
from ouverture.dossier.kernel import Moment
from ouverture.dossier.number.events import WaitingNumberIssued
from ouverture.dossier.person.events import BirthTold
from ouverture.dossier.refusals import Refusal
from ouverture.dossier.rights.decisions import OpenRights
from ouverture.dossier.rights.events import RightsOpened
from ouverture.services.casework.carry_out import Done
from ouverture.services.casework.claim_prices import expected, in_all, suggested, unexplained
from ouverture.services.casework.held import parts_of
from ouverture.services.casework.suggestions import FIRST_ANSWERS
from tests.dossier.acting import after, opened
from tests.services.casework import wired

OPEN, CARE, DAY = date(2026, 1, 12), date(2026, 2, 10), date(2026, 3, 2)
AT = Moment(OPEN, "caisse")


def with_sheet(*lines: tuple[str, int], happened: tuple[Any, ...] = (), care_on: date = CARE) -> File:
    covered = replay((WaitingNumberIssued(AT, "n"), RightsOpened(AT, OPEN, "residence", OPEN), *happened), opened())
    paid_to = after(covered, RecordBankDetails("FR7630006000011234567890189", "Nour Haddad"), OPEN)
    return after(paid_to, ReceiveClaim("s1", care_on, lines), DAY)


def claim_of(file: File) -> Any:
    claim = file.claim.named("s1")
    assert claim is not None
    return claim


def test_a_visit_without_a_doctor_in_the_file_is_expected_out_of_the_pathway_first() -> None:
    file = with_sheet(("GP", 3000))
    (one,) = expected(file, claim_of(file))
    assert one is not None
    assert (one.base, one.cents) == (3000, 700)
    assert {700, 1900, 840, 1410} <= one.also


def test_with_a_doctor_in_the_file_the_pathway_is_kept_first() -> None:
    file = with_sheet(("GP", 3000), happened=(DoctorRecorded(AT, "Dr Roux", ""),))
    assert suggested(file, claim_of(file)) == (PricedLine(0, 3000, 1900),)


def test_a_child_has_no_deduction_and_no_pathway() -> None:
    file = with_sheet(
        ("GP", 3000), happened=(BirthTold(AT, corrects=False, born_on="2016-05-01", place="", country="", sex=""),)
    )
    (one,) = expected(file, claim_of(file))
    assert one is not None
    assert one.cents == 2100
    assert 700 not in one.also


@pytest.mark.parametrize("cents", [700, 1900, 840])
def test_a_price_the_tables_lead_to_needs_no_reason(cents: int) -> None:
    file = with_sheet(("GP", 3000))
    assert unexplained(file, PriceClaim("s1", (PricedLine(0, 3000, cents),))) is None


def test_another_price_is_refused_until_a_reason_is_written() -> None:
    file = with_sheet(("GP", 3000))
    refused = unexplained(file, PriceClaim("s1", (PricedLine(0, 3000, 2800),)))
    assert refused is not None
    assert refused.code == "price_differs_without_reason"
    assert "€28.00 instead of €7.00" in refused.says.en
    assert unexplained(file, PriceClaim("s1", (PricedLine(0, 3000, 2800),), why="long illness")) is None


def test_an_act_or_a_day_the_tables_do_not_hold_is_left_to_the_caisse() -> None:
    file = with_sheet(("XYZ 12", 3000), ("cardiologist", 5100))
    assert expected(file, claim_of(file)) == (None, None)
    assert in_all(file, claim_of(file)) is None
    assert unexplained(file, PriceClaim("s1", (PricedLine(0, 3000, 1), PricedLine(1, 5100, 2)))) is None


def test_the_form_shows_the_tables_price_first() -> None:
    file = with_sheet(("dentist", 2300), ("XYZ", 900))
    assert FIRST_ANSWERS["prices"](file, DAY) == "1: 23,00 13,80\n2: 9,00 "


def test_the_file_shows_what_is_expected_beside_what_came() -> None:
    file = with_sheet(("dentist", 2300))
    assert "Expected by the tariffs: €13.80" in note_of(file)
    priced = after(file, PriceClaim("s1", (PricedLine(0, 2300, 1200),), why="a cap"), DAY)
    assert note_of(priced) == "Expected by the tariffs: €13.80; caisse: €12.00"
    assert note_of(after(priced, PayClaim("s1"), DAY)) == "Expected by the tariffs: €13.80; caisse: €12.00"


def note_of(file: File) -> str:
    (row,) = next(part.rows for part in parts_of(file) if part.name == "claims")
    return row.note.en if row.note else ""


def test_at_the_one_door_an_agent_must_write_the_reason_and_then_the_price_is_kept(tmp_path: Path) -> None:
    house = wired.opened(wired.house_in(tmp_path))
    granted = GrantApplication("joins_insured_family", wired.DAY)
    for step in (RecordSearch(), AcceptPiece("identity_document"), granted):
        wired.act(house, wired.AGENT, wired.FILE, step)
    opens = OpenRights(wired.DAY, "joins_insured_family", wired.DAY)
    assert house.met(wired.FILE).state.rights.periods or wired.act(house, wired.AGENT, wired.FILE, opens)
    sent = wired.act(house, wired.SHE, wired.FILE, ReceiveClaim("s1", wired.DAY, (("dentist", 2300),)))
    assert isinstance(sent, Done), sent
    short = PriceClaim("s1", (PricedLine(0, 2300, 1000),))
    refused = wired.act(house, wired.AGENT, wired.FILE, short)
    assert isinstance(refused, Refusal)
    assert refused.code == "price_differs_without_reason"
    done = wired.act(house, wired.AGENT, wired.FILE, PriceClaim("s1", short.lines, why="a cap was reached"))
    assert isinstance(done, Done), done
    assert "a cap was reached" in {getattr(event, "why", "") for event in done.events}
