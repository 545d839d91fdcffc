from datetime import date, timedelta
from typing import Any

import pytest

from ouverture.dossier.account.decisions import ActivateAccount, InviteToAccount, LockAccount, RecoverAccount
from ouverture.dossier.hold.blocks import blocked
from ouverture.dossier.hold.decisions import LapseHold, LiftHold, PlaceHold, ReviewHold
from ouverture.dossier.hold.reasons import reasons
from ouverture.dossier.kernel import COMMANDS
from ouverture.dossier.messages.decisions import ConfirmDelivery
from ouverture.dossier.number.decisions import CertifyInPlace
from ouverture.dossier.obligations import obligations
from tests.dossier.certified import (
    CERTIFIED,
    OPENED,
    OTHER_AGENT,
    certified,
    done,
    kinds,
    opened,
    outcome,
    refused,
    waiting,
    woken,
)

REVIEW = CERTIFIED + timedelta(days=10)
HOLD = PlaceHold("h1", "data_being_checked", ("invite_to_account", "activate_account"), REVIEW)


def test_a_hold_tells_the_person_why_in_both_languages() -> None:
    told = outcome(certified(), HOLD, CERTIFIED)
    assert kinds(told.events) == ("hold_placed", "message_queued")
    assert told.events[0].says_fr == "Vos données sont en cours de vérification."  # type: ignore[attr-defined]


@pytest.mark.parametrize("part", ["hold", "blocks", "review_on"])
def test_a_hold_cannot_be_built_with_a_part_missing(part: str) -> None:
    parts: dict[str, Any] = {
        "hold": "h",
        "reason": HOLD.reason,
        "blocks": HOLD.blocks,
        "review_on": REVIEW,
    } | {part: ()}
    assert refused(certified(), PlaceHold(**parts), CERTIFIED).code == f"hold_without_{part}"


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (PlaceHold("h", "because", HOLD.blocks, REVIEW), "unknown_hold_reason"),
        (PlaceHold("h", "no_reason_was_given", HOLD.blocks, REVIEW), "hold_without_reason"),
        (PlaceHold("h", HOLD.reason, ("open_rights",), REVIEW), "hold_blocks_too_much"),
        (PlaceHold("h", HOLD.reason, ("queue_message",), REVIEW), "hold_blocks_too_much"),
        (PlaceHold("h", HOLD.reason, HOLD.blocks, CERTIFIED), "hold_term_wrong"),
        (PlaceHold("h", HOLD.reason, HOLD.blocks, CERTIFIED + timedelta(days=16)), "hold_term_wrong"),
    ],
)
def test_a_hold_is_refused_beyond_what_its_reason_allows(wrong: PlaceHold, code: str) -> None:
    assert refused(certified(), wrong, CERTIFIED).code == code


def test_no_reason_blocks_cover_messages_terms_or_claims_already_due() -> None:
    for reason in reasons().values():
        assert reason.may_block <= COMMANDS.keys(), reason.code
        assert not reason.may_block & {
            "open_rights", "queue_message", "escalate_message", "issue_receipt", "let_silence_decide", "pay_claim",
            "lift_hold", "review_hold", "lapse_hold", "deposit", "receive_piece",
        }  # fmt: skip


def test_a_blocked_act_names_reason_owner_date_and_way_out() -> None:
    file = done(certified(), HOLD, CERTIFIED)
    no = refused(file, ActivateAccount(), CERTIFIED)
    assert (no.code, no.who_can_act, no.by, no.holds) == ("held", "caisse", REVIEW, ("h1",))
    for part in ("Your data are being checked", "CPAM de Paris", "25 April 2026", "paper form"):
        assert part in no.says.en


def test_two_holds_on_one_act_are_both_named_and_both_must_end() -> None:
    sooner = PlaceHold("h2", "access_at_risk", ("activate_account",), CERTIFIED + timedelta(days=3))
    file = done(done(certified(), HOLD, CERTIFIED), sooner, CERTIFIED)
    no = refused(file, ActivateAccount(), CERTIFIED)
    assert (no.holds, no.by) == (("h2", "h1"), sooner.review_on)
    file = done(file, LiftHold("h2", "the person came"), CERTIFIED)
    assert refused(file, ActivateAccount(), CERTIFIED).holds == ("h1",)


def test_what_is_not_blocked_goes_on() -> None:
    file = done(certified(), HOLD, CERTIFIED)
    assert blocked(file, ConfirmDelivery(1)) is None
    assert blocked(file, RecoverAccount("code")) is None
    assert refused(file, InviteToAccount(), CERTIFIED).code == "held"


def test_a_live_hold_has_an_owner_and_a_date() -> None:
    file = done(certified(), HOLD, CERTIFIED)
    found = [each for each in obligations(file, CERTIFIED) if each.act == "review_hold"]
    assert [(each.holder, each.due, each.about, each.basis) for each in found] == [
        ("caisse", REVIEW, "h1", "our_promise")
    ]


def test_a_hold_that_nobody_keeps_lapses_and_gives_back_what_it_stopped() -> None:
    file = done(certified(), HOLD, CERTIFIED)
    file = done(file, LockAccount("h1"), CERTIFIED)
    assert file.account.stage == "locked"
    file, _ = woken(file, REVIEW)
    assert file.hold.live
    file, happened = woken(file, REVIEW + timedelta(days=1))
    assert "hold_lapsed" in happened
    assert "account_unlocked" in happened
    assert "escalated" not in happened
    assert (file.hold.live, file.hold.ended, file.account.stage) == ((), ("h1",), "invited")


def test_without_the_policy_a_hold_would_live_on_and_be_escalated() -> None:
    file = done(certified(), HOLD, CERTIFIED)
    file, happened = woken(file, REVIEW + timedelta(days=1), frozenset({"lapse_unless_kept"}))
    assert file.hold.live
    assert "escalated" in happened


def test_without_the_policy_the_account_would_stay_locked() -> None:
    file = done(done(certified(), HOLD, CERTIFIED), LockAccount("h1"), CERTIFIED)
    off = frozenset({"unlock_when_the_hold_ends"})
    assert done(file, LiftHold("h1", "checked"), CERTIFIED, off=off).account.stage == "locked"
    assert done(file, LiftHold("h1", "checked"), CERTIFIED).account.stage == "invited"


def test_an_invitation_kept_back_goes_out_when_the_hold_ends() -> None:
    file = done(done(waiting(), HOLD, CERTIFIED), CertifyInPlace(), CERTIFIED)
    assert (file.number.stage, file.account.stage) == ("permanent", "none")
    lifted = LiftHold("h1", "the data are right")
    assert done(file, lifted, REVIEW).account.stage == "invited"
    assert done(file, lifted, REVIEW, off=frozenset({"invite_when_the_hold_ends"})).account.stage == "none"


def test_only_a_second_agent_keeps_a_hold_longer_and_says_why() -> None:
    file = done(certified(), HOLD, CERTIFIED)
    later = REVIEW + timedelta(days=10)
    assert refused(file, ReviewHold("h1", later, "not done"), REVIEW).code == "review_needs_another"
    assert refused(file, ReviewHold("h1", later, "not done"), REVIEW, who="").code == "nobody_signed_in"
    assert refused(file, ReviewHold("h1", later, ""), REVIEW, who=OTHER_AGENT).code == "no_reason_given"
    too_late = ReviewHold("h1", REVIEW + timedelta(days=16), "not done")
    assert refused(file, too_late, REVIEW, who=OTHER_AGENT).code == "hold_term_wrong"
    assert refused(file, ReviewHold("h9", later, "not done"), REVIEW, who=OTHER_AGENT).code == "no_such_hold"
    file = done(file, ReviewHold("h1", later, "Cnav has not answered"), REVIEW, who=OTHER_AGENT)
    assert file.hold.live[0].review_on == later
    file, happened = woken(file, REVIEW + timedelta(days=1))
    assert "hold_lapsed" not in happened


def test_a_hold_is_lifted_once_with_a_reason() -> None:
    file = done(certified(), HOLD, CERTIFIED)
    assert refused(file, LiftHold("h1", ""), CERTIFIED).code == "no_reason_given"
    assert refused(file, LapseHold("h1"), REVIEW).code == "hold_not_over"
    file = done(file, LiftHold("h1", "checked"), CERTIFIED)
    assert refused(file, LiftHold("h1", "checked"), CERTIFIED).code == "no_such_hold"
    assert refused(file, LapseHold("h1"), CERTIFIED).code == "no_such_hold"
    assert refused(file, HOLD, CERTIFIED).code == "not_now"
    assert done(file, ActivateAccount(), CERTIFIED).account.stage == "active"


def test_a_name_is_not_used_twice() -> None:
    file = done(certified(), HOLD, CERTIFIED)
    assert refused(file, HOLD, CERTIFIED).code == "not_now"


def test_access_stops_only_under_a_live_hold() -> None:
    file = certified()
    assert refused(file, LockAccount("h1"), CERTIFIED).code == "lock_without_hold"
    assert refused(file, LockAccount(""), CERTIFIED).code == "lock_without_hold"
    file = done(done(file, HOLD, CERTIFIED), LiftHold("h1", "checked"), CERTIFIED)
    assert refused(file, LockAccount("h1"), CERTIFIED).code == "lock_without_hold"


def test_a_caisse_outside_may_leave_the_reason_out_and_nothing_of_ours_is_blocked() -> None:
    seen = done(opened(mode="recorded"), PlaceHold("h1", "no_reason_was_given"), OPENED, "call")
    one = seen.hold.live[0]
    assert (one.owner, one.review_on) == ("751", date(2026, 3, 17))
    assert blocked(seen, RecoverAccount("code")) is None
    seen, happened = woken(seen, date(2026, 3, 18))
    assert "escalated" in happened
    assert "hold_lapsed" not in happened
    kept = done(seen, ReviewHold("h1", date(2026, 4, 1), ""), date(2026, 3, 20), "letter")
    assert kept.hold.live[0].review_on == date(2026, 4, 1)
    assert refused(kept, ReviewHold("h9", date(2026, 4, 1), ""), OPENED, "letter").code == "no_such_hold"
    assert done(kept, LiftHold("h1", ""), date(2026, 3, 25), "call").hold.ended == ("h1",)
