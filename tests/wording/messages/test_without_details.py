import pytest

from ouverture.wording.messages.without_details import without_details


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Bonjour Madame Rosa Lima Duarte, votre dossier", "Bonjour Madame [nom], votre dossier"),
        ("Bonjour Madame, votre dossier", "Bonjour Madame, votre dossier"),
        ("M. SOTO-PEREZ n° 1 85 03 99 404 017 35", "M. [nom] n° 0 00 00 00 000 000 00"),
        ("Nom de naissance : Çelik\nVille", "Nom de naissance : [nom]\nVille"),
        ("Écrivez à ana.lima@exemple.test", "Écrivez à [e-mail]"),
        (
            "payez sur http://ameli-remboursement.top/p/8841?n=Lima vite",
            "payez sur http://ameli-remboursement.top/… vite",
        ),
        ("12 rue des Lilas, 75011 Paris", "00 rue [adresse], 00000 Paris"),
        ("Votre demande est rejetée le 12/05/2026.", "Votre demande est rejetée le 00/00/0000."),
        ("السيد محمد", "السيد [nom]"),
    ],
)
def test_what_can_be_seen_of_a_person_is_taken_out_and_the_message_stays(written: str, kept: str) -> None:
    assert without_details(written) == kept


def test_what_is_without_details_stays_as_it_is() -> None:
    once = without_details("Chère Madame Lima, appelez le 36 46 avant le 3 mai. CPAM, 1 rue Haute")
    assert without_details(once) == once
