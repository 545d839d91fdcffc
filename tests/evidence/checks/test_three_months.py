from datetime import date
from typing import Any

import pytest

from ouverture.evidence.checks import Finding, PaperRead, findings
from tests.evidence.checks.pages import case, page, paper


def receipts(*months: str) -> PaperRead:
    return paper(
        *(
            page(
                "QUITTANCE DE LOYER",
                f"Mois : {month}",
                "Locataire : Hannah Whitfield",
                "Fait le 5 décembre 2025",
                number=n,
            )
            for n, month in enumerate(months, 1)
        )
    )


def said(check: str, name: str, read: PaperRead, **more: Any) -> Finding:
    (found,) = (one for one in findings({name: read}, case(**more)) if one.check == check)
    return found


@pytest.mark.parametrize(
    ("months", "outcome"),
    [
        (("août 2026", "septembre 2026", "octobre 2026"), "passed"),
        (("octobre 2026", "août 2026", "septembre 2026"), "passed"),
        (("novembre 2025", "décembre 2025", "janvier 2026"), "passed"),
        (("août 2026", "octobre 2026", "novembre 2026"), "failed"),
        (("août 2026", "août 2026", "septembre 2026"), "failed"),
        (("août 2026",), "failed"),
        (("", "", ""), "inconclusive"),
    ],
)
def test_three_months_in_a_row_are_wanted(months: tuple[str, ...], outcome: str) -> None:
    assert said("three_months", "three_months_residence", receipts(*months)).outcome == outcome


def test_the_missing_month_is_named_and_what_else_would_do() -> None:
    found = said("three_months", "three_months_residence", receipts("août 2026", "octobre 2026", "novembre 2026"))
    assert found.reason.fr == "Il manque septembre 2026."
    assert found.reason.en == "September 2026 is missing."
    assert found.remedy is not None
    assert "any means" in found.remedy.en


def test_a_page_that_was_not_read_may_hold_the_missing_month() -> None:
    read = receipts("août 2026", "octobre 2026")
    assert said("three_months", "three_months_residence", paper(*read.pages, page(number=3))).outcome == "inconclusive"


@pytest.mark.parametrize(
    ("first", "last", "outcome"),
    [
        ("Facture du 10/05/2026", "Facture du 11/08/2026", "passed"),
        ("Facture du 10/05/2026", "Facture du 10/08/2026", "failed"),
        ("Période du 10/05/2026 au 09/07/2026", "Période du 10/07/2026 au 09/09/2026", "passed"),
        ("Facture du 10/05/2026", "Facture du 10/05/2026", "inconclusive"),
        ("Facture", "Facture", "inconclusive"),
        ("Consommation du 04/05/2026 au 03/11/2026", "Facture du 04/11/2026", "inconclusive"),
        ("Facture du 04/11/2026", "Facture précédente : 04/05/2026", "inconclusive"),
    ],
)
def test_two_bills_span_more_than_three_months(first: str, last: str, outcome: str) -> None:
    read = paper(page("EAU", first, "Total"), page("EAU", last, "Total", number=2))
    assert said("two_bills", "two_bills", read).outcome == outcome


@pytest.mark.parametrize(
    ("signed", "outcome"),
    [("2 mai 2026", "passed"), ("28 août 2026", "failed"), ("27 août 2026", "passed"), ("", "inconclusive")],
)
def test_a_lease_was_signed_more_than_three_months_ago(signed: str, outcome: str) -> None:
    read = paper(page("CONTRAT DE LOCATION", "Locataire : Hannah Whitfield", f"Signé à Lyon le {signed}"))
    assert said("lease_age", "lease", read, claimed_on=date(2026, 11, 28)).outcome == outcome


@pytest.mark.parametrize(
    ("lines", "outcome"),
    [
        (("Prise d'effet : 1er décembre 2026", "Fait à Lyon, le 12 juillet 2026"), "failed"),
        (("conclu en application du décret du 29 mai 2015", "Date d'effet : 15 octobre 2026"), "failed"),
        (("soumis à la loi du 6 juillet 1989, prend effet le 1er juin 2026",), "passed"),
        (("Signé par Mme Whitfield, née le 14/03/1985", "le 20 octobre 2026"), "failed"),
        (("Date d'effet", "1er juin 2026"), "passed"),
        (("Fait à Lyon le 2 juin 2026", "Révision du loyer : à compter du 1er juin 2027"), "passed"),
    ],
)
def test_a_lease_counts_from_its_beginning_and_not_from_the_day_of_a_law_or_a_birth(
    lines: tuple[str, ...], outcome: str
) -> None:
    read = paper(page("CONTRAT DE LOCATION", "Locataire : Hannah Whitfield", *lines))
    assert said("lease_age", "lease", read).outcome == outcome
