"""I1 and I2: the person is told of everything, in time; a permanent number comes with its account."""

from __future__ import annotations

from datetime import date, timedelta

from ouverture.dossier.account.decisions import InviteToAccount
from ouverture.dossier.duty import owed
from ouverture.dossier.file import File
from ouverture.dossier.hold.blocks import blocked
from ouverture.dossier.invariants.registry import Told, of_state
from ouverture.dossier.messages.duties import act_for, is_last

_ONE_DAY = timedelta(days=1)


@of_state("I1", "always")
def everything_is_told(file: File, day: date) -> Told:
    """Every event that concerns the person has its message."""
    if file.untold:
        yield f"events {file.untold} concern the person and no message carries them"


@of_state("I1", "always")
def every_message_arrives_or_is_escalated(file: File, day: date) -> Told:
    """A message is delivered within the time of its channel, or another carries it; the last channel is pressed."""
    waiting = [one for one in file.messages.on_their_way if is_last(file, one)]
    for one in file.messages.on_their_way:
        if one in waiting[1:]:
            continue
        duty = owed(act_for(one), one.since, str(one.message))
        if duty.due + _ONE_DAY >= day:
            continue
        if not is_last(file, one):
            yield f"message {one.message} by {one.channel} was due on {duty.due} and went by no other channel"
        elif not file.watch.level(duty.act, duty.about, duty.due):
            yield f"message {one.message} was due on {duty.due} by the last channel and nobody was told"


@of_state("I1", "always")
def what_came_back_goes_again(file: File, day: date) -> Told:
    """A message that came back is sent by another channel in the same step, unless none is left."""
    for one in file.messages.on_their_way:
        if one.bounced and not is_last(file, one):
            yield f"message {one.message} came back by {one.channel} and was not sent again"


@of_state("I2")
def a_permanent_number_opens_the_account(file: File, day: date) -> Told:
    """A permanent or reactivated number has a live invitation, or an account."""
    if file.number.stage != "permanent":
        return
    state = file.account
    if blocked(file, InviteToAccount()):
        return  # the hold says why, to whom and until when (I3)
    if state.stage == "none":
        yield "the number is permanent and no invitation was sent"
    last = owed("activate_account", state.invited_on).due if state.stage == "invited" and state.invited_on else None
    if last and last + _ONE_DAY < day:
        yield f"the invitation died on {last} and was not sent again"


@of_state("I1")
def the_new_caisse_is_proved_once_told(file: File, day: date) -> Told:
    """Whoever received the news of the new caisse holds its proof (D160-15)."""
    state = file.attachment
    reached = file.messages.reached_on("taken_over")
    if state.taken_over_on and not state.told_of_caisse and reached and reached >= state.taken_over_on:
        yield "the person was told of the new caisse and the proof is still owed"
