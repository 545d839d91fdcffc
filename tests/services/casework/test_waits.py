from datetime import date, timedelta
from pathlib import Path

import ouverture.dossier.deciders  # noqa: F401 - every kind is then known
from ouverture.dossier.kernel import EVENTS
from ouverture.dossier.person.decisions import TellSituation
from ouverture.services.casework.look import FileView, Look, look_at
from ouverture.services.casework.ports import Dated
from ouverture.services.casework.waits import Forecast, waits_of
from ouverture.services.casework.waits_seen import KINDS, spans_in
from tests.services.casework.wired import DAY, FILE, NOON, RECORD, SHE, act, house_in, opened

BODY = {
    "file_opened": '{"caisse": "751"}', "card_ordered": '{"form": "plastic", "route": "account"}',
    "card_delivered": '{"form": "plastic"}', "deposited": '{"ground": "student"}',
    "claim_received": '{"claim": "s1", "electronic": false}', "claim_paid": '{"claim": "s1"}',
}  # fmt: skip


def told(stream: str, kind: str, day: int) -> Dated:
    return Dated(stream, kind, date(2026, 1, 1) + timedelta(days=day), BODY.get(kind, "{}"))


def waits(folder: Path, stream: str) -> dict[str, Forecast]:
    house = opened(house_in(folder))
    view = look_at(house, SHE, Look(stream, "own_file", DAY, NOON))
    assert isinstance(view, FileView)
    return dict(waits_of(house, view))


def test_what_was_sent_is_waited_for_and_the_law_sets_the_day_of_the_decision(tmp_path: Path) -> None:
    found = waits(tmp_path, FILE)
    assert set(found) == {"application", "number"}
    assert found["application"].limit == "law"
    assert found["application"].abnormal_from == date(2027, 1, 24)
    assert found["number"].basis == "model"


def test_before_anything_is_sent_nothing_is_waited_for(tmp_path: Path) -> None:
    assert not waits(tmp_path, RECORD)


def test_a_wait_has_its_caisse_its_route_and_its_days() -> None:
    found = spans_in([told("a", "file_opened", 0), told("a", "card_ordered", 3), told("a", "card_delivered", 20)])
    (card,) = found["card"]
    assert (card.caisse, card.route, (card.ended or card.began) - card.began) == ("751", "account", timedelta(days=17))


def test_files_are_not_mixed_up_and_what_still_runs_has_no_end() -> None:
    found = spans_in([told("a", "deposited", 0), told("b", "deposited", 1), told("b", "waiting_number_issued", 9)])
    assert [one.ended for one in found["waiting_number"]] == [date(2026, 1, 10), None]
    assert {one.route for one in found["waiting_number"]} == {"student"}


def test_a_claim_taken_back_is_left_and_never_ends() -> None:
    found = spans_in([told("a", "deposited", 0), told("a", "withdrawn", 5)])
    assert {(one.ended, one.left) for one in found["decision"]} == {(None, date(2026, 1, 6))}


def test_every_kind_that_is_followed_is_a_kind_of_event() -> None:
    assert EVENTS.keys() >= KINDS


def test_who_has_a_number_already_waits_for_it_to_be_in_use_again_and_not_for_a_waiting_number(tmp_path: Path) -> None:
    house = opened(house_in(tmp_path))
    act(house, SHE, FILE, TellSituation((("had_number", True),)))
    again = look_at(house, SHE, Look(FILE, "own_file", DAY, NOON))
    assert isinstance(again, FileView)
    assert dict(waits_of(house, again))["number"].stage.name == "returning_number"
    act(house, SHE, FILE, TellSituation((("had_number", False),)))
    first = look_at(house, SHE, Look(FILE, "own_file", DAY, NOON))
    assert isinstance(first, FileView)
    assert dict(waits_of(house, first))["number"].stage.name == "waiting_number"
