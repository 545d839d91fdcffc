import pytest

from ouverture.dossier.kernel import EVENTS
from ouverture.dossier.policies.every import POLICIES
from ouverture.wording.messages.catalogue import CatalogueError, all_messages, path_steps, read_entry, seen_words
from ouverture.wording.messages.entry import SEEN

GOOD = """
id = "one"
kind = "screen"
step = "account"
who = "person"
seen = "S"
certainty = "L"
rows = ["row 1"]
examples = ["Deux mots rares."]
means = { fr = "a", en = "b" }
act = { fr = "a", en = "b" }
say = { fr = "a", en = "b" }

[[texts]]
language = "fr"
words = "Deux mots rares."
must = ["rares"]

[[causes]]
says = { fr = "a", en = "b" }
likelier_if = ["card=refused"]
"""


def test_an_entry_reads_as_written() -> None:
    entry = read_entry("one.toml", GOOD)
    assert entry.texts[0].words == "deux mots rares"
    assert entry.causes[0].likelier_if[0].value == "refused"


@pytest.mark.parametrize(
    ("written", "instead", "field"),
    [
        ('kind = "screen"', 'kind = "fax"', "kind"),
        ('step = "account"', 'step = "moon"', "step"),
        ('id = "one"', 'id = "two"', "id"),
        ('who = "person"', "", "who"),
        ('seen = "S"', 'seen = "Z"', "seen"),
        ('certainty = "L"', 'certainty = "sure"', "certainty"),
        ('rows = ["row 1"]', "rows = []", "rows"),
        ('examples = ["Deux mots rares."]', 'examples = "one"', "examples"),
        ('act = { fr = "a", en = "b" }', 'act = { fr = "a" }', "act"),
        ('say = { fr = "a", en = "b" }', 'say = { fr = "a", en = " " }', "say"),
        ('language = "fr"', 'language = "de"', "texts[1].language"),
        ('words = "Deux mots rares."', 'words = "..."', "texts[1].words"),
        ('must = ["rares"]', 'must = ["absent"]', "texts[1].must"),
        ('must = ["rares"]', 'must = ["Rares"]', "texts[1].must"),
        ('likelier_if = ["card=refused"]', 'likelier_if = ["card=blue"]', "causes[1].likelier_if"),
        ("[[causes]]", "[causes]", "causes"),
        ('who = "person"', 'who = "person"\nwhom = "x"', "whom"),
        ('who = "person"', 'who = "person"\nletter_words = [["É"]]', "letter_words"),
    ],
)
def test_a_wrong_field_is_named_with_its_file(written: str, instead: str, field: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        read_entry("one.toml", GOOD.replace(written, instead))
    assert str(caught.value).startswith(f"one.toml: {field}: ")


def test_a_file_that_is_not_toml_is_named() -> None:
    with pytest.raises(CatalogueError, match=r"^one\.toml: TOML: "):
        read_entry("one.toml", "id = ")


def test_all_41_rows_of_the_facts_have_an_entry() -> None:
    rows = {row for entry in all_messages() for row in entry.rows}
    assert {f"accounts_and_cards §3 row {number}" for number in range(1, 42)} <= rows


def test_what_an_entry_would_record_is_an_event_of_the_dossier() -> None:
    assert len(POLICIES) > 0, "importing the policies declares every kind of event"
    for entry in all_messages():
        assert entry.records in {"", *EVENTS}, entry.id


def test_every_entry_has_words_in_both_languages() -> None:
    for entry in all_messages():
        assert {pattern.language for pattern in entry.texts} == {"fr", "en"}, entry.id


def test_messages_known_from_the_story_alone_are_not_sure_and_say_so() -> None:
    story = [entry for entry in all_messages() if entry.seen == "S"]
    assert {entry.id for entry in story} == {"account_not_now", "data_being_checked"}
    assert {entry.certainty for entry in story} == {"L"}
    assert all("récit" in entry.means.fr and "story" in entry.means.en for entry in story)


def test_every_step_of_the_path_and_every_way_of_knowing_is_used_and_said() -> None:
    assert {entry.step for entry in all_messages()} == set(path_steps())
    assert set(seen_words()) == set(SEEN)


def test_no_sentence_shouts() -> None:
    for entry in all_messages():
        said = [*entry.means, *entry.act, *entry.say, *(words for cause in entry.causes for words in cause.says)]
        assert not any("!" in words for words in said), entry.id
