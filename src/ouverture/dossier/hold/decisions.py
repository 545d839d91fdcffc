"""What can be asked of a hold. It cannot be built with a part missing, and only a second agent can keep it longer."""

from __future__ import annotations

from datetime import date

from ouverture.dossier.deadline import days_after
from ouverture.dossier.deciding import decides
from ouverture.dossier.file import File
from ouverture.dossier.hold.events import HoldLapsed, HoldLifted, HoldPlaced, HoldReviewed
from ouverture.dossier.hold.reasons import Reason, reasons
from ouverture.dossier.kernel import SEEN_FROM_OUTSIDE, Decision, Moment, OfCaisse, OfClock, Personal, command
from ouverture.dossier.refusals import Refusal, refuse
from ouverture.dossier.words import caisse_name


@command
class PlaceHold(OfCaisse):
    """Block some kinds of commands; the caisse of the file owns it. Seen from outside, parts may be left out."""

    hold: str
    reason: str
    blocks: tuple[str, ...] = ()
    review_on: date | None = None


@command
class ReviewHold(OfCaisse):
    """Keep a hold until a new day: another agent than the one who placed it says why."""

    hold: str
    until: date
    why: Personal


@command
class LiftHold(OfCaisse):
    """End a hold, saying what settled it."""

    hold: str
    why: Personal


@command
class LapseHold(OfClock):
    """Nobody kept the hold by its review date."""

    hold: str


@decides(PlaceHold)
def _place(file: File, c: PlaceHold, at: Moment) -> Decision:
    reason = reasons().get(c.reason)
    if reason is None:
        return refuse("unknown_hold_reason", known=tuple(reasons()))
    longest = days_after(at.on, reason.longest_days)
    if at.by in SEEN_FROM_OUTSIDE:
        return (_placed(c, reason, at, file.attachment.caisse, c.review_on or longest),)
    refusal = (
        _unsigned(at) or _part_missing(c, reason) or _too_wide(c, reason) or _bad_term(c.review_on, at.on, longest)
    )
    return refusal or (_placed(c, reason, at, file.attachment.caisse, c.review_on or longest),)


def _placed(c: PlaceHold, reason: Reason, at: Moment, owner: str, review_on: date) -> HoldPlaced:
    return HoldPlaced(at, c.hold, c.reason, owner, c.blocks, review_on, reason.says.fr, reason.says.en)


def _unsigned(at: Moment) -> Refusal | None:
    """A hold bears who placed it, so that another reviews it; one that the machine places is nobody's."""
    return None if at.who or at.by == "clock" else refuse("nobody_signed_in")


def _part_missing(c: PlaceHold, reason: Reason) -> Refusal | None:
    if reason.seen_only:
        return refuse("hold_without_reason")
    absent = next((part for part in ("hold", "blocks", "review_on") if not getattr(c, part)), None)
    return refuse(f"hold_without_{absent}") if absent else None


def _too_wide(c: PlaceHold, reason: Reason) -> Refusal | None:
    beyond = sorted(set(c.blocks) - reason.may_block)
    return refuse("hold_blocks_too_much", beyond=tuple(beyond)) if beyond else None


def _bad_term(until: date | None, today: date, longest: date) -> Refusal | None:
    if until is None or today < until <= longest:
        return None
    return refuse("hold_term_wrong", by=longest)


@decides(ReviewHold)
def _review(file: File, c: ReviewHold, at: Moment) -> Decision:
    one = file.hold.named(c.hold)
    if one is None or at.by in SEEN_FROM_OUTSIDE:
        return (HoldReviewed(at, c.hold, c.until, c.why),) if one else refuse("no_such_hold")
    if not c.why:
        return refuse("no_reason_given")
    if not at.who:
        return refuse("nobody_signed_in")
    if at.who == one.placed_by:
        return refuse("review_needs_another", owner=caisse_name(one.owner), by=one.review_on)
    longest = days_after(at.on, reasons()[one.reason].longest_days)
    return _bad_term(c.until, at.on, longest) or (HoldReviewed(at, c.hold, c.until, c.why),)


@decides(LiftHold)
def _lift(file: File, c: LiftHold, at: Moment) -> Decision:
    if file.hold.named(c.hold) is None:
        return refuse("no_such_hold")
    if not c.why and file.connected:
        return refuse("no_reason_given")
    return (HoldLifted(at, c.hold, c.why),)


@decides(LapseHold)
def _lapse(file: File, c: LapseHold, at: Moment) -> Decision:
    one = file.hold.named(c.hold)
    if one is None:
        return refuse("no_such_hold")
    return (HoldLapsed(at, c.hold),) if at.on > one.review_on else refuse("hold_not_over", by=one.review_on)
