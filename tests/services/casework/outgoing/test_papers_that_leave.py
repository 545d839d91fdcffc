"""The papers that leave a file: which there are, what they hold, and what they never say."""

from pathlib import Path

import pytest

from ouverture.dossier.application.decisions import RequestPieces
from ouverture.dossier.envelope.decisions import RegisterEnvelope
from ouverture.dossier.household.decisions import AskToAttach
from ouverture.dossier.kernel import EVENTS
from ouverture.dossier.person.decisions import TellAddress, TellBirth, TellNames
from ouverture.dossier.refusals import Refusal
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.house import House
from ouverture.services.casework.look import FileView, Look, look_at
from ouverture.services.casework.outgoing.evidence_sheet import evidence_sheet
from ouverture.services.casework.outgoing.from_the_caisse import message_paper
from ouverture.services.casework.outgoing.pack import pack_of, papers_of
from ouverture.services.casework.outgoing.paper import Code, Items, Paper, Paragraph, Rows, Scan
from ouverture.services.casework.shelf import data_of
from ouverture.services.casework.story import letters_of
from ouverture.text import Text
from tests.services.casework.wired import AGENT, DAY, FILE, NOON, RECORD, SHE, act, house_in, opened

HELPER = Actor("helper", "helper", "", (FILE,))
LOOK = Look(FILE, "own_file", DAY, NOON)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    made = opened(house_in(Path(tmp_path_factory.mktemp("papers"))))
    for command in (
        TellNames("Nguyễn", "Ağaoğlu", ("Œuvré", "محمد")),
        TellBirth("1990-03-07", "Đà Nẵng", "VN"),
        TellAddress(("3 rue des Lilas",), "75011", "PARIS"),
    ):
        assert not isinstance(act(made, SHE, FILE, command), Refusal)
    return made


@pytest.fixture(scope="module")
def hers(house: House) -> FileView:
    seen = look_at(house, SHE, LOOK)
    assert isinstance(seen, FileView)
    return seen


@pytest.fixture(scope="module")
def papers(hers: FileView) -> dict[str, Paper]:
    return papers_of(SHE, hers, {})


def words_of(paper: Paper) -> str:
    """All that a paper says in French."""
    return "\n".join(_words(paper.blocks))


def _words(value: object) -> list[str]:
    if isinstance(value, Text):
        return [value.fr]
    if isinstance(value, tuple):
        return [each for one in value for each in _words(one)]
    return [value] if isinstance(value, str) else []


def rows_of(paper: Paper) -> dict[str, str]:
    """The rows of a sheet to copy: what the form asks, and what is to be written."""
    return {row[1].fr: row[2].fr for block in paper.blocks if isinstance(block, Rows) for row in block.rows}


def test_a_pack_is_the_first_sheet_the_letter_the_list_the_statements_and_the_pages_given(
    papers: dict[str, Paper],
) -> None:
    pages = (Scan(b"", Text("Passeport", "Passport")), Scan(b"", Text("Bail", "Lease")))
    names = [one.name for one in pack_of(papers, pages)]
    assert names == ["cover_sheet", "cover", "enclosures", "no_other_cover_statement", "page_1", "page_2"]


def test_the_code_of_the_first_sheet_names_the_file_and_nobody(papers: dict[str, Paper]) -> None:
    assert [one.payload for one in papers["cover_sheet"].blocks if isinstance(one, Code)] == [f"ouverture:file:{FILE}"]
    assert "Nguyễn" not in words_of(papers["cover_sheet"])


def test_the_list_of_enclosures_is_that_of_the_letter_with_boxes_to_tick(papers: dict[str, Paper]) -> None:
    ticked = [one for one in papers["enclosures"].blocks if isinstance(one, Items)]
    assert [one.ticks for one in ticked] == [True]
    assert any("Acte de mariage" in one.fr for one in ticked[0].items)


def test_the_sheet_for_s1106_says_in_the_order_of_the_form_what_the_file_knows_and_leaves_the_rest_to_the_hand(
    papers: dict[str, Paper],
) -> None:
    rows = rows_of(papers["S1106"])
    assert list(rows.values())[:6] == [
        "Nguyễn", "Ağaoğlu", "Œuvré محمد", "07 03 1990", "Đà Nẵng, Viêt Nam", "3 rue des Lilas\n75011 PARIS",
    ]  # fmt: skip
    assert rows["Téléphone"] == rows["Fait à, le, signature"] == ""
    assert "non vérifiée sur votre exemplaire" in words_of(papers["S1106"])


def test_no_sheet_is_made_for_a_form_that_nobody_has_read() -> None:
    forms = data_of("form_sheets")["forms"]
    assert "S1105" not in forms
    assert forms["S1104"]["read"] == "unread"
    assert all(row["source"] and row["read"] in data_of("form_sheets")["says"] for row in forms.values())


def test_a_number_is_shown_in_full_to_the_person_and_masked_to_a_helper(house: House, hers: FileView) -> None:
    number = "2 90 03 99 243 123 31".replace(" ", "")
    numbered = hers._replace(file=hers.file._replace(number=hers.file.number._replace(number=number)))
    asked = "Numéro de sécurité sociale ; vide pour une première demande, l'ancien pour qui revient"
    assert rows_of(papers_of(SHE, numbered, {})["S1106"])[asked] == number
    assert number[:12] not in rows_of(papers_of(HELPER, numbered, {})["S1106"])[asked]


def test_the_child_asked_for_stands_on_the_sheet_of_both_parents(house: House, tmp_path: Path) -> None:
    own = opened(house_in(tmp_path))
    done = act(own, SHE, FILE, AskToAttach("Zoë", "child", DAY.replace(year=2020), True))
    assert not isinstance(done, Refusal)
    seen = look_at(own, SHE, LOOK)
    assert isinstance(seen, FileView)
    assert "Zoë" in words_of(papers_of(SHE, seen, {})["S3705"])


def test_a_demand_is_answered_with_the_text_each_paper_was_asked_under(tmp_path: Path) -> None:
    own = opened(house_in(tmp_path))
    done = act(own, AGENT, FILE, RequestPieces(("marriage_certificate",)))
    assert not isinstance(done, Refusal), done
    seen = look_at(own, SHE, LOOK)
    assert isinstance(seen, FileView)
    said = words_of(papers_of(SHE, seen, {})["answer"])
    assert "Acte de mariage" in said
    assert "demandé sur Formulaire S1106" in said
    assert "– Des copies certifiées conformes (CRPA R113-10 al. 1)" in said
    assert "La traduction d'un acte" not in said, "it holds under a condition that nobody has told"


def test_a_message_of_the_caisse_is_a_paper_word_for_word_under_its_own_name(house: House, hers: FileView) -> None:
    told = letters_of(house, SHE, LOOK)
    assert not isinstance(told, Refusal)
    receipt = next(one for one in told if "Votre demande est arrivée" in one.words.fr)
    for reader in (SHE, AGENT):
        paper = message_paper(house, reader, LOOK, hers, receipt.message)
        assert isinstance(paper, Paper)
        assert paper.title == Text("Accusé de réception", "Receipt")
        assert "\n\n".join(one.says.fr for one in paper.blocks if isinstance(one, Paragraph) and not one.aside) == (
            receipt.words.fr
        )
    assert isinstance(message_paper(house, SHE, LOOK, hers, 999), Refusal)


def test_the_evidence_sheet_has_the_postal_number_and_the_digest_of_each_entry_for_the_person_alone(
    tmp_path: Path,
) -> None:
    own = opened(house_in(tmp_path))
    sent = RegisterEnvelope("first", ("Passeport",), "registered_post", "RB123456785FR")
    assert not isinstance(act(own, SHE, RECORD, sent), Refusal)
    look = LOOK._replace(stream=RECORD)
    seen = look_at(own, SHE, look)
    assert isinstance(seen, FileView)
    sheet = evidence_sheet(own, SHE, look, seen)
    assert isinstance(sheet, Paper)
    said = words_of(sheet).replace("\n", "")
    lines = own.journal.history(RECORD).lines
    assert "RB123456785FR" in said
    assert next(line for line in lines if line.kind == "envelope_registered").hash.hex() in said
    assert lines[-1].hash.hex() in said
    assert isinstance(evidence_sheet(own, HELPER, look, seen), Refusal)


def test_what_a_paper_is_named_after_are_events_that_exist() -> None:
    table = data_of("outgoing")
    assert {*table["evidence"]["kinds"], *table["from_caisse"]["titles"]} <= EVENTS.keys()
