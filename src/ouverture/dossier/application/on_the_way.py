"""What can happen to a claim that is in the hands of the post: it leaves, and a proof says on which day it arrived."""

from __future__ import annotations

from datetime import date

from ouverture.dossier.kernel import Event, event


@event
class ClaimPosted(Event):
    """The claim left by post for a caisse outside: the day it arrives is not known yet, and no time runs from it."""

    concerns_person = False


@event
class ArrivalNoted(Event):
    """A proof of the day on which the claim arrived: the slip of the post, a receipt, a word of the caisse."""

    concerns_person = False

    arrived_on: date
