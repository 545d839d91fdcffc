"""What the help of an act promises the person is what the act gives, in every rehearsed state where it is possible."""

import re
from functools import cache

from ouverture.dossier.command_words import kinds, words_of
from ouverture.dossier.kernel import COMMANDS
from ouverture.dossier.machine import Appended, run
from ouverture.dossier.messages.events import MessageQueued
from tests.services.casework.test_offers_in_rehearsed_files import AGENT, possible

PROMISES = re.compile(r"\breceives?\b|\bis told\b|\bconfirms it\b|\bis confirmed\b")
ON_A_CHANGE = {"tell_way"}
"""Promised of a change only: the first address that is told changes none."""
NO_MESSAGE = "No message goes out"


@cache
def given() -> dict[str, set[str]]:
    """For each act as its usual doer does it: "told" of its first event, "something" told, or "nothing"."""
    found: dict[str, set[str]] = {}
    for file, day, by, command in possible():
        if not file.connected or COMMANDS[command.kind].may[0] != by:
            continue
        outcome = run(file, command, day, by, who=AGENT)
        assert isinstance(outcome, Appended)
        about = {kind for one in outcome.events if isinstance(one, MessageQueued) for kind in one.about}
        what = "told" if outcome.events[0].kind in about else "something" if about else "nothing"
        found.setdefault(command.kind, set()).add(what)
    return found


def test_most_acts_are_met() -> None:
    assert len(given()) > 60


def test_who_is_promised_a_message_receives_one() -> None:
    promised = {kind for kind in given() if PROMISES.search(words_of(kind).help.en)}
    assert len(promised) > 25
    assert {kind: given()[kind] for kind in promised - ON_A_CHANGE if "nothing" in given()[kind]} == {}
    assert [kind for kind in promised & ON_A_CHANGE if "told" not in given()[kind]] == []


def test_where_no_message_is_announced_none_tells_of_the_act() -> None:
    silent = {kind for kind in kinds() if NO_MESSAGE in words_of(kind).help.en}
    assert {kind for kind in silent & set(given()) if "told" in given()[kind]} == set()


def test_both_languages_announce_the_same() -> None:
    for kind in kinds():
        french, english = words_of(kind).help
        assert ("Aucun message ne part" in french) == (NO_MESSAGE in english), kind
