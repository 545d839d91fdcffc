"""Each remedy with its days; the days were counted by hand from the law."""

from datetime import date

import pytest

from ouverture.clock.refusal import DeadlineError
from ouverture.wording.remedies.ladder import Kind, Ladder, Rung, RungName, StepTaken, ladder

NOTIFIED = date(2026, 3, 2)
KINDS: tuple[Kind, ...] = ("refusal", "medical_refusal", "silence")


def _on(day: date, *steps: StepTaken, kind: Kind = "refusal", told: bool = True) -> Ladder:
    return ladder(kind, NOTIFIED, day, remedies_told=told, steps_taken=steps)


def _rung(found: Ladder, name: RungName) -> Rung:
    rung = found.rung(name)
    assert rung is not None
    return rung


def test_the_board_is_open_for_two_months() -> None:
    first, last, after = (_rung(_on(day), "cra") for day in (NOTIFIED, date(2026, 5, 2), date(2026, 5, 5)))
    assert (first.state, first.opens_on, first.closes_on) == ("open", NOTIFIED, date(2026, 5, 2))
    assert (last.state, after.state) == ("open", "closed")
    assert first.calendar is not None
    assert first.calendar.day == date(2026, 5, 2)


def test_a_later_day_that_can_be_argued_is_not_given_away() -> None:
    # 2 May 2026 is a Saturday. No text we hold moves that day; until the Monday the letter does not say it is over.
    for day in (date(2026, 5, 3), date(2026, 5, 4)):
        rung = _rung(_on(day), "cra")
        assert (rung.state, rung.closes_on) == ("open", date(2026, 5, 2))
        assert "can be argued" in rung.why.en
        assert rung.letter is not None
        assert "ended" not in rung.letter.en
        assert rung.calendar is None


def test_after_the_last_day_the_letter_and_the_reason_both_say_that_it_is_over() -> None:
    for kind, name in (("refusal", "cra"), ("medical_refusal", "cmra")):
        rung = _rung(_on(date(2026, 6, 1), kind=kind), name)  # type: ignore[arg-type]
        assert rung.letter is not None
        assert "ended on Saturday 2 May 2026" in rung.letter.en
        assert "ended on Saturday 2 May 2026" in rung.why.en
        assert "possible" in rung.why.en
        assert rung.calendar is None


def test_a_notice_that_does_not_say_how_to_appeal_starts_no_clock() -> None:
    rung = _rung(_on(date(2026, 6, 1), told=False), "cra")
    assert (rung.state, rung.closes_on, rung.live_by) == ("open", None, date(2026, 5, 2))


def test_the_court_waits_for_the_board_and_then_has_two_months() -> None:
    board = StepTaken("cra", date(2026, 4, 1))
    assert _rung(_on(date(2026, 4, 2)), "court").state == "not_yet"
    waiting = _rung(_on(date(2026, 6, 1), board), "court")
    assert (waiting.state, waiting.opens_on) == ("not_yet", date(2026, 6, 2))
    open_now = _rung(_on(date(2026, 6, 2), board), "court")
    # 1 August 2026 is a Saturday: the court's last day moves to the Monday.
    assert (open_now.state, open_now.closes_on) == ("open", date(2026, 8, 3))
    assert _rung(_on(date(2026, 8, 4), board), "court").letter is None


def test_a_rejection_that_was_notified_starts_the_court_clock() -> None:
    board = StepTaken("cra", date(2026, 4, 1), answered_on=date(2026, 4, 20))
    rung = _rung(_on(date(2026, 5, 1), board), "court")
    assert (rung.opens_on, rung.closes_on) == (date(2026, 4, 20), date(2026, 6, 22))


def test_an_answer_after_the_boards_time_leaves_the_safer_day_of_its_silence() -> None:
    board = StepTaken("cra", date(2026, 4, 1), answered_on=date(2026, 6, 20))
    rung = _rung(_on(date(2026, 6, 21), board), "court")
    # Silence rejected on 1 June: two months later is Saturday 1 August, moved to the Monday.
    assert (rung.closes_on, rung.live_by) == (date(2026, 8, 20), date(2026, 8, 3))
    assert rung.calendar is not None
    assert rung.calendar.day == date(2026, 8, 3)


def test_without_the_board_in_time_there_is_no_court() -> None:
    assert _rung(_on(date(2026, 6, 1)), "court").state == "not_available"


def test_a_medical_board_has_four_months() -> None:
    rung = _rung(_on(date(2026, 6, 2), StepTaken("cmra", date(2026, 4, 1)), kind="medical_refusal"), "court")
    assert (rung.state, rung.opens_on) == ("not_yet", date(2026, 8, 2))


def test_the_mediator_wants_a_first_approach_and_no_court_case() -> None:
    complaint, board = StepTaken("complaint", date(2026, 3, 5)), StepTaken("cra", date(2026, 3, 6))
    court = StepTaken("court", date(2026, 5, 20))
    assert _rung(_on(date(2026, 3, 10)), "mediator").state == "not_yet"
    assert _rung(_on(date(2026, 3, 10), complaint), "mediator").state == "open"
    assert _rung(_on(date(2026, 5, 21), complaint, board, court), "mediator").state == "not_available"


def test_only_an_admissible_mediation_stops_the_clock_until_its_recommendations() -> None:
    complaint, day = StepTaken("complaint", date(2026, 3, 5)), date(2026, 4, 20)
    asked = StepTaken("mediator", date(2026, 3, 10))
    running = StepTaken("mediator", date(2026, 3, 10), admissible_on=date(2026, 3, 20))
    over = StepTaken("mediator", date(2026, 3, 10), date(2026, 3, 20), answered_on=date(2026, 4, 9))
    assert _rung(_on(day, complaint, asked), "cra").closes_on == date(2026, 5, 2)
    assert _rung(_on(day, complaint, running), "cra").closes_on is None
    assert _rung(_on(day, complaint, over), "cra").closes_on == date(2026, 5, 22)
    said = [_rung(_on(day, complaint, step), "mediator").why.en for step in (asked, running, over)]
    assert [words for words in ("limits run", "is suspended", "runs again") if words in " ".join(said)] == [
        "limits run",
        "is suspended",
        "runs again",
    ]


def test_silence_is_nudged_then_counted_as_a_refusal() -> None:
    early, nudged, over = (_on(day, kind="silence") for day in (date(2026, 3, 31), date(2026, 4, 1), date(2026, 5, 3)))
    assert [_rung(one, "nudge").state for one in (early, nudged, over)] == ["not_yet", "open", "closed"]
    assert [_rung(one, "cra").state for one in (early, nudged, over)] == ["not_yet", "not_yet", "open"]
    assert _rung(over, "cra").closes_on == date(2026, 7, 2)
    assert _rung(over, "cra").certainty == "M"


def test_the_rights_defender_is_open_on_any_day_and_stops_nothing() -> None:
    for kind in KINDS:
        rung = _rung(_on(date(2027, 3, 2), kind=kind), "rights_defender")
        assert (rung.state, rung.closes_on, rung.certainty) == ("open", None, "M")
        assert "no time limit" in rung.effect.en


def test_the_unread_article_is_named_from_its_first_day() -> None:
    before, after = (_on(day).sentences("en") for day in (date(2026, 10, 31), date(2026, 11, 1)))
    assert [any("L142-1 has a new version" in line for line in lines) for lines in (before, after)] == [False, True]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("told", [True, False])
def test_on_every_day_each_sentence_is_filled_and_no_closed_letter_hides_it(kind: Kind, told: bool) -> None:
    for month in range(3, 13):
        found = _on(date(2026, month, 28), kind=kind, told=told)
        for line in (*found.sentences("fr"), *found.sentences("en")):
            assert line
            assert not set("{}!") & set(line)
        for rung in found.rungs:
            assert rung.state == "open" or rung.letter is None or "ended on" in rung.letter.en
            assert rung.state != "open" or rung.letter is not None
        assert found.to_json()["rungs"]


def test_a_day_before_what_happened_is_refused_in_one_sentence() -> None:
    with pytest.raises(DeadlineError, match="before what happened"):
        _on(date(2026, 3, 1))
    with pytest.raises(DeadlineError, match="before what happened"):
        _on(date(2026, 4, 1), StepTaken("cra", date(2026, 3, 1)))
