"""What goes wrong between people: holds, calls, promises, appeals."""

from __future__ import annotations

from datetime import timedelta
from typing import get_args

from ouverture.dossier.account.decisions import LockAccount
from ouverture.dossier.appeal.decisions import AcknowledgeAppeal, DecideAppeal, LodgeAppeal
from ouverture.dossier.appeal.events import Against, AppealResult
from ouverture.dossier.application.decisions import GrantApplication
from ouverture.dossier.application.pieces import any_accepted
from ouverture.dossier.askable import IDENTITY_PAPERS
from ouverture.dossier.exchange.decisions import KeepPromise, RecordExchange
from ouverture.dossier.exchange.events import Whose
from ouverture.dossier.hold.decisions import LiftHold, PlaceHold, ReviewHold
from ouverture.dossier.number.decisions import DecideAfterSuspension
from ouverture.dossier.rights.decisions import AcceptResidenceProof
from ouverture.dossier.words import table
from ouverture.rehearsal.actors.acts import does
from ouverture.rehearsal.actors.person import does_it
from ouverture.rehearsal.someone import Someone
from ouverture.rehearsal.world import SECOND_AGENT, World


def be_held(world: World, who: Someone) -> None:
    """A hold is placed, as it should be or with a part missing."""
    reasons = [name for name, row in sorted(table("holds").items()) if not row.get("seen_only")]
    reason = world.chance.choice(reasons)
    blocks = tuple(table("holds")[reason]["may_block"][:4])
    if world.happens("wrong_entry"):
        world.send(who, PlaceHold("h0", reason, (), world.day))
    hold = f"h{who.sent}"
    review = world.day + timedelta(days=table("holds")[reason]["longest_days"])
    world.send(who, PlaceHold(hold, reason, blocks, review))
    if world.chance.random() < 0.5:
        world.send(who, LockAccount(hold))


@does("review_hold", delay="block_lifted", forgets="office_forgets")
def look_at_the_hold(world: World, who: Someone, about: str) -> None:
    """Lifted, or kept by a second agent with a reason."""
    if world.chance.random() < 0.3:
        kept = ReviewHold(about, world.day + timedelta(days=4), "still being checked")
        world.send(who, kept, agent=SECOND_AGENT)
    else:
        world.send(who, LiftHold(about, "checked"))


def call_the_caisse(world: World, who: Someone) -> None:
    """What was said, and what was promised."""
    if world.happens("calls"):
        by = world.day + timedelta(days=world.chance.randrange(2, 20)) if world.chance.random() < 0.5 else None
        promised = "an answer in writing" if world.chance.random() < 0.6 else ""
        whose: Whose = "caisse" if world.chance.random() < 0.8 else world.chance.choice(get_args(Whose))
        call = RecordExchange(
            f"e{who.sent}", "call", "agent", "the file is being looked at", promised, by if promised else None,
            whose=whose,
        )  # fmt: skip
        does_it(world, who, call)


@does("keep_promise", "keep_promise_without_day", delay="agent_reads")
def keep_the_promise(world: World, who: Someone, about: str) -> None:
    """Or not."""
    if world.happens("promise_kept"):
        world.send(who, KeepPromise(about))


@does("answer_for_promise", "ask_again_for_promise", delay="agent_reads", forgets="office_forgets")
def call_back(world: World, who: Someone, about: str) -> None:
    """A broken promise is followed by another exchange."""
    does_it(world, who, RecordExchange(f"e{who.sent}", "call", "agent", "the answer was given", follows=about))


@does("ask_office_again", "contest_office_silence", "ask_what_is_missing", delay="person_answers")
def ask_the_office_again(world: World, who: Someone, _: str) -> None:
    """In writing; what it answers is written down."""
    if who.answers:
        world.send(who, RecordExchange(f"e{who.sent}", "letter", "the caisse", "the file is being looked at"))


@does("say_what_is_missing", delay="agent_reads", forgets="office_forgets")
def say_what_is_missing(world: World, who: Someone, _: str) -> None:
    """The caisse looks, and says."""
    world.send(who, RecordExchange(f"e{who.sent}", "call", "the caisse", "an agent looks at it"), by="caisse")


@does("third_party_answers", delay="person_answers")
def another_body_answers(world: World, who: Someone, about: str) -> None:
    """An employer, a consulate, a prefecture keeps its word, or not."""
    if world.happens("promise_kept"):
        world.send(who, KeepPromise(about))


@does("ask_third_party_again", delay="person_answers")
def ask_the_other_body_again(world: World, who: Someone, about: str) -> None:
    """Whoever promised is asked again, not the caisse."""
    does_it(world, who, RecordExchange(f"e{who.sent}", "call", "the consulate", "it is on its way", follows=about,
                                       whose="consulate"))  # fmt: skip


@does("count_by_hand", delay="agent_reads", forgets="office_forgets")
def give_the_date(world: World, who: Someone, about: str) -> None:
    """A term that our texts do not give: the caisse says the date, and it is written down."""
    does_it(world, who, RecordExchange(f"count_by_hand/{about}", "letter", "the caisse", "the date was given"))


@does("lodge_appeal", delay="person_answers")
def appeal(world: World, who: Someone, about: str) -> None:
    """Before the board."""
    if who.answers and world.happens("appeals"):
        against: Against = about  # type: ignore[assignment]
        does_it(world, who, LodgeAppeal(f"a{who.sent}", against, "the papers show it"))


@does("go_to_court", delay="person_answers")
def go_to_court(world: World, who: Someone, about: str) -> None:
    """After the board."""
    if who.answers and world.happens("appeals"):
        against: Against = about  # type: ignore[assignment]
        does_it(world, who, LodgeAppeal(f"a{who.sent}", against, "the papers show it", "court"))


@does("acknowledge_appeal", delay="agent_reads", forgets="office_forgets")
def acknowledge(world: World, who: Someone, about: str) -> None:
    """When the machine did not."""
    world.send(who, AcknowledgeAppeal(about))


@does(
    "answer_appeal",
    "answer_medical_appeal",
    "mediator_answers",
    "follow_court",
    delay="number_letter",
    forgets="office_forgets",
)
def answer_the_appeal(world: World, who: Someone, about: str) -> None:
    """Granted or not, with a reason."""
    outcome = world.chance.choice(get_args(AppealResult))
    if world.happens("wrong_entry"):
        world.send(who, DecideAppeal(about, outcome, ""))
    world.send(who, DecideAppeal(about, outcome, "the papers were read again"))


@does("decide_again", delay="agent_reads", forgets="office_forgets")
def decide_again(world: World, who: Someone, about: str) -> None:
    """What the board said is carried out."""
    one = world.file(who).appeal.named(about)
    if one and one.against == "rights_closing":
        world.send(who, AcceptResidenceProof())
    if one and one.against == "number_suspension":
        world.send(who, DecideAfterSuspension("impossible_for_ever"))
    _grant_when_possible(world, who, about)


def _grant_when_possible(world: World, who: Someone, about: str) -> None:
    """As soon as the identity is shown; until then the person has been asked for it."""
    file = world.file(who)
    if file.application.stage not in ("open", "refused"):
        return
    if any_accepted(file.application.pieces, IDENTITY_PAPERS):
        world.send(who, GrantApplication(who.situation.ground, file.application.first_received_on))
    else:
        world.later("agent_reads", lambda: _grant_when_possible(world, who, about))
