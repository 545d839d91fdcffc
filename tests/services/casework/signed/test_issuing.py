"""Papers that anybody can check, over one file: signed while true, withdrawn by what happens."""

from datetime import timedelta
from pathlib import Path

import pytest

from ouverture.adapters.pdf.papers import papers_pdf
from ouverture.adapters.signed_papers.checking import checked
from ouverture.dossier.account.decisions import ActivateAccount
from ouverture.dossier.application.decisions import AcceptPiece
from ouverture.dossier.card.decisions import AskForCertificate, DeclareCardLost, OrderCard, ProduceCard
from ouverture.dossier.kernel import EVENTS, Command
from ouverture.dossier.number.decisions import CertifyInPlace, SendToCnav
from ouverture.dossier.person.decisions import TellNames
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.carry_out import Done
from ouverture.services.casework.house import House
from ouverture.services.casework.look import FileView, Look, look_at
from ouverture.services.casework.outgoing.paper import Code, Paper
from ouverture.services.casework.refusing import Refusal
from ouverture.services.casework.shelf import data_of
from ouverture.services.casework.signed.issuing import issuable, issued, offered
from ouverture.services.casework.signed.said import kinds
from ouverture.text import Text
from ouverture.wiring import what_checks
from tests.adapters.pdf_checked import faults_of
from tests.services.casework import wired
from tests.services.casework.test_care_money import NUMBER, with_a_waiting_number
from tests.services.casework.wired import AGENT, AGENT_ELSEWHERE, DAY, FILE, NOON, RECORD, SHE

CNAV = Actor("cnav-1", "cnav")
LOOK = Look(FILE, "own_file", DAY, NOON)


@pytest.fixture
def house(tmp_path: Path) -> House:
    made = wired.opened(wired.house_in(tmp_path))
    wired.act(made, SHE, FILE, TellNames("Nguyễn", "", ("Œuvré",)))
    return with_a_waiting_number(made)


def happens(house: House, actor: Actor, command: Command) -> None:
    done = wired.act(house, actor, FILE, command)
    assert isinstance(done, Done), done


def certified(house: House) -> None:
    """Every paper is good, the file goes to Cnav, the number is permanent."""
    for piece in house.met(FILE).state.application.pieces:
        if piece.status == "received":
            wired.act(house, AGENT, FILE, AcceptPiece(piece.name))
    if house.met(FILE).state.number.stage == "waiting":
        happens(house, AGENT, SendToCnav())
    happens(house, CNAV, CertifyInPlace())


def view(house: House, stream: str = FILE) -> FileView:
    seen = look_at(house, SHE, LOOK._replace(stream=stream))
    assert isinstance(seen, FileView)
    return seen


def token(house: House, kind: str, actor: Actor = SHE) -> str:
    paper = issued(house, actor, LOOK, view(house), kind)
    assert isinstance(paper, Paper), paper
    return next(one.payload for one in paper.blocks if isinstance(one, Code))


def state(house: House, code: str) -> str:
    return checked(code, *what_checks(house, DAY), DAY).state


def test_a_certificate_says_what_the_file_says_and_is_the_same_for_the_person_and_the_agent(house: House) -> None:
    assert issuable(view(house)) == ("rights_certificate", "waiting_number")
    code = token(house, "rights_certificate")
    assert code == token(house, "rights_certificate", AGENT)
    found = checked(code, *what_checks(house, DAY), DAY)
    assert found.state == "good"
    assert found.paper
    assert (found.paper.name, found.paper.number, found.paper.first) == ("Nguyễn Œuvré", NUMBER, DAY)
    assert FILE not in found.paper.serial


def test_the_paper_is_a_pdf_that_holds_its_own_code_and_can_be_checked_as_it_is(house: House) -> None:
    paper = issued(house, SHE, LOOK, view(house), "rights_certificate")
    assert isinstance(paper, Paper)
    made = papers_pdf((paper,), paper.title, Text("Pied", "Foot"), Text("Copie", "Copy"))
    assert faults_of(made, "fr") == []
    assert state(house, made.decode("latin-1")) == "good"


def test_the_notice_of_a_waiting_number_falls_when_the_number_is_permanent(house: House) -> None:
    notice, certificate = token(house, "waiting_number"), token(house, "rights_certificate")
    certified(house)
    assert (state(house, notice), state(house, certificate)) == ("withdrawn", "good")
    assert "waiting_number" not in issuable(view(house))
    assert isinstance(issued(house, SHE, LOOK, view(house), "waiting_number"), Refusal)


def test_a_card_lost_is_withdrawn_and_the_next_one_is_another_paper_while_other_forms_stand(house: House) -> None:
    certified(house)
    happens(house, SHE, ActivateAccount())
    for form in ("app", "plastic"):
        happens(house, SHE, OrderCard(form))
        if house.met(FILE).state.card.stage(form) == "ordered":
            happens(house, AGENT, ProduceCard(form))
    app, plastic = token(house, "card_app"), token(house, "card_plastic")
    happens(house, SHE, DeclareCardLost("stolen", "app"))
    assert (state(house, app), state(house, plastic)) == ("withdrawn", "good")
    assert "card_app" not in issuable(view(house))


def test_the_provisional_european_certificate_has_its_last_day(house: House) -> None:
    certified(house)
    happens(house, SHE, AskForCertificate(DAY + timedelta(days=5)))
    if "european_certificate" not in issuable(view(house)):
        happens(house, AGENT, ProduceCard("certificate"))
    found = checked(token(house, "european_certificate"), *what_checks(house, DAY), DAY)
    assert found.paper
    assert found.paper.last == next(
        one.last_day for one in house.met(FILE).state.card.items if one.form == "certificate"
    )


def test_a_name_corrected_makes_every_earlier_paper_out_of_date(house: House) -> None:
    before = token(house, "rights_certificate")
    happens(house, SHE, TellNames("Nguyen-Martin", "", ("Œuvré",)))
    assert state(house, before) == "stale"
    assert state(house, token(house, "rights_certificate")) == "good"


def test_a_name_longer_than_any_code_is_cut_and_shows_it(house: House) -> None:
    happens(house, SHE, TellNames("Ñ" * 900, "", ("Œuvré",)))
    found = checked(token(house, "rights_certificate"), *what_checks(house, DAY), DAY)
    assert found.state == "good"
    assert found.paper
    assert found.paper.name.endswith("Ñ…")


def test_no_paper_is_signed_for_a_caisse_outside_nor_for_whoever_may_not_have_it(house: House) -> None:
    assert issuable(view(house, RECORD)) == ()
    assert isinstance(
        issued(house, SHE, LOOK._replace(stream=RECORD), view(house, RECORD), "rights_certificate"), Refusal
    )
    helper = Actor("helper", "helper", "", (FILE,))
    assert offered(helper, view(house)) == ()
    assert isinstance(issued(house, helper, LOOK, view(house), "rights_certificate"), Refusal)
    assert isinstance(look_at(house, AGENT_ELSEWHERE, LOOK), Refusal)


def test_the_look_is_written_down_before_a_paper_is_given(house: House) -> None:
    before = len(house.journal.readings(FILE, 0, 1000))
    token(house, "rights_certificate", AGENT)
    assert "certificate" in {one.what for _, one in house.journal.readings(FILE, 0, 1000)[before:]}


def test_every_reason_of_a_withdrawal_has_its_words_and_its_event_exists() -> None:
    words = data_of("signed_papers")["why"].keys()
    assert set(data_of("signed_papers")["corrections"]) <= EVENTS.keys()
    for row in kinds().values():
        assert set(row["withdrawn_by"]) <= EVENTS.keys()
        assert set(row["withdrawn_by"].values()) <= words
