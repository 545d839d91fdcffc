"""Messages decoded before anybody who chose words had read them: how often the decoder is right, silent or wrong.

First look, 2026-11-23, at the first 133: 82 right, 35 silent where an answer was wanted, 16 wrong (the decoder before
it: 54, 72 and 7). Then the words of a telling had to stand near one another, and some words were mended. First look at
the 65 that follow: 45 right, 10 silent, 10 wrong (before all this: 26, 32 and 7); some words were mended again. So none
is unseen any more, and another reader will see figures nearer to the first looks than to those held here.
"""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

from ouverture.wording.messages.catalogue import all_messages
from tests.wording.messages.answered import answered

HEARD = tomllib.loads((Path(__file__).parent / "data" / "heard.toml").read_text(encoding="utf-8"))["heard"]
LEAST_RIGHT, MOST_WRONG = 132, 7


def verdict(message: dict[str, Any]) -> str:
    name = answered(message["text"])
    if name in message["right"] or not (name or message["right"]):
        return "right"
    return "wrong" if name else "silent"


def test_what_is_right_is_in_the_catalogue() -> None:
    known = {entry.id for entry in all_messages()} | {"phishing"}
    assert len(HEARD) == 198
    assert {name for message in HEARD for name in message["right"]} <= known


def test_most_are_right_and_few_are_wrong() -> None:
    counted = Counter(map(verdict, HEARD))
    print(dict(counted))
    assert counted["right"] >= LEAST_RIGHT
    assert counted["wrong"] <= MOST_WRONG


def test_no_genuine_message_is_called_a_fraud_and_no_fraud_genuine() -> None:
    condemned = [m["text"] for m in HEARD if answered(m["text"]) == "phishing" and m["right"] != ["phishing"]]
    believed = [m["text"] for m in HEARD if m["right"] == ["phishing"] and answered(m["text"]) not in ("phishing", "")]
    assert (condemned, believed) == ([], [])
