from datetime import date, timedelta

import pytest

from ouverture.dossier.account.decisions import ActivateAccount
from ouverture.dossier.attachment.events import TakenOver
from ouverture.dossier.card.decisions import (
    ConfirmCardDelivery,
    DeclareCardLost,
    MarkUpdateDue,
    OrderCard,
    PostCard,
    ProduceCard,
    RefusePhoto,
    ReportCardReturned,
    ReturnCardForm,
    SendNewPhoto,
    SwitchOffCard,
    UpdateCard,
)
from ouverture.dossier.card.events import CardDelivered
from ouverture.dossier.card.travel import travel_notes
from ouverture.dossier.duty import Obligation
from ouverture.dossier.file import File, evolve
from ouverture.dossier.kernel import EVENTS, Moment
from ouverture.dossier.number.decisions import ReplaceNumber
from ouverture.dossier.obligations import obligations
from ouverture.dossier.policies.cards import update_due_after_change
from ouverture.dossier.records import from_record, to_record
from ouverture.dossier.rights.decisions import CloseRights, ReEvaluateRights
from tests.dossier.certified import CERTIFIED, certified, done, kinds, opened, outcome, refused, woken

DAY = CERTIFIED
A_YEAR_ON = date(2027, 4, 15)


def ordered() -> File:
    return done(done(certified(), ActivateAccount(), DAY), OrderCard(), DAY)


def in_use() -> File:
    file = ordered()
    for act in (ProduceCard(), PostCard(), ConfirmCardDelivery()):
        file = done(file, act, DAY)
    return file


def about_the_card(file: File, day: date) -> list[tuple[str, str, date]]:
    return [(one.act, one.holder, one.due) for one in _of_card(file, day)]


def _of_card(file: File, day: date) -> list[Obligation]:
    return [one for one in obligations(file, day) if "card" in one.act or "photo" in one.act]


def after(days: int) -> date:
    return DAY + timedelta(days=days)


def test_each_stage_has_one_holder_and_one_date() -> None:
    file = ordered()
    assert about_the_card(file, DAY) == [("produce_card", "caisse", after(14))]
    file = done(file, RefusePhoto("too dark", "a photo in front of a light wall"), DAY)
    assert about_the_card(file, DAY) == [("give_new_photo", "person", after(30))]
    file = done(done(file, SendNewPhoto(), DAY), ProduceCard(), DAY)
    assert about_the_card(file, DAY) == [("post_card", "caisse", after(3))]
    file = done(file, PostCard(), DAY)
    assert about_the_card(file, DAY) == [("bring_card", "post", after(10))]
    file = done(file, ReportCardReturned("moved away"), DAY)
    assert about_the_card(file, DAY) == [("send_card_again", "caisse", after(7))]
    file = done(done(file, PostCard(), DAY), ConfirmCardDelivery(), DAY)
    assert about_the_card(file, DAY) == [("update_card", "person", A_YEAR_ON)]
    file = done(file, DeclareCardLost("lost"), DAY)
    assert about_the_card(file, DAY) == [("order_card", "person", after(30))]


def test_an_order_on_paper_takes_its_own_time() -> None:
    file = done(certified(), ReturnCardForm(), DAY)
    assert about_the_card(file, DAY) == [("produce_card_from_form", "caisse", after(21))]


def test_a_photo_is_refused_with_a_reason_and_what_would_do() -> None:
    assert refused(ordered(), RefusePhoto("too dark", ""), DAY).code == "photo_refused_without_reason"
    told = outcome(ordered(), RefusePhoto("too dark", "a light wall"), DAY)
    assert kinds(told.events) == ("photo_refused", "message_queued")


@pytest.mark.parametrize("wrong", [PostCard(), ReportCardReturned("x"), UpdateCard(), SendNewPhoto()])
def test_nothing_happens_before_its_time(wrong: PostCard) -> None:
    assert refused(ordered(), wrong, DAY).code == "not_now"


def test_a_card_in_the_hand_is_there_whatever_the_office_wrote() -> None:
    assert refused(ordered(), ConfirmCardDelivery(), DAY, "post").code == "card_not_on_its_way"
    assert done(ordered(), ConfirmCardDelivery(), DAY, "person").card.stage("plastic") == "in_use"
    outside = done(opened(mode="recorded"), ConfirmCardDelivery(), DAY, "person")
    assert outside.card.stage("plastic") == "in_use"


def test_a_lost_card_is_stopped_at_once_and_the_person_told() -> None:
    told = outcome(in_use(), DeclareCardLost("stolen"), DAY, "caisse")
    assert kinds(told.events) == ("card_lost", "message_queued")
    assert told.file.card.stage("plastic") == "stopped"


def test_a_year_makes_the_update_due_and_a_kiosk_does_it() -> None:
    file, happened = woken(in_use(), A_YEAR_ON)
    assert "card_update_due" in happened
    assert "reminded" in happened
    assert ("update_card", "person", A_YEAR_ON) in about_the_card(file, A_YEAR_ON)
    file = done(file, UpdateCard(), A_YEAR_ON, "kiosk")
    assert about_the_card(file, A_YEAR_ON) == [("update_card", "person", date(2028, 4, 15))]
    silent, happened = woken(in_use(), A_YEAR_ON, frozenset({"update_due_every_year"}))
    assert "card_update_due" not in happened
    assert silent.card.stage("plastic") == "in_use"


@pytest.mark.parametrize("change", [ReplaceNumber("2910799404124 36", "corrected"), ReEvaluateRights("resident", DAY)])
def test_a_change_makes_the_update_due(change: ReplaceNumber) -> None:
    file = done(in_use(), change, DAY)
    assert file.card.stage("plastic") == "update_due"
    assert about_the_card(file, DAY) == [("update_card_after_change", "person", after(15))]
    off = frozenset({"update_due_after_change"})
    assert done(in_use(), change, DAY, off=off).card.stage("plastic") == "in_use"


def test_an_amount_that_changes_leaves_the_card_as_it_is() -> None:
    same = ReEvaluateRights(in_use().rights.periods[-1].ground, DAY, ("invented order",), "Le plafond.", "The ceiling.")
    told = outcome(in_use(), same, DAY, "caisse")
    assert told.file.card.stage("plastic") == "in_use"
    assert "card_update_due" not in kinds(told.events)


def test_a_change_of_caisse_makes_the_update_due() -> None:
    happened = TakenOver(Moment(DAY, "caisse"), "692")
    assert update_due_after_change(in_use(), happened) == MarkUpdateDue("taken_over")
    assert update_due_after_change(certified(), happened) is None


def test_a_card_made_before_the_change_is_due_as_soon_as_it_arrives() -> None:
    file = done(done(ordered(), ProduceCard(), DAY), ReEvaluateRights("resident", DAY), DAY)
    assert file.card.stage("plastic") == "produced"
    assert done(done(file, PostCard(), DAY), ConfirmCardDelivery(), DAY).card.stage("plastic") == "update_due"


def test_only_the_plastic_card_is_updated() -> None:
    file = done(done(ordered(), OrderCard("app"), DAY), ProduceCard("app"), DAY)
    assert refused(file, UpdateCard("app"), DAY).code == "no_update_needed"
    assert refused(file, MarkUpdateDue("taken_over", "app"), DAY).code == "no_update_needed"


def test_a_card_works_as_long_as_the_rights() -> None:
    assert refused(in_use(), SwitchOffCard(), DAY).code == "card_while_covered"


def test_the_card_stops_the_day_after_cover_when_no_notice_is_owed() -> None:
    file = done(in_use(), CloseRights("left_france", after(10)), DAY)
    no = refused(file, SwitchOffCard(), after(10))
    assert (no.code, no.by) == ("card_stops_too_early", after(11))
    file, happened = woken(file, after(11))
    assert "card_switched_off" in happened
    assert file.card.stage("plastic") == "stopped"


def test_after_a_closing_notice_the_card_keeps_its_45_days() -> None:
    file = in_use()
    rights = file.rights._replace(stage="closed", closing_notice_on=DAY)
    rights = rights._replace(periods=(rights.periods[-1]._replace(last=DAY),))
    file = file._replace(rights=rights)
    assert refused(file, SwitchOffCard(), after(44)).by == after(45)
    assert woken(file, after(44))[0].card.stage("plastic") == "in_use"
    assert woken(file, after(45))[0].card.stage("plastic") == "stopped"
    off = frozenset({"switch_off_when_rights_close"})
    assert woken(file, after(45), off)[0].card.stage("plastic") == "in_use"


def test_who_may_be_refused_where_depends_on_nationality() -> None:
    file = certified()
    assert len(travel_notes(file, DAY)) == 4
    for nationality, notes in (("US", 4), ("IT", 3), ("CH", 3)):
        facts = (("nationality", nationality),)
        assert len(travel_notes(file._replace(application=file.application._replace(facts=facts)), DAY)) == notes


def test_what_is_heard_of_a_card_never_seen_before_is_kept() -> None:
    file = evolve(opened(mode="recorded"), CardDelivered(Moment(DAY, "letter"), "plastic"))
    assert file.card.stage("plastic") == "in_use"
    assert about_the_card(file, DAY) == [("update_card", "person", A_YEAR_ON)]


def test_every_event_of_a_card_can_be_written_and_read_again() -> None:
    happened = outcome(done(certified(), ActivateAccount(), DAY), OrderCard(), DAY).events[0]
    assert from_record(EVENTS["card_ordered"].kind, to_record(happened)) == happened


def test_a_card_first_heard_of_when_its_update_is_due_is_in_hand() -> None:
    file = done(opened(mode="recorded"), MarkUpdateDue("address"), DAY, "letter")
    assert file.card.stage("plastic") == "update_due"
