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
from ouverture.services.casework.claim_counters import counters_before
from ouverture.services.casework.claim_prices import expected, in_all, suggested, to_recover, unexplained
from ouverture.services.casework.held import parts_of
from ouverture.services.casework.sheet_faults import ill_priced, not_their_sheet
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


def one_more(file: File, name: str, *lines: tuple[str, int], care_on: date, given: Any = None, **told: Any) -> File:
    """Another sheet, received and priced with ``given`` (as the tables price it when nothing is given)."""
    file = after(file, ReceiveClaim(name, care_on, lines, again="another"), DAY)
    claim = file.claim.named(name)
    assert claim is not None
    by_tables = tuple(each for each in suggested(file, claim, DAY) if each is not None)
    return after(file, PriceClaim(name, given or by_tables, **told), DAY)


def waiting(file: File, *lines: tuple[str, int], care_on: date = CARE, name: str = "next") -> tuple[File, Any]:
    file = after(file, ReceiveClaim(name, care_on, lines, again="another"), DAY)
    return file, file.claim.named(name)


def test_the_fifth_act_of_a_day_bears_no_participation_whatever_the_sheets() -> None:
    file = with_sheet(("blood test", 2000))
    for nth in range(3):
        file = one_more(file, f"a{nth}", ("blood test", 2000), care_on=CARE)
    file, claim = waiting(file, ("blood test", 2000), ("blood test", 2000))
    assert [one.cents for one in suggested(file, claim, DAY) if one] == [1000, 1200]
    for second in (1200, 1000):
        # No sheet says who gave the care: the fifth act may be of another laboratory, and bear a participation.
        price = PriceClaim("next", (PricedLine(0, 2000, 1000), PricedLine(1, 2000, second)))
        assert unexplained(file, price, DAY) is None
    more = unexplained(file, PriceClaim("next", (PricedLine(0, 2000, 1100), PricedLine(1, 2000, 1200))), DAY)
    assert more is not None
    assert "€11.00 instead of €10.00" in more.says.en


def test_the_caps_of_the_year_are_counted_over_the_sheets_of_the_file() -> None:
    file = with_sheet(("dentist", 2300))
    for nth in range(25):
        file = one_more(file, f"a{nth}", ("blood test", 2000), care_on=date(2026, 1, 13 + nth) if nth < 18 else CARE)
    # Four a day at most: of the eight of one day four count, so that the year is not full yet.
    _, claim = waiting(file, ("blood test", 2000), care_on=date(2026, 2, 11))
    assert [one.cents for one in suggested(file, claim, DAY) if one] == [1000]
    for nth in range(3):
        file = one_more(file, f"b{nth}", ("blood test", 2000), care_on=date(2026, 2, 12 + nth))
    file, claim = waiting(file, ("blood test", 2000), care_on=date(2026, 2, 20))
    assert [one.cents for one in suggested(file, claim, DAY) if one] == [1200]
    assert [one.cents for one in suggested(file, claim, date(2027, 1, 4)) if one] == [1000], "another year"
    # A cheaper one of earlier care comes late: it takes the place of the last of two euros, and 0.80 is given back.
    file, claim = waiting(file, ("blood test", 200), care_on=date(2026, 1, 12), name="late")
    assert [(one.base, one.cents) for one in suggested(file, claim, DAY) if one] == [(200, 200)]
    assert in_all(file, claim, DAY) == 200


def test_a_participation_owed_from_a_tiers_payant_is_taken_from_the_next_sheet_and_shown_in_the_form() -> None:
    file = one_more(with_sheet(("dentist", 2300)), "a", ("blood test", 2000), care_on=CARE,
                    given=(PricedLine(0, 2000, 1200),), owed=200)  # fmt: skip
    file = after(file, PriceClaim("s1", (PricedLine(0, 2300, 1180),), recovered=200), DAY)
    assert file.claim.ledger.owed_participations == 0
    file = one_more(file, "b", ("blood test", 2000), care_on=date(2026, 2, 11), given=(PricedLine(0, 2000, 1200),),
                    owed=200)  # fmt: skip
    file, claim = waiting(file, ("dentist", 2300))
    assert (suggested(file, claim, DAY), to_recover(file, claim, DAY)) == ((PricedLine(0, 2300, 1180),), 200)
    assert FIRST_ANSWERS["participations_owed"](file, DAY) == "2,00"
    for lines, recovered in ((1180, 200), (1380, 0)):
        assert unexplained(file, PriceClaim("next", (PricedLine(0, 2300, lines),), recovered=recovered), DAY) is None


@pytest.mark.parametrize(("cents", "owed", "recovered"), [(1200, 0, 0), (1000, 200, 0), (1200, 100, 0), (900, 0, 150)])
def test_participations_that_go_with_no_count_need_a_reason(cents: int, owed: int, recovered: int) -> None:
    file = with_sheet(("blood test", 2000))
    price = PriceClaim("s1", (PricedLine(0, 2000, cents),), owed, recovered)
    refused = unexplained(file, price, DAY)
    assert refused is not None
    assert refused.code == "price_differs_without_reason"
    assert unexplained(file, PriceClaim("s1", price.lines, owed, recovered, "a cap reached elsewhere"), DAY) is None


def test_a_price_with_a_reason_counts_what_the_tables_take_under_it_and_nothing_when_they_lead_nowhere() -> None:
    ill = one_more(with_sheet(("dentist", 2300)), "a", ("gp", 3000), care_on=CARE,
                   given=(PricedLine(0, 3000, 2800),), why="long illness")  # fmt: skip
    odd = one_more(ill, "b", ("gp", 3000), care_on=CARE, given=(PricedLine(0, 3000, 1234),), why="a choice")
    for file in (ill, odd):
        asked, claim = waiting(file, ("gp", 3000))
        assert counters_before(asked, claim).year(2026).participations == 1


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


@pytest.mark.parametrize(
    ("act", "code"),
    [
        ("refund", "repayment_is_no_care"),
        ("paediatrician", "act_of_a_child"),
        ("gp child", "act_of_a_child"),
        ("gp", ""),
    ],
)
def test_a_repayment_and_the_act_of_a_child_are_no_sheet_of_a_grown_person(tmp_path: Path, act: str, code: str) -> None:
    file = with_sheet(("dentist", 2300), happened=(BirthTold(AT, corrects=False, born_on="1984-05-01", place="",
                                                             country="", sex=""),))  # fmt: skip
    refused = ill_priced(file, ReceiveClaim("s2", CARE, ((act, 3500),)), DAY)
    assert (refused.code if refused else "") == code
    unborn = with_sheet(("dentist", 2300))
    assert not_their_sheet(unborn, ReceiveClaim("s2", CARE, (("gp child", 3500),))) is None, "unknown is not no"
    house = wired.opened(wired.house_in(tmp_path))
    before = house.met(wired.RECORD).version
    done = wired.act(house, wired.SHE, wired.RECORD, ReceiveClaim("s2", wired.DAY, (("refund", 3500),)))
    assert isinstance(done, Refusal)
    assert (done.code, house.met(wired.RECORD).version) == ("repayment_is_no_care", before), "nothing is written"
