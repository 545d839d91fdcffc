"""The person: well or ill prepared, answering late or never; and what life brings."""

from __future__ import annotations

from ouverture.dossier.account.decisions import ActivateAccount
from ouverture.dossier.appeal.contestable import contestable
from ouverture.dossier.appeal.decisions import LodgeAppeal
from ouverture.dossier.application.arrival import NoteArrival
from ouverture.dossier.application.decisions import Deposit, NotePreparation, ReceivePiece
from ouverture.dossier.application.events import Preparation
from ouverture.dossier.application.pieces import named
from ouverture.dossier.askable import CIVIL_STATUS_PAPERS, IDENTITY_PAPERS
from ouverture.dossier.envelope.decisions import RegisterEnvelope, ResendEnvelope
from ouverture.dossier.kernel import Command
from ouverture.dossier.rights.decisions import AcceptResidenceProof, RecordStayTitle
from ouverture.rehearsal.actors.acts import does
from ouverture.rehearsal.someone import Someone
from ouverture.rehearsal.world import World


def does_it(world: World, who: Someone, wanted: Command) -> None:
    """The person does something: at the caisse, and in their own record when the caisse is outside."""
    world.send(who, wanted)
    if who.record:
        world.send(who.record, wanted)


@does("deposit_application", delay="letter_arrives")
def send_the_claim(world: World, who: Someone, _: str) -> None:
    """The first envelope: complete or not, lost or not."""
    if world.happens("envelope_lost"):
        world.later("person_answers", lambda: send_the_claim(world, who, ""))
        return
    papers = who.situation.papers
    if world.happens("ill_prepared"):
        papers = tuple(paper for paper in papers if world.chance.random() > 0.25)
    does_it(world, who, Deposit(papers, "post", who.situation.ground, who.situation.facts))
    if world.happens("envelope_sent_twice"):
        does_it(world, who, Deposit(papers, "post", who.situation.ground, who.situation.facts))


@does("note_arrival", delay="letter_arrives")
def read_the_slip(world: World, who: Someone, _: str) -> None:
    """The slip that the post sends back says on which day the claim arrived."""
    world.send(who, NoteArrival(world.day))


@does("claim_again", delay="person_answers")
def claim_again(world: World, who: Someone, _: str) -> None:
    """A new claim after a refusal, this time with every paper that can be had; whoever contests does so first."""
    if not who.answers:
        return
    if world.happens("appeals") and (standing := next(contestable(world.file(who)), None)):
        does_it(world, who, LodgeAppeal(f"a{who.sent}", standing.against, "the papers show it"))
    good = named(world.file(who).application.pieces, "accepted")
    papers = tuple(paper for paper in who.situation.papers if paper not in good)
    does_it(world, who, Deposit(papers, "post", who.situation.ground, who.situation.facts))


@does("show_identity", delay="person_answers")
def show_who_one_is(world: World, who: Someone, _: str) -> None:
    """The identity document, at the counter or in an envelope."""
    own = next((paper for paper in who.situation.papers if paper in IDENTITY_PAPERS), "identity_document")
    if who.answers:
        _post(world, who, own)


@does("get_formality", delay="birth_act_abroad")
def get_the_formality(world: World, who: Someone, about: str) -> None:
    """The same paper, translated or with its apostille."""
    if who.answers:
        _post(world, who, about)


@does("follow_preparation", delay="person_answers")
def say_that_it_is_done(world: World, who: Someone, about: str) -> None:
    """The visa, the apostille or the translation came."""
    step: Preparation = about  # type: ignore[assignment]
    does_it(world, who, NotePreparation(step, done=True))


@does("ask_for_basis", delay="person_answers")
def send_what_no_text_asks_for(world: World, who: Someone, about: str) -> None:
    """Most people send what is asked, text or no text."""
    if who.answers:
        for paper in about.split(", "):
            _post(world, who, paper)


@does("give_pieces", delay="person_answers")
def send_what_is_asked(world: World, who: Someone, _: str) -> None:
    """The papers asked for, one envelope each."""
    if not who.answers:
        return
    pieces = world.file(who).application.pieces
    for paper in (*named(pieces, "requested"), *named(pieces, "refused")):
        _post(world, who, paper)


@does("give_civil_status", "give_civil_status_after_notice", "give_civil_status_later", delay="birth_act_abroad")
def send_the_birth_act(world: World, who: Someone, _: str) -> None:
    """The civil-status paper, when it can be had."""
    own = next((paper for paper in who.situation.papers if paper in CIVIL_STATUS_PAPERS), "birth_certificate")
    if who.answers and not world.happens("act_not_obtained"):
        _post(world, who, own)


def _post(world: World, who: Someone, paper: str) -> None:
    if world.happens("envelope_lost"):
        world.later("person_answers", lambda: _bring(world, who, paper))
    else:
        _bring(world, who, paper)


def _bring(world: World, who: Someone, paper: str) -> None:
    """At the counter, or in an envelope that somebody has to open."""
    if world.chance.random() < 0.5:
        does_it(world, who, ReceivePiece(paper))
    else:
        sheets = (paper, "a letter") if world.chance.random() < 0.5 else (paper,)
        does_it(world, who, RegisterEnvelope(f"env{who.sent}", sheets))


@does("acknowledge_envelope", delay="person_answers")
def send_the_envelope_again(world: World, who: Someone, about: str) -> None:
    """A caisse outside that acknowledges nothing is sent the same sheets again."""
    file = world.file(who)
    sent = file.envelope.of(about)
    if who.answers and not file.connected and sent and not sent.again_of:
        world.send(who, ResendEnvelope(about, f"env{who.sent}", "no receipt came"))


@does("activate_account", delay="account_opened")
def open_the_account(world: World, who: Someone, _: str) -> None:
    """With the code that came."""
    if world.happens("account_opened"):
        does_it(world, who, ActivateAccount())


@does("prove_residence", "appeal_closing", delay="person_answers")
def answer_the_control(world: World, who: Someone, _: str) -> None:
    """A proof that the caisse finds good, or not."""
    if who.answers and world.happens("control_answered") and world.happens("proof_is_good"):
        world.send(who, AcceptResidenceProof())


@does("show_new_title", delay="person_answers")
def show_the_new_title(world: World, who: Someone, _: str) -> None:
    """The renewed title of stay."""
    if who.answers:
        does_it(world, who, RecordStayTitle("residence_permit", world.day.replace(day=1, year=world.day.year + 2)))
