"""Whatever is asked, the answer is events or a refusal in words: no command and no old day makes it stumble."""

from datetime import date
from random import Random

import pytest

from ouverture.dossier.application.decisions import Deposit, ReceivePiece
from ouverture.dossier.attachment.decisions import OpenFile
from ouverture.dossier.exchange.decisions import RecordExchange
from ouverture.dossier.file import File
from ouverture.dossier.household.decisions import AskToAttach
from ouverture.dossier.machine import Appended, decide, next_wake, run, wake
from ouverture.dossier.obligations import headline, obligations
from ouverture.dossier.refusals import Refusal
from ouverture.dossier.seen import as_seen
from ouverture.dossier.together import Together
from ouverture.dossier.watch.decisions import LookAgain
from tests.dossier.acting import acts, after, opened
from tests.dossier.chance import some_command, some_event

DAY = date(2026, 1, 6)


def test_looking_again_and_several_things_at_once_are_decided_like_anything_else() -> None:
    file = opened()
    assert decide(file, LookAgain(), DAY) == ()
    both = Together((Deposit(("identity_document",)), ReceivePiece("bank_details")))
    decided = decide(file, both, DAY)
    assert not isinstance(decided, Refusal)
    assert [one.kind for one in decided] == ["deposited", "piece_received"]
    one_refused = decide(file, Together((Deposit(()), Deposit(("no such paper",)))), DAY)
    assert isinstance(one_refused, Refusal)
    assert one_refused.code == "unknown_piece"


@pytest.mark.parametrize("wanted", [LookAgain(), Together((Deposit(()),))])
def test_nothing_is_done_in_a_file_that_is_not_open(wanted: LookAgain | Together) -> None:
    decision = decide(File(), wanted, DAY)
    assert isinstance(decision, Refusal)
    assert decision.code == "file_not_open"


@pytest.mark.parametrize("mode", ["connected", "recorded"])
@pytest.mark.parametrize("silence", ["refusal", "acceptance"])
def test_an_old_claim_is_written_down_and_its_term_is_said_not_to_be_held(mode: str, silence: str) -> None:
    first = run(File(), OpenFile("p1", "751", mode, silence=silence), date(1998, 3, 2))  # type: ignore[arg-type]
    assert isinstance(first, Appended)
    file = after(first.file, Deposit(("identity_document",), "counter", ground="resident"), date(1998, 3, 3))
    owed = {one.act: one for one in obligations(file, DAY)}
    assert owed["count_by_hand"].says.en.startswith("A term cannot be counted here: ")
    rule = owed["count_by_hand"].about
    written = RecordExchange(f"count_by_hand/{rule}", "letter", "CPAM de Paris", "the last day is 4 May 1998")
    assert "count_by_hand" not in acts(after(file, written, DAY), DAY)
    assert isinstance(wake(file, DAY), Appended)
    assert headline(file, DAY)


def test_a_day_that_no_calendar_reaches_is_refused_with_what_would_be_right() -> None:
    for day in (date.min, date(1815, 6, 18), date(2200, 1, 1), date.max):
        refusal = decide(opened(), AskToAttach("child", "child", day), DAY)
        assert isinstance(refusal, Refusal)
        assert refusal.code == "day_out_of_reach"
        assert day.isoformat() in refusal.says.en


@pytest.mark.parametrize("seed", range(12))
def test_random_commands_on_days_of_any_year_give_events_or_words(seed: int) -> None:
    chance = Random(seed)
    begins = date(chance.choice((1950, 1979, 1998, 2007, 2013, 2016, 2031)), 5, 4)
    mode = chance.choice(("connected", "recorded"))
    first = run(File(), OpenFile("p1", "751", mode), begins)  # type: ignore[arg-type]
    assert isinstance(first, Appended), f"seed {seed}"
    file = first.file
    for _ in range(40):
        day = begins.replace(year=begins.year + chance.randrange(0, 3), month=chance.randrange(1, 13))
        outcome = run(file, some_command(chance), day, who="agent-1")
        file = outcome.file if isinstance(outcome, Appended) else file
        assert obligations(file, day) or file.attachment.stage == "closed", f"seed {seed}"
        next_wake(file, day)


@pytest.mark.parametrize("seed", range(6))
def test_random_things_seen_on_days_of_any_year_leave_a_file_that_can_be_read(seed: int) -> None:
    chance = Random(seed)
    begins = date(chance.choice((1950, 1979, 1998, 2013)), 5, 4)
    first = run(File(), OpenFile("p1", "751", "recorded"), begins)
    assert isinstance(first, Appended)
    file = first.file
    for _ in range(40):
        day = begins.replace(year=begins.year + chance.randrange(0, 3))
        outcome = run(file, as_seen(some_event(chance, day)), day, "letter")
        file = outcome.file if isinstance(outcome, Appended) else file
        assert obligations(file, day), f"seed {seed}"
