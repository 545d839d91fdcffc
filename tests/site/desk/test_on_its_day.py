"""A record of a caisse outside is written down late: the day on which a thing happened is asked, read and kept."""

from datetime import date

import pytest
from django.test import Client

from ouverture.services.casework.house import House
from tests.services.casework.wired import FILE, RECORD
from tests.site.desk.conftest import ComeIn
from tests.site.desk.test_desk import done, text_of

HERS = f"/en/file/{RECORD}/do"
CLAIM = {"pieces": "identity_document", "channel": "counter"}
NO = {"reason": "no proof of residence", "article": "CSS R111-2", "remedies": "yes", "seen_by": "letter"}


@pytest.fixture
def she(come_in: ComeIn) -> Client:
    return come_in("record")


def test_a_letter_of_another_day_is_kept_with_its_day_and_the_time_to_appeal_runs_from_it(
    she: Client, house: House
) -> None:
    done(she, f"{HERS}/deposit/", {**CLAIM, "happened_on": "5 October 2026"})
    claim = house.met(RECORD).state.application
    assert claim.received_on == claim.first_received_on == date(2026, 10, 5)
    she.post(f"{HERS}/refuse_application/", {**NO, "happened_on": "2026-11-02"})
    assert "2 November 2026" in text_of(she.get(f"{HERS}/refuse_application/check/"))
    she.post(f"{HERS}/refuse_application/check/")
    assert house.met(RECORD).state.application.decided_on == date(2026, 11, 2)
    remedies = text_of(she.get(f"/en/file/{RECORD}/remedies/"))
    assert "2 January 2027" in remedies or "4 January 2027" in remedies
    story = text_of(she.get(f"/en/file/{RECORD}/story/"))
    assert "2 November 2026" in story


@pytest.mark.parametrize(
    ("typed", "says"), [("2027-01-01", "has not come yet"), ("1999-01-01", "ten years"), ("last week", "day")]
)
def test_a_day_that_cannot_be_is_said_beside_its_question_and_what_was_typed_stays(
    she: Client, typed: str, says: str
) -> None:
    page = she.post(f"{HERS}/deposit/", {**CLAIM, "happened_on": typed})
    assert page.status_code == 422
    assert says in text_of(page)
    assert f'name="happened_on" value="{typed}"' in text_of(page)


def test_without_a_day_it_is_today_and_a_caisse_here_is_never_asked_nor_told_another(
    come_in: ComeIn, she: Client, house: House
) -> None:
    done(she, f"{HERS}/deposit/", {**CLAIM, "happened_on": ""})
    assert house.met(RECORD).state.application.received_on == date(2026, 11, 23)
    connected = come_in("she")
    asked = f"/en/file/{FILE}/do/record_exchange/"
    assert "happened_on" not in text_of(connected.get(asked))
    answers = {"exchange": "x1", "way": "call", "with_whom": "the line", "said": "wait", "happened_on": "2026-11-02"}
    done(connected, asked, answers)
    assert house.met(FILE).state.exchange.items[-1].on == date(2026, 11, 23)


def test_what_came_since_can_be_written_down_before_the_silence_of_the_caisse_is_concluded(
    she: Client, house: House
) -> None:
    done(she, f"{HERS}/deposit/", {**CLAIM, "channel": "registered_post", "happened_on": "2026-09-01"})
    done(she, f"{HERS}/note_arrival/", {"arrived_on": "2026-09-04"})
    assert house.met(RECORD).state.application.stage == "open"
    asked = {"pieces": "birth_certificate", "due": "2026-11-10", "seen_by": "letter", "happened_on": "2026-09-20"}
    done(she, f"{HERS}/request_pieces/", asked)
    claim = house.met(RECORD).state.application
    assert (claim.stage, claim.received_on, claim.missing) == ("open", date(2026, 9, 4), ("birth_certificate",))


def test_the_other_language_in_the_middle_of_a_form_keeps_what_was_written(she: Client, house: House) -> None:
    she.post(f"{HERS}/deposit/", CLAIM)
    she.post(f"{HERS}/deposit/check/")
    form = f"{HERS}/refuse_application/"
    written = {"reason": "no proof", "seen_by": "call", "happened_on": "2 November 2026"}
    header = text_of(she.get(form)).partition("<main")[0]
    assert 'form="the-act" hidden' in header
    assert 'name="change" value="language"' in header
    gone = she.post(form, {**written, "change": "language"})
    assert gone["Location"] == form.replace("/en/", "/fr/")
    page = text_of(she.get(gone["Location"]))
    assert 'name="reason" value="no proof"' in page
    assert 'name="happened_on" value="2 November 2026"' in page
    assert 'id="seen_by-call" value="call" checked' in page


def test_how_it_was_known_is_kept_when_an_answer_is_changed(she: Client, house: House) -> None:
    she.post(f"{HERS}/deposit/", CLAIM)
    she.post(f"{HERS}/deposit/check/")
    she.post(f"{HERS}/refuse_application/", {**NO, "seen_by": "call"})
    assert 'value="call" checked' in text_of(she.get(f"{HERS}/refuse_application/"))
