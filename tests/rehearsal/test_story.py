"""The article's story, outside and inside: what she knows, when, and why three calls are not needed."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest

from ouverture.dossier.exchange.events import ExchangeRecorded, PromiseBroken
from ouverture.dossier.hold.events import HoldLapsed, HoldPlaced, HoldReviewed
from ouverture.dossier.hold.reasons import reasons
from ouverture.dossier.invariants.every import broken_state
from ouverture.dossier.messages.events import MessageDelivered, MessageQueued
from ouverture.dossier.watch.events import Escalated
from ouverture.dossier.words import caisse_name
from ouverture.rehearsal.story.cast import cast
from ouverture.rehearsal.story.inside import connected, kept
from ouverture.rehearsal.story.outside import recorded
from ouverture.rehearsal.story.page import page
from ouverture.rehearsal.story.replay import Run, replay
from ouverture.rehearsal.story.spared import (
    CALLS,
    ENDS,
    Call,
    calls_of,
    days_saved,
    found,
    known_on,
    message_of,
    spared,
)

PAGE = Path(__file__).parents[2] / "docs" / "article-story.md"
SCENARIOS = {"outside": recorded, "inside": connected, "kept": kept}


@cache
def played(name: str) -> Run:
    return replay(SCENARIOS[name]())


@pytest.mark.parametrize("name", SCENARIOS)
def test_no_invariant_is_broken_after_any_step(name: str) -> None:
    run = played(name)
    assert run.broken == ()
    assert broken_state(run.file, run.played[-1].on) == []


@pytest.mark.parametrize("name", SCENARIOS)
def test_only_the_refusals_of_the_story_refuse(name: str) -> None:
    for one in played(name).played:
        refused = [each.refusal.code for each in one.appends if each.refusal]
        assert refused == ([one.step.refused] if one.step and one.step.refused else [])


@pytest.mark.parametrize("name", SCENARIOS)
def test_somebody_is_expected_after_every_step(name: str) -> None:
    assert all(one.after for one in played(name).played)


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_message_arrives(name: str) -> None:
    events = [one for _, append in played(name).appends for one in append.events]
    queued = [one.message for one in events if isinstance(one, MessageQueued)]
    assert sorted(queued) == sorted(one.message for one in events if isinstance(one, MessageDelivered))


@pytest.mark.parametrize("part", ENDS)
def test_both_runs_end_in_the_same_state(part: str) -> None:
    read = ENDS[part]
    assert read(played("outside").file) == read(played("inside").file)


def test_they_end_with_everything_the_article_ends_with() -> None:
    file = played("inside").file
    assert (file.number.stage, file.number.number) == ("permanent", cast().number)
    assert (file.rights.stage, file.account.stage, file.doctor.stage) == ("open", "active", "recorded")
    assert {one.form: one.stage for one in file.card.items} == {"plastic": "in_use", "european": "in_use"}
    assert [one.paid for one in file.claim.settled] == [cast().visit.repaid]


def test_the_three_calls_are_exchanges_outside_and_none_is_inside() -> None:
    assert [one.exchange for one in calls_of(played("outside"))] == [call.exchange for call in CALLS]
    assert not any(isinstance(one, ExchangeRecorded) for _, append in played("inside").appends for one in append.events)


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.exchange)
def test_what_a_call_told_is_read_inside_before_it(call: Call) -> None:
    one = spared(played("outside"), played("inside"), call)
    assert one.read_on < one.called_on
    assert one.waited_inside == cast().gaps["message"]
    assert one.waited_inside < one.waited_outside
    assert one.told.message is not None
    assert set(call.kinds) <= set(one.told.message.about)


def test_one_append_gives_number_attestation_and_code() -> None:
    opened = found(played("inside"), "reactivated").append
    assert {"reactivated", "rights_opened", "account_invited"} <= {one.kind for one in opened.events}
    message = message_of(opened, "reactivated").message
    assert message is not None
    assert set(message.encloses) == {"number", "attestation", "activation_code"}


def test_outside_the_number_was_in_use_for_six_weeks_before_she_knew() -> None:
    run = played("outside")
    assert known_on(run, "reactivated") - found(run, "reactivated").event.on == timedelta(weeks=6)


def test_outside_nothing_of_the_decision_is_known_before_the_first_call() -> None:
    run, called = played("outside"), cast().outside["call_1"]
    before = {one.kind for on, append in run.appends if on < called for one in append.events}
    assert before.isdisjoint({"application_granted", "reactivated", "rights_opened", "account_invited"})


def test_outside_the_silence_is_told_each_time_something_is_late() -> None:
    run, called = played("outside"), cast().outside["call_1"]
    late = [one for on, append in run.appends if on < called for one in append.events if isinstance(one, Escalated)]
    assert {"issue_receipt", "judge_pieces"} <= {one.act for one in late}


def test_outside_the_form_promised_in_two_weeks_is_a_broken_promise_on_the_day_after() -> None:
    broken = found(played("outside"), "promise_broken")
    assert isinstance(broken.event, PromiseBroken)
    assert broken.event.exchange == "call-3"
    assert broken.on == cast().outside["form_promised"] + timedelta(days=1)
    assert known_on(played("outside"), "card_form_sent") - cast().outside["call_3"] == timedelta(weeks=3)


def test_outside_the_block_has_no_reason_and_inside_it_has_reason_owner_date_and_way_out() -> None:
    unexplained, explained = (found(played(name), "hold_placed").event for name in ("outside", "inside"))
    assert isinstance(unexplained, HoldPlaced)
    assert isinstance(explained, HoldPlaced)
    assert unexplained.reason == "no_reason_was_given"
    words = message_of(found(played("inside"), "hold_placed").append, "hold_placed").words.en
    reason = reasons()[explained.reason]
    for part in (reason.says.en, caisse_name(explained.owner).en, "8 February 2026", reason.way_out.en):
        assert part in words


def test_inside_the_refusal_of_the_order_names_the_block() -> None:
    refusal = next(append.refusal for _, append in played("inside").appends if append.refusal)
    assert refusal.holds == ("card-order",)
    assert refusal.by == cast().inside["hold_review"]


def test_inside_the_block_ends_by_itself_on_the_day_after_its_review() -> None:
    lapsed = found(played("inside"), "hold_lapsed")
    assert isinstance(lapsed.event, HoldLapsed)
    assert lapsed.on == cast().inside["hold_review"] + timedelta(days=1)
    assert known_on(played("inside"), "hold_lapsed") <= found(played("inside"), "card_ordered").on


def test_a_block_is_kept_only_by_another_agent_with_a_reason_that_she_reads() -> None:
    reviewed = found(played("kept"), "hold_reviewed")
    assert isinstance(reviewed.event, HoldReviewed)
    assert reviewed.event.at.who != found(played("kept"), "hold_placed", hold="card-order").event.at.who
    assert reviewed.event.why in message_of(reviewed.append, "hold_reviewed").words.en
    assert played("kept").file.hold.live == ()


def test_the_block_lasts_as_long_in_both_runs() -> None:
    lasted = {
        name: found(played(name), end).on - found(played(name), "hold_placed").on
        for name, end in (("outside", "hold_lifted"), ("inside", "hold_lapsed"))
    }
    assert lasted["outside"] == lasted["inside"]


def test_the_delays_are_those_of_the_article() -> None:
    one = cast()
    assert 3 <= (one.days["received"] - one.days["posted"]).days <= 5
    for name in ("outside", "inside"):
        run = played(name)
        ordered = found(run, "card_ordered", form="plastic").on
        assert found(run, "card_delivered", form="plastic").on - ordered < timedelta(weeks=2)
        assert found(run, "doctor_recorded").on - found(run, "doctor_proposed").on < timedelta(weeks=1)
        european = found(run, "card_ordered", form="european").on
        assert found(run, "card_delivered", form="european").on - european == timedelta(days=5)
        assert found(run, "claim_received").on < found(run, "card_delivered", form="plastic").on


def test_nothing_comes_later_inside_and_everything_up_to_the_kiosk_earlier() -> None:
    saved = {one.what: one.days for one in days_saved(played("outside"), played("inside"))}
    assert min(saved.values()) == saved["the European card is in her hands"] == 0
    assert sum(days > 0 for days in saved.values()) == len(saved) - 1


@pytest.mark.parametrize(
    ("policy", "invariant"),
    [("invite_on_permanent_number", "I2"), ("tell_the_person", "I1"), ("lapse_unless_kept", "I3")],
)
def test_without_its_policy_the_story_inside_breaks_an_invariant(policy: str, invariant: str) -> None:
    assert invariant in {one.name for one in replay(connected(), frozenset({policy})).broken}


def test_the_page_is_the_one_that_the_code_writes() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()
