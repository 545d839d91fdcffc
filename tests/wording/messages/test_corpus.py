"""The corpus that the ranker learns from, and the messages held out: how often the right one is first, or among three.

Figures and how often the held-out part was looked at: ``docs/messages.md``.
"""

from collections import Counter
from pathlib import Path

import pytest

from bench.messages_ranker import Told, read_corpus
from ouverture.wording.messages.answers import Decoded, Nearest, Phishing, Recognised
from ouverture.wording.messages.catalogue import all_messages
from ouverture.wording.messages.decoding import decode
from ouverture.wording.messages.features import plain_words
from ouverture.wording.messages.ranking import ANOTHER_OFFICE, FRAUD, NOT_ENTRIES

CORPUS = Path(__file__).parent / "corpus"
LEARNT = {path.name: list(read_corpus(path)) for path in sorted(CORPUS.glob("*.txt")) if "held_out" not in path.name}
HELD_OUT = list(read_corpus(CORPUS / "held_out_sixth_voice.txt"))
GENUINE = [told for told in HELD_OUT if told.right[0] not in NOT_ENTRIES]


def named(answer: Decoded) -> list[str]:
    """The entries that an answer gives, the first one first."""
    if isinstance(answer, Nearest):
        return [choice.entry.id for choice in answer.choices]
    return [answer.entry.id] if isinstance(answer, Recognised) else []


def of(right: str) -> list[Told]:
    return [told for told in HELD_OUT if told.right == (right,)]


def test_the_corpus_is_large_and_tells_each_message_five_times() -> None:
    told = [one for texts in LEARNT.values() for one in texts]
    assert len(told) >= 1_100
    times = Counter(name for one in told for name in one.right)
    assert times[ANOTHER_OFFICE] >= 200
    assert times[FRAUD] >= 110
    assert min(times[entry.id] for entry in all_messages()) >= 4


def test_no_text_held_out_is_learnt() -> None:
    learnt = {plain_words(one.text) for texts in LEARNT.values() for one in texts}
    assert [one.text for one in HELD_OUT if plain_words(one.text) in learnt] == []


def test_of_the_genuine_messages_held_out_most_are_first_or_among_three() -> None:
    answers = [(told, named(decode(told.text))) for told in GENUINE]
    first = sum(found[:1] == list(told.right) for told, found in answers)
    among = sum(told.right[0] in found for told, found in answers)
    print(f"{len(answers)} genuine messages held out: {first} first, {among} among three")
    print([(told.right[0], found) for told, found in answers if told.right[0] not in found])
    assert first >= 0.55 * len(answers)
    assert among >= 0.58 * len(answers)


def test_of_the_frauds_held_out_most_are_called_one_and_no_genuine_message_is_surely() -> None:
    called = [isinstance(decode(told.text), Phishing) for told in of(FRAUD)]
    answers = [(told.text, decode(told.text)) for told in HELD_OUT if told.right != (FRAUD,)]
    doubted = [text for text, answer in answers if isinstance(answer, Phishing)]
    print(f"{len(called)} frauds held out: {sum(called)} called; genuine doubted: {doubted}")
    assert sum(called) >= 0.8 * len(called)
    assert [text for text, answer in answers if isinstance(answer, Phishing) and answer.sure] == []


def test_another_office_is_hardly_ever_taken_for_ours() -> None:
    taken = [told.text for told in of(ANOTHER_OFFICE) if isinstance(decode(told.text), Recognised)]
    print(f"of {len(of(ANOTHER_OFFICE))} held out, taken for ours: {taken}")
    assert len(taken) <= 1


@pytest.mark.parametrize("name", LEARNT)
def test_no_genuine_message_learnt_is_surely_a_fraud(name: str) -> None:
    wrong = []
    for told in LEARNT[name]:
        answer = decode(told.text)
        if isinstance(answer, Phishing) and answer.sure and FRAUD not in told.right and "://" not in told.text:
            wrong.append(told.text)
    assert wrong == []
