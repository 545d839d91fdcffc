"""Cards and the counters around them: orders, photos, kiosks, journeys, doctors."""

from __future__ import annotations

from datetime import timedelta
from typing import get_args

from ouverture.dossier.card.decisions import (
    AskForCertificate,
    ConfirmCardDelivery,
    DeclareCardLost,
    OrderCard,
    OrderEuropeanCard,
    PostCard,
    ProduceCard,
    RefusePhoto,
    ReportCardReturned,
    ReturnCardForm,
    SendCardForm,
    SendNewPhoto,
    UpdateCard,
)
from ouverture.dossier.card.events import Form
from ouverture.dossier.doctor.decisions import (
    AcceptPatient,
    DeclinePatient,
    EndDoctor,
    ProposeDoctor,
    RecordDoctor,
)
from ouverture.dossier.doctor.events import Route
from ouverture.rehearsal.actors.acts import does
from ouverture.rehearsal.actors.mistakes import first_goes_wrong
from ouverture.rehearsal.actors.person import does_it
from ouverture.rehearsal.someone import Someone
from ouverture.rehearsal.world import World

DOCTORS = ("Dr Morel", "Dr Nguyễn", "Dr Haddad")


@does("order_card", delay="account_opened")
def order_the_card(world: World, who: Someone, _: str) -> None:
    """In the account, or on the paper form; with an item missing, at times."""
    if not world.happens("card_ordered"):
        if who.answers:  # put off, not given up
            world.later("life_event", lambda: order_the_card(world, who, ""))
        return
    if world.happens("ill_prepared"):
        does_it(world, who, OrderCard(given=("photo",)))
    if world.file(who).account.stage == "active":
        does_it(world, who, OrderCard())
    else:
        if not world.file(who).card.form_sent_on:
            world.send(who, SendCardForm())
        world.later("paper_form_arrives", lambda: does_it(world, who, ReturnCardForm()))


@does("produce_card", delay="card_made", forgets="office_forgets")
def make_the_card(world: World, who: Someone, about: str) -> None:
    """Made, unless the photo will not do."""
    first_goes_wrong(world, who)
    if world.happens("photo_refused"):
        world.send(who, RefusePhoto("the face is in the shade", "a photo to the French standard", _form(world, who)))
    else:
        world.send(who, ProduceCard(_form(world, who)))


@does("produce_card_from_form", delay="card_by_paper", forgets="office_forgets")
def make_the_card_from_the_form(world: World, who: Someone, about: str) -> None:
    """The same, from paper."""
    make_the_card(world, who, about)


@does("produce_european_card", "produce_certificate", delay="european_card", forgets="office_forgets")
def make_the_european_card(world: World, who: Someone, _: str) -> None:
    """For the journey."""
    for form in ("european", "certificate"):
        if world.file(who).card.stage(form) == "ordered":
            world.send(who, ProduceCard(form))


@does("post_card", "send_card_again", delay="letter_arrives", forgets="office_forgets")
def send_the_card(world: World, who: Someone, _: str) -> None:
    """To the address the caisse has."""
    for form in ("plastic", "european"):
        if world.file(who).card.stage(form) in ("produced", "returned"):
            world.send(who, PostCard(form))


@does("bring_card", delay="letter_arrives", forgets="letter_lost")
def bring_the_card(world: World, who: Someone, _: str) -> None:
    """Delivered, or back."""
    for form in ("plastic", "european"):
        if world.file(who).card.stage(form) == "posted":
            if world.happens("card_returned"):
                world.send(who, ReportCardReturned("not known at this address", form))
            else:
                world.send(who, ConfirmCardDelivery(form))


@does("give_new_photo", delay="person_answers")
def send_a_new_photo(world: World, who: Someone, _: str) -> None:
    """A better one."""
    if who.answers:
        does_it(world, who, SendNewPhoto(_form(world, who)))


@does("update_card", "update_card_after_change", delay="person_answers")
def go_to_the_kiosk(world: World, who: Someone, _: str) -> None:
    """Under a minute."""
    if who.answers:
        does_it(world, who, UpdateCard())


def _form(world: World, who: Someone) -> Form:
    return "app" if world.file(who).card.stage("app") in ("ordered", "photo_refused") else "plastic"


def lose_the_card(world: World, who: Someone) -> None:
    """Lost, or stolen."""
    if world.happens("card_lost"):
        does_it(world, who, DeclareCardLost(world.chance.choice(("lost", "stolen"))))


def travel(world: World, who: Someone) -> None:
    """A journey in Europe, soon or later."""
    if world.happens("travels"):
        leaving = world.day + timedelta(days=world.chance.randrange(2, 60))
        ask = AskForCertificate(leaving) if world.chance.random() < 0.2 else OrderEuropeanCard(leaving)
        does_it(world, who, ask)


def choose_a_doctor(world: World, who: Someone) -> None:
    """By paper or online; one who has left is replaced."""
    if world.chance.random() < 0.1 and world.file(who).doctor.doctor:
        world.send(who, EndDoctor("retired"))
    elif world.chance.random() < 0.4:
        route = world.chance.choice(get_args(Route))
        does_it(world, who, ProposeDoctor(world.chance.choice(DOCTORS), route))


@does("choose_another_doctor", "choose_doctor_within_a_year", delay="person_answers")
def choose_again(world: World, who: Someone, _: str) -> None:
    """Another one."""
    if who.answers:
        does_it(world, who, ProposeDoctor(world.chance.choice(DOCTORS), "paper"))


@does("doctor_answers", delay="doctor_answers", forgets="office_forgets")
def answer_the_patient(world: World, who: Someone, about: str) -> None:
    """Yes, or no with a reason."""
    if world.happens("doctor_refuses"):
        world.send(who, DeclinePatient("takes no new patients"))
    else:
        world.send(who, AcceptPatient(about, world.chance.choice(("online", "paper"))))


@does("record_doctor_online", "record_doctor_paper", delay="agent_reads", forgets="office_forgets")
def record_the_doctor(world: World, who: Someone, _: str) -> None:
    """At the caisse."""
    world.send(who, RecordDoctor())
