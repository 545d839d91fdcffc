"""The part of the page that says why none of the three calls is needed."""

from __future__ import annotations

from datetime import date

from ouverture.clock.day_words import day_in_words
from ouverture.dossier.exchange.events import ExchangeRecorded
from ouverture.dossier.hold.events import HoldPlaced
from ouverture.dossier.hold.reasons import reasons
from ouverture.dossier.telling import said
from ouverture.dossier.told_values import word
from ouverture.dossier.words import caisse_name
from ouverture.rehearsal.story.replay import Run
from ouverture.rehearsal.story.spared import CALLS, Call, Spared, found, known_on, message_of, spared


def calls_section(outside: Run, inside: Run, kept: Run) -> str:
    """The three calls, each with the append that makes it unnecessary; then how a block ends, or is kept."""
    calls = [spared(outside, inside, call) for call in CALLS]
    firsts = {one.append: one.call for one in reversed(calls)}
    said_of_each = "\n\n".join(_call(outside, one, firsts[one.append]) for one in calls)
    return f"## Why none of the three calls is needed\n\n{said_of_each}\n\n{_block(outside, inside)}\n{_kept(kept)}"


def _call(outside: Run, one: Spared, quoted_in: Call) -> str:
    made = found(outside, "exchange_recorded", exchange=one.call.exchange).event
    assert isinstance(made, ExchangeRecorded)
    return "\n\n".join(
        (
            f"### {_title(one.call)}: {one.call.asks}",
            f"**Outside**, {_day(one.called_on)}, {_days(one.waited_outside)} after what it is about "
            f"({_day(one.since)}). {said(made).en}",
            f"**Inside**, the append of `{one.append.command.kind}` of {_day(one.written_on)} holds "
            f"{_listed([f'`{each.kind}`' for each in one.append.events])}. {_events_that_tell(one)} carried by its one "
            f"message, read on {_day(one.read_on)}: {_days(one.waited_inside)} after it happened, and "
            f"{_days(one.earlier)} before the call outside. {_enclosed(one)}",
            _quoted(one) if quoted_in is one.call else f"It is the message quoted under {_title(quoted_in).lower()}.",
        )
    )


def _events_that_tell(one: Spared) -> str:
    kinds = [f"`{kind}`" for kind in one.call.kinds]
    return f"{_listed(kinds)} {'is' if len(kinds) == 1 else 'are'}"


def _enclosed(one: Spared) -> str:
    papers = one.told.message.encloses if one.told.message else ()
    return f"Enclosed: {'; '.join(word('enclosed', each).en for each in papers)}." if papers else "Nothing is enclosed."


def _quoted(one: Spared) -> str:
    return "\n".join(f"> {line}".rstrip() for line in one.told.words.en.split("\n"))


def _block(outside: Run, inside: Run) -> str:
    """The parts of the hold, the refusal that repeats them, and its end; outside, the little that is known of it."""
    placed = found(inside, "hold_placed").event
    assert isinstance(placed, HoldPlaced)
    refusal = next(each.refusal for _, each in inside.appends if each.refusal)
    lapsed = found(inside, "hold_lapsed")
    return f"""\
### The block, inside

| | |
|---|---|
| Reason | {placed.says_en} (`{placed.reason}`) |
| Owner | {caisse_name(placed.owner).en} |
| Looked at again by | {_day(placed.review_on)} |
| Blocks | {_listed([f"`{each}`" for each in placed.blocks])}, and nothing else |
| Way out | {reasons()[placed.reason].way_out.en} |

Her order of the same day is refused, by name of the block (`{refusal.code}`), so she knows before the message comes:

> {refusal.says.en}

Nobody kept it by that day, so on {_day(lapsed.on)} it ended by itself, in the append that the passing of a day gives
(`{lapsed.append.command.kind}`). She reads it on {_day(known_on(inside, "hold_lapsed"))} and orders the card:

> {said(lapsed.event).en}

Outside, all that the record can say of the same block is what she saw, first and last:

> {said(found(outside, "hold_placed").event).en}
>
> {said(found(outside, "hold_lifted").event).en}
"""


def _kept(kept: Run) -> str:
    """The same block, kept: refused without a reason, refused to the agent who placed it, then told with its reason."""
    refusals = [each.refusal for _, each in kept.appends if each.refusal and each.refusal.code != "held"]
    reviewed, lifted = found(kept, "hold_reviewed"), found(kept, "hold_lifted")
    return f"""\
### And if the office wants to keep it

A third run. Without a reason it cannot (`{refusals[0].code}`):

> {refusals[0].says.en}

Nor can the agent who placed it (`{refusals[1].code}`):

> {refusals[1].says.en}

Another agent can, with a reason, and a message with it leaves in the same append, on {_day(reviewed.on)}:

{_first_paragraph(message_of(reviewed.append, "hold_reviewed").words.en)}

And when it is over, {_day(lifted.on)}, before its day:

{_first_paragraph(message_of(lifted.append, "hold_lifted").words.en)}
"""


def _first_paragraph(words: str) -> str:
    return f"> {words.split(chr(10) * 2)[0]}"


def _title(call: Call) -> str:
    return call.exchange.replace("-", " ").capitalize()


def _days(count: int) -> str:
    return f"{count} day" if count == 1 else f"{count} days"


def _listed(each: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(each[:-1]), each[-1])))


def _day(on: date) -> str:
    return day_in_words(on).en
