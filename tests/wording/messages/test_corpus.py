"""The corpus that the ranker learns from, its authors kept apart, and what is answered to the authors held out.

Figures by language and channel, and how often the held-out authors were looked at: ``docs/messages.md``.
"""

from collections import Counter
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from bench.messages_look import Seen
from bench.messages_ranker import NOT_LEARNT, Told, read_corpus
from ouverture.wording.messages.answers import Decoded, NotRecognised, Phishing, Recognised
from ouverture.wording.messages.catalogue import all_messages, sides
from ouverture.wording.messages.decoding import decode
from ouverture.wording.messages.features import plain_words
from ouverture.wording.messages.ranking import ANOTHER_OFFICE, FRAUD, NOT_ENTRIES

CORPUS = Path(__file__).parent / "corpus"
TOLD = {path.stem: list(read_corpus(path)) for path in sorted(CORPUS.glob("*.txt"))}
LEARNT = {name: told for name, told in TOLD.items() if not name.startswith(NOT_LEARNT)}
HELD_OUT = [told for name in TOLD if name.startswith("held_out") for told in TOLD[name]]
WORDS_OF_A_COPY = 4
"""Below it two people may well write the same: "carte envoyée", "numéro invalide"."""


@cache
def answers() -> list[tuple[Told, Decoded]]:
    """What is answered to every message held out."""
    return [(told, decode(told.text)) for told in HELD_OUT]


def of(right: str) -> list[tuple[Told, Decoded]]:
    return [(told, answer) for told, answer in answers() if told.right == (right,)]


def genuine() -> list[tuple[Told, Decoded]]:
    return [(told, answer) for told, answer in answers() if told.right[0] not in NOT_ENTRIES]


def test_the_corpus_is_large_and_tells_each_message_by_many_hands() -> None:
    every = [one for texts in TOLD.values() for one in texts]
    assert len(every) >= 8_000
    times = Counter(name for one in every for name in one.right)
    assert times[ANOTHER_OFFICE] >= 1_500
    assert times[FRAUD] >= 700
    learnt = Counter(name for texts in LEARNT.values() for one in texts for name in one.right)
    assert min(learnt[entry.id] for entry in all_messages()) >= 15


def test_no_two_authors_of_different_use_wrote_the_same() -> None:
    uses: dict[str, set[str]] = {}
    for name, texts in TOLD.items():
        use = next((one for one in NOT_LEARNT if name.startswith(one)), "learnt")
        words = {plain_words(one.text) for one in texts}
        uses.setdefault(use, set()).update(one for one in words if len(one.split()) >= WORDS_OF_A_COPY)
    copies = {f"{one} and {other}": uses[one] & uses[other] for one, other in combinations(sorted(uses), 2)}
    assert {pair: found for pair, found in copies.items() if found} == {}


def test_the_right_message_is_first_or_among_three() -> None:
    found = [Seen(*one) for one in genuine()]
    first, among = (sum(map(holds, found)) / len(found) for holds in (Seen.first, Seen.among))
    print(f"{len(found)} genuine messages of authors held out: first {first:.3f}, among three {among:.3f}")
    assert first >= 0.88
    assert among >= 0.96


def test_frauds_are_called_one_or_doubted() -> None:
    called = [isinstance(answer, Phishing) for _, answer in of(FRAUD)]
    print(f"{len(called)} frauds of authors held out: {sum(called)} called or doubted")
    assert sum(called) >= 0.93 * len(called)


def test_no_genuine_message_is_surely_a_fraud_and_few_are_doubted() -> None:
    doubted = [(told.text, answer.sure) for told, answer in genuine() if isinstance(answer, Phishing)]
    print(f"doubted: {len(doubted)} of {len(genuine())}: {doubted}")
    assert [text for text, sure in doubted if sure] == []
    assert len(doubted) <= 0.03 * len(genuine())


def test_another_office_is_hardly_ever_taken_for_ours() -> None:
    taken = [told.text for told, answer in of(ANOTHER_OFFICE) if isinstance(answer, Recognised)]
    print(f"of {len(of(ANOTHER_OFFICE))} of other offices, taken for ours: {taken}")
    assert len(taken) <= 0.02 * len(of(ANOTHER_OFFICE))


def test_what_is_nearest_is_told_apart_when_it_is_not_ours() -> None:
    unknown = [answer for _, answer in of(ANOTHER_OFFICE) if isinstance(answer, NotRecognised)]
    shown = [answer for answer in unknown if answer.if_ours]
    print(f"of {len(unknown)} of other offices not recognised, with the nearest told apart: {len(shown)}")
    assert 0 < len(shown) <= 0.3 * len(unknown)
    for answer in shown:
        lines = answer.sentences("en")
        assert lines.index(answer.if_ours_says.en) > lines.index(answer.act.en)
        assert answer.to_json()["answer"] == "not_recognised"


def test_no_refusal_is_read_as_a_grant_nor_a_grant_as_a_refusal() -> None:
    sure = [(told.right[0], answer.entry.id, told.text) for told, answer in genuine() if isinstance(answer, Recognised)]
    side = sides()
    assert [one for one in sure if one[0] in side and one[1] in side and side[one[0]] != side[one[1]]] == []


@pytest.mark.parametrize("name", LEARNT)
def test_no_genuine_message_learnt_is_surely_a_fraud(name: str) -> None:
    answered = [(told, decode(told.text)) for told in LEARNT[name][::7] if FRAUD not in told.right]
    sure = [told.text for told, answer in answered if isinstance(answer, Phishing) and answer.sure]
    assert [text for text in sure if "://" not in text] == []
