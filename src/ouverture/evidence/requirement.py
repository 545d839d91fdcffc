"""A requirement: which papers, one of which is enough, are wanted when a condition holds, and why."""

from __future__ import annotations

from dataclasses import dataclass

from ouverture.evidence.citation import Citation
from ouverture.evidence.paper import Paper
from ouverture.rules.conditions import Condition, Every
from ouverture.text import Text

ALWAYS: Condition = Every(())


@dataclass(frozen=True)
class Option:
    """One paper that will do, ``when`` it fits the person. ``proviso``: a case no fact holds ("you are housed").

    ``once_said``: not offered while it is unknown whether it fits, because it would puzzle most people.
    """

    paper: Paper
    when: Condition = ALWAYS
    proviso: Text | None = None
    once_said: bool = False


@dataclass(frozen=True)
class Requirement:
    """One of ``options`` is wanted when ``when`` holds.

    ``case`` says the condition after "if"; ``because`` says it of a person for whom it holds, with {fact} filled in.
    ``may_follow`` tells how the paper can come later, under the article that allows it; ``deadline`` names the rule of
    ``clock`` that counts that time. The first article is the one the requirement rests on.
    """

    name: str
    options: tuple[Option, ...]
    when: Condition
    case: Text
    why: Text
    articles: tuple[Citation, ...]
    because: Text | None = None
    proviso: Text | None = None
    may_follow: Text | None = None
    follows: Citation | None = None
    deadline: str | None = None


def requirement(
    name: str,
    options: tuple[Paper | Option, ...],
    when: Condition,
    case: tuple[str, str],
    why: tuple[str, str],
    *articles: Citation,
    because: tuple[str, str] | None = None,
    proviso: tuple[str, str] | None = None,
    may_follow: tuple[str, str] | None = None,
    follows: Citation | None = None,
    deadline: str | None = None,
) -> Requirement:
    """A requirement as the modules of ``requirements`` write it; a bare paper is an option that always fits."""
    return Requirement(
        name,
        tuple(one if isinstance(one, Option) else Option(one) for one in options),
        when,
        Text(*case),
        Text(*why),
        articles,
        _text(because),
        _text(proviso),
        _text(may_follow),
        follows,
        deadline,
    )


def _text(words: tuple[str, str] | None) -> Text | None:
    return Text(*words) if words else None
