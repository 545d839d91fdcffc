"""What is told of the person: kept as given, corrected, never overwritten, refused in a sentence when it cannot be."""

from contextlib import suppress
from dataclasses import fields
from datetime import date
from random import Random
from typing import Any

import pytest

from ouverture.clock.deadlines import DeadlineError
from ouverture.dossier.event_words import told_of
from ouverture.dossier.file import File
from ouverture.dossier.kernel import EVENTS, Command
from ouverture.dossier.machine import Appended, run
from ouverture.dossier.messages.decisions import ChangeChannels
from ouverture.dossier.person.birth import BirthDate, read_birth
from ouverture.dossier.person.decisions import (
    EndWay,
    TellAddress,
    TellBirth,
    TellLanguages,
    TellNames,
    TellNationalities,
    TellWay,
)
from ouverture.dossier.person.events import Names
from ouverture.dossier.person.reach import channels_of
from ouverture.dossier.records import from_record, sealed_fields, to_record
from tests.dossier.acting import after, opened, refused

DAY = date(2026, 1, 6)
WAYS: tuple[Command, ...] = (
    TellWay("email", "nour.haddad@example.org"),
    TellWay("telephone", "+33 6 12 34 56 78"),
    TellAddress(("12 rue des Lilas", "chez Mme Petit"), "75011", "Paris"),
)


def told(*wanted: Command, file: File | None = None) -> File:
    file = file or opened()
    for one in wanted:
        file = after(file, one, DAY)
    return file


@pytest.mark.parametrize(
    "names",
    [
        TellNames("Haddad", "", ("Nour",)),
        TellNames("Sukarno"),
        TellNames("حداد", "", ("نور",)),
        TellNames("王", "", ("小明",)),
        TellNames("Ó Súilleabháin", "O'Sullivan-Lévy", ("Siobhán", "Ng")),
        TellNames("Владимирова", "", ("Ольга",)),
    ],
)
def test_names_in_any_script_are_kept_as_they_are_written(names: TellNames) -> None:
    kept = told(names).person.names
    assert kept == Names(names.birth_name, names.usage_name, names.given_names)


def test_a_corrected_name_is_told_back_and_the_former_one_stays_for_whoever_searches() -> None:
    file = told(TellNames("Hadad", "", ("Nour",)))
    outcome = run(file, TellNames("Haddad", "", ("Nour",)), DAY, "caisse", who="agent-1")
    assert isinstance(outcome, Appended)
    assert [one.kind for one in outcome.events] == ["names_told", "message_queued"]
    assert outcome.file.person.names.birth == "Haddad"
    assert [one.birth for one in outcome.file.person.earlier_names] == ["Hadad"]
    assert told_of(outcome.events[0]).en == "The person's name was corrected."


def test_a_first_telling_needs_no_message() -> None:
    outcome = run(opened(), TellNames("Haddad"), DAY)
    assert isinstance(outcome, Appended)
    assert [one.kind for one in outcome.events] == ["names_told"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("1961", "1961"),
        ("1961-00-00", "1961"),
        ("1961-07-00", "1961-07"),
        ("1961-7", "1961-07"),
        ("1961-07-23", "1961-07-23"),
        ("23/07/1961", "1961-07-23"),
        ("23 juillet 1961", "1961-07-23"),
    ],
)
def test_a_birth_date_is_read_as_far_as_it_is_known(typed: str, kept: str) -> None:
    assert told(TellBirth(typed)).person.birth.on == kept
    assert str(read_birth(kept)) == kept


@pytest.mark.parametrize(
    "typed", ["", "1961-13-00", "1961-02-30", "1961-00-23", "hier", "03/04/1961", "0000", "-" * 300]
)
def test_what_cannot_be_a_birth_date_is_refused_with_what_would_be_right(typed: str) -> None:
    refusal = refused(opened(), TellBirth(typed), DAY)
    assert refusal.code == "birth_not_read"
    assert len(refusal.says.en) > 20


@pytest.mark.parametrize("seed", range(5))
def test_a_birth_date_survives_its_writing(seed: int) -> None:
    chance = Random(seed)
    for _ in range(200):
        month = chance.choice((None, chance.randrange(1, 13)))
        born = BirthDate(
            chance.randrange(1900, 2026), month, chance.choice((None, 1 + chance.randrange(28))) if month else None
        )
        assert read_birth(str(born)) == born, f"seed {seed}"


def test_nothing_typed_for_a_birth_date_makes_the_reading_stumble() -> None:
    chance = Random(4)
    for _ in range(2000):
        typed = "".join(chance.choice("0123456789-/. aé年") for _ in range(chance.randrange(0, 12)))
        with suppress(DeadlineError):
            assert read_birth(typed).year >= 0


WRONG: tuple[tuple[Command, str, str], ...] = (
    (TellNames(""), "names_missing", "one name"),
    (TellNames("  ", "", (" ",)), "names_missing", "one name"),
    (TellNames("12345"), "not_a_name", "12345"),
    (TellNames("Had\x00dad"), "not_a_name", "letters"),
    (TellBirth("2061"), "birth_to_come", "2061"),
    (TellBirth("1826-05-01"), "birth_too_long_ago", "1826-05-01"),
    (TellBirth("1961", country="Narnia"), "country_not_known", "Narnia"),
    (TellAddress(()), "address_without_lines", "line"),
    (TellAddress(("1 rue A",), "7501", "Paris"), "postcode_of_france", "7501"),
    (TellAddress(("1 rue A",), "", "Rabat", "Marrocoo"), "country_not_known", "Morocco"),
    (TellNationalities(("Antarctica", "FR")), "nationality_of_a_state", "State"),
    (TellNationalities(("Narnia",)), "country_not_known", "Narnia"),
    (TellLanguages(()), "languages_missing", "language"),
    (TellLanguages(("French, please",)), "language_not_known", "French, please"),
    (TellWay("email", "nour.haddad.example.org"), "email_without_at", "@"),
    (TellWay("email", "nour@example"), "email_not_read", "nour@example"),
    (TellWay("email", "nour haddad@example.org"), "email_not_read", "space"),
    (TellWay("telephone", "12"), "telephone_not_read", "12"),
    (TellWay("telephone", "call me"), "telephone_not_read", "call me"),
    (EndWay("email"), "way_not_known", "way"),
)


@pytest.mark.parametrize(("wanted", "code", "part"), WRONG)
def test_what_cannot_be_is_refused_naming_what_would_be_right(wanted: Command, code: str, part: str) -> None:
    refusal = refused(opened(), wanted, DAY)
    assert refusal.code == code
    assert part in refusal.says.en


def test_a_territory_leads_to_its_state_and_nobody_is_left_stateless_by_it() -> None:
    assert told(TellNationalities(("Sint Maarten", "British"))).person.nationalities == ("NL", "GB")
    assert told(TellNationalities(())).person.nationalities == ()


def test_a_channel_without_an_address_is_not_a_channel() -> None:
    assert channels_of(opened()) == ()
    assert refused(opened(), ChangeChannels(("email",)), DAY).code == "channel_without_address"
    reached = told(*WAYS)
    assert channels_of(reached) == ("email", "sms", "letter")
    assert channels_of(told(ChangeChannels(("letter",)), file=reached)) == ("letter", "email", "sms")
    assert channels_of(told(EndWay("email"), file=reached)) == ("sms", "letter")


def test_a_message_takes_the_first_channel_with_an_address() -> None:
    nobody = run(opened(), TellNames("Haddad"), DAY, "caisse", who="agent-1")
    assert isinstance(nobody, Appended)
    for known, channel in (((), "agent"), (WAYS[2:], "letter"), (WAYS[1:], "sms"), (WAYS, "email")):
        file = told(TellNames("Hadad"), *known)
        outcome = run(file, TellNames("Haddad"), DAY)
        assert isinstance(outcome, Appended)
        assert [one.channel for one in outcome.file.messages.on_their_way] == [channel]


def test_the_same_thing_told_twice_changes_nothing() -> None:
    for wanted in (TellNames("Haddad"), TellBirth("1961", "Rabat", "MA", "woman"), *WAYS):
        assert refused(told(wanted), wanted, DAY).code == "told_already"


@pytest.mark.parametrize(
    "kind", ["names_told", "birth_told", "address_told", "nationalities_told", "languages_told", "way_told"]
)
def test_everything_told_of_the_person_is_sealed_at_rest(kind: str) -> None:
    of_the_machine = {"corrects", "way"}
    declared = {one.name for one in fields(EVENTS[kind])}
    assert sealed_fields(kind) == declared - {"at"} - of_the_machine


def test_what_is_told_survives_the_journal() -> None:
    wanted: tuple[Any, ...] = (TellNames("Haddad", "", ("Nour", "Lina")), TellBirth("1961-07", "Rabat", "Maroc"), *WAYS)
    for one in wanted:
        outcome = run(opened(), one, DAY)
        assert isinstance(outcome, Appended)
        happened = outcome.events[0]
        assert from_record(happened.kind, to_record(happened)) == happened
