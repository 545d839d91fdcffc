"""The page ``docs/article-story.md``: what is compared first, then both runs day by day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from ouverture.clock.day_words import day_in_words
from ouverture.dossier.duty import Obligation
from ouverture.dossier.kernel import Events
from ouverture.dossier.messages.events import MessageDelivered, MessageQueued
from ouverture.dossier.told_values import word
from ouverture.rehearsal.story.calls_page import calls_section
from ouverture.rehearsal.story.inside import connected, kept
from ouverture.rehearsal.story.outside import recorded
from ouverture.rehearsal.story.replay import Played, Run, Told, replay
from ouverture.rehearsal.story.spared import Saved, calls_of, days_saved

INTRODUCTION = """\
# The article's story, twice

<!-- written by `python -m ouverture.rehearsal.story docs/article-story.md`; a test holds it equal to the code -->

An American who does not work joins her insured husband in Paris. She once worked in France, so she has a number
already. The story is that of the article; the person and the days are invented, and the delays between the days are
the article's (`rehearsal/data/story.toml`). It is one person's account of about 2021, not a fact about any office.

The same machine plays it twice:

- **outside**: the caisse is not on this system. She writes down what she sees, when she sees it: by letter, by call,
  on a screen. The machine knows no more than she does, and tells her each day what is late.
- **inside**: the caisse is on this system. It works on the same days. What it does is told in the step that does it.

She acts as soon as she knows what it takes, and from the order of the card on at the same distance in both runs; the
block on the card lasts the same ten days. So the days saved come from telling, not from faster work. The six weeks of
silence are the article's; what is computed is what they cost. That a caisse on this system sends e-mail, read the next
day, is our supposition, and so are the reason and the owner of the block.
"""

WAYS = {
    "email": "She is sent",
    "call": "She hears",
    "screen": "She sees",
    "letter": "She reads",
    "person": "She writes down",
    "refusal": "She is answered at once",
}


def page() -> str:
    """The whole page, in Markdown."""
    outside, inside = replay(recorded()), replay(connected())
    parts = (
        INTRODUCTION,
        _saved(outside, inside),
        calls_section(outside, inside, replay(kept())),
        *_story("Outside: the caisse is not on this system", outside),
        *_story("Inside: the caisse is on this system", inside),
    )
    return "\n".join(parts)


def _saved(outside: Run, inside: Run) -> str:
    rows = "\n".join(_row(each) for each in days_saved(outside, inside))
    made, spared = len(list(calls_of(outside))), len(list(calls_of(inside)))
    return f"""\
## Days saved

Computed from the two runs.

| | Outside | Inside | Days saved |
|---|---|---|---|
{rows}

Calls made outside: {made}. Inside: {spared}. Both runs end with the same number, rights, account, cards, doctor and
repayment.

All invariants of the file were checked after every append and on every day. Broken outside: {len(outside.broken)}.
Inside: {len(inside.broken)}.
"""


def _row(each: Saved) -> str:
    return f"| {each.what} | {_day(each.outside)} | {_day(each.inside)} | {each.days} |"


def _story(title: str, run: Run) -> Iterator[str]:
    yield f"## {title}\n"
    for on, played in groupby(run.played, key=lambda one: one.on):
        told = "\n".join(line for one in played for line in _lines(one))
        if told:
            yield f"### {_day(on)}\n\n{told}"


def _lines(one: Played) -> Iterator[str]:
    """A step with what the article says, what happened, what she is told, and what comes next if that changed."""
    happened = _happened(one.events)
    if one.step:
        yield f"**{one.step.row}** *{'Our run' if one.step.ours else 'The article'}:* {one.step.article}\n"
    elif happened:
        yield "*Nobody acts; the day itself does:*\n"
    if happened:
        yield f"{happened}\n"
    yield from (_told(told) for each in one.appends for told in each.told)
    if one.before != one.after:
        yield f"Next: {_next(one.after)}\n"


def _happened(events: Events) -> str:
    """The kinds of events in their order, each once; the carrying of messages is left out."""
    kinds = [f"`{one.kind}`" for one in events if not isinstance(one, MessageQueued | MessageDelivered)]
    return ", ".join(_counted(kinds))


def _counted(kinds: Iterable[str]) -> Iterator[str]:
    for kind, same in groupby(kinds):
        times = len(list(same))
        yield kind if times == 1 else f"{kind} × {times}"


def _told(told: Told) -> str:
    """What happened, of a message; what comes next has its own line."""
    happened = told.words.en.split("\n\n")[0].replace("\n", " ")
    papers = told.message.encloses if told.message else ()
    enclosed = f" *Enclosed: {'; '.join(word('enclosed', each).en for each in papers)}.*" if papers else ""
    return f"> {WAYS[told.way]}: {happened}{enclosed}\n"


def _next(one: Obligation | None) -> str:
    if one is None:
        return "nothing is owed."
    return f"{word('holder', one.holder).en}, by {_day(one.due)} (`{one.act}`)."


def _day(on: date) -> str:
    return day_in_words(on).en
