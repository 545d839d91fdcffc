from datetime import date
from typing import Any

import pytest

from ouverture.dossier.exchange.decisions import BreakPromise, KeepPromise, RecordExchange
from ouverture.dossier.exchange.events import ExchangeRecorded, PromiseBroken
from ouverture.dossier.file import evolve
from ouverture.dossier.kernel import Command, Moment
from ouverture.dossier.machine import wake
from ouverture.dossier.obligations import obligations
from tests.dossier.acting import after, opened, refused

DAY, PROMISED, AFTER = date(2026, 3, 2), date(2026, 3, 16), date(2026, 3, 17)


def call(name: str = "call-1", **changed: Any) -> RecordExchange:
    said: dict[str, Any] = {
        "with_whom": "an agent",
        "said": "the file is complete",
        "promised": "an answer",
        "promised_by": PROMISED,
    }
    return RecordExchange(name, "call", **(said | changed))


@pytest.mark.parametrize("mode", ["connected", "recorded"])
def test_a_promise_with_a_day_is_owed_by_the_caisse(mode: str) -> None:
    file = after(opened(mode), call(), DAY)
    owed = next(each for each in obligations(file, DAY) if each.act == "keep_promise")
    assert (owed.holder, owed.due, owed.basis, owed.about) == ("caisse", PROMISED, "declared_practice", "call-1")


@pytest.mark.parametrize(("mode", "act", "holder"), [
    ("connected", "answer_for_promise", "caisse"), ("recorded", "ask_again_for_promise", "person"),
])  # fmt: skip
def test_past_its_day_a_promise_is_broken_and_somebody_must_act(mode: str, act: str, holder: str) -> None:
    file = after(opened(mode), call(), DAY)
    assert wake(file, PROMISED).file.exchange.items[0].stage == "promised"
    outcome = wake(file, AFTER)
    broken = next(e for e in outcome.events if isinstance(e, PromiseBroken))
    assert (broken.by, broken.next_step) == ("clock", act)
    owed = next(one for one in obligations(outcome.file, AFTER) if one.act == act)
    assert owed.holder == holder


def test_a_broken_promise_is_told_and_not_also_escalated() -> None:
    outcome = wake(after(opened("connected"), call(), DAY), AFTER)
    assert not [e for e in outcome.events if e.kind == "escalated" and getattr(e, "act", "") == "keep_promise"]
    assert any("promise_broken" in one.about for one in outcome.file.messages.on_their_way)


def test_with_its_policy_off_nothing_says_that_the_promise_was_broken() -> None:
    outcome = wake(after(opened("connected"), call(), DAY), AFTER, frozenset({"break_promise_past_its_day"}))
    assert outcome.file.exchange.items[0].stage == "promised"


def test_a_promise_without_a_day_is_expected_within_ours() -> None:
    file = after(opened("recorded"), call(promised_by=None), DAY)
    owed = next(each for each in obligations(file, DAY) if each.act == "keep_promise_without_day")
    assert (owed.basis, owed.due) == ("our_promise", date(2026, 3, 17))
    assert wake(file, date(2026, 3, 18)).file.exchange.items[0].stage == "broken"


def test_an_exchange_without_a_promise_owes_nothing() -> None:
    file = after(opened("recorded"), call(promised="", promised_by=None), DAY)
    assert file.exchange.items[0].stage == "noted"
    assert not [each for each in obligations(file, DAY) if each.about == "call-1"]


@pytest.mark.parametrize("day", [DAY, AFTER])
def test_a_promise_can_be_kept_in_time_or_late(day: date) -> None:
    file = wake(after(opened("connected"), call(), DAY), day).file
    file = after(file, KeepPromise("call-1"), day)
    assert file.exchange.items[0].stage == "kept"
    assert not [each for each in obligations(file, day) if each.about == "call-1"]


def test_a_second_call_follows_up_the_broken_promise() -> None:
    file = wake(after(opened("recorded"), call(), DAY), AFTER).file
    file = after(file, call("call-2", promised_by=date(2026, 4, 1), follows="call-1"), AFTER)
    assert [one.stage for one in file.exchange.items] == ["followed_up", "promised"]


def test_a_call_before_the_day_does_not_release_the_caisse() -> None:
    file = after(opened("connected"), call(), DAY)
    file = after(file, call("call-2", promised="", promised_by=None, follows="call-1"), DAY)
    assert [one.stage for one in file.exchange.items] == ["promised", "noted"]


def test_an_agent_may_write_down_the_call_and_the_person_is_told() -> None:
    file = after(opened("connected"), call(), DAY, "caisse")
    assert any("exchange_recorded" in one.about for one in file.messages.on_their_way)


@pytest.mark.parametrize(("wanted", "code"), [
    (call(with_whom=""), "exchange_without_words"),
    (call(said=""), "exchange_without_words"),
    (call(promised=""), "promise_without_words"),
    (call(promised_by=date(2026, 3, 1)), "promise_in_the_past"),
    (call(follows="call-9"), "unknown_exchange"),
    (KeepPromise("call-9"), "unknown_exchange"),
    (BreakPromise("call-9"), "unknown_exchange"),
])  # fmt: skip
def test_what_cannot_be_written_down_is_refused_with_a_reason(wanted: Command, code: str) -> None:
    assert refused(opened("recorded"), wanted, DAY).code == code


def test_one_name_stands_for_one_exchange() -> None:
    assert refused(after(opened("recorded"), call(), DAY), call(), DAY).code == "exchange_already_recorded"


def test_a_promise_is_not_broken_on_its_own_day() -> None:
    refusal = refused(after(opened("recorded"), call(), DAY), BreakPromise("call-1"), PROMISED)
    assert (refusal.code, refusal.by) == ("promise_still_runs", PROMISED)


def test_a_promise_kept_cannot_be_broken_afterwards() -> None:
    file = after(after(opened("recorded"), call(), DAY), KeepPromise("call-1"), DAY)
    assert refused(file, BreakPromise("call-1"), AFTER).code == "not_now"


def test_the_same_exchange_seen_twice_stands_once() -> None:
    file = after(opened("recorded"), call(), DAY)
    seen = ExchangeRecorded(Moment(DAY, "letter"), "call-1", "call", "an agent", "x", "y", None, "", "")
    assert len(evolve(file, seen).exchange.items) == 1
