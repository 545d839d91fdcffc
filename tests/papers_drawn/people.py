"""Invented people, whose names readers stumble over, and invented papers of theirs, as lines of text."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from ouverture.clock.day_words import month_name, plain_day
from ouverture.clock.period import add_months
from ouverture.evidence.checks import Case, Named
from ouverture.numbers.bank import rib_key
from ouverture.numbers.mrz.transliteration import mrz_forms
from ouverture.numbers.travel_document import check_digit

TODAY = date(2026, 11, 28)
PEOPLE = (
    Named("Whitfield", "", ("Hannah", "Jane")),
    Named("Ağaoğlu", "", ("Ayşe",)),
    Named("Wiśniewski", "", ("Łukasz",)),
    Named("Nguyễn", "", ("Minh", "Anh")),
    Named("Œuvré", "", ("Ève",)),
    Named("Müller", "", ("Jürgen",)),
    Named("Nuñez", "", ("José", "Luis")),
    Named("Çelik", "Moreau", ("Elif",)),
    Named("de la Croix", "", ("Anne-Marie",)),
    Named("O’Connor", "", ("Siobhán",)),
    Named("Suharto"),
    Named("Delgado", "", ("Camila",)),
)
OTHERS = ("M. JULIEN MARCHAND", "MME SOPHIE LEFEBVRE", "M. BRUNO TESSIER", "MME IRIS KOWALCZYK", "M. OMAR BENALI")
STREETS = ("12 rue des Lilas", "4 avenue du Port", "27 boulevard Carnot", "3 place de la Halle", "81 chemin Vert")
TOWNS = ("69003 LYON", "13002 MARSEILLE", "44000 NANTES", "31000 TOULOUSE", "67000 STRASBOURG")


class Paper(NamedTuple):
    """A paper to be drawn: the name it is given under, its pages as lines, and the case it belongs to."""

    name: str
    pages: tuple[tuple[str, ...], ...]
    case: Case


class Defect(NamedTuple):
    """What was planted, and which check must find it, with one of these outcomes."""

    name: str
    check: str
    outcomes: tuple[str, ...] = ("failed",)


def case_of(person: Named, **more: object) -> Case:
    """The case of a person who claims today."""
    return Case(**{"today": TODAY, "claimed_on": TODAY, "person": person, "born_on": "1985-03-14", **more})  # type: ignore[arg-type]


def written(person: Named) -> str:
    """The name as French papers write it: the name used, in capitals, then the first name."""
    return " ".join(part for part in ((person.usage or person.birth).upper(), *person.given[:1]) if part)


def iban(chance: Random) -> str:
    """A French account that is well formed, in groups of four."""
    bank, branch, account = (f"{chance.randrange(10**size):0{size}}" for size in (5, 5, 11))
    plain = bank + branch + account + rib_key(bank, branch, account)
    digits = "".join(str(int(sign, 36)) for sign in f"{plain}FR00")
    whole = f"FR{98 - int(digits) % 97:02}{plain}"
    return " ".join(whole[at : at + 4] for at in range(0, len(whole), 4))


def bank_slip(holder: str, account: str, chance: Random) -> tuple[str, ...]:
    """The slip of an account."""
    return (
        "BANQUE DU PORT", "RELEVÉ D'IDENTITÉ BANCAIRE", f"Titulaire du compte : {holder}", chance.choice(STREETS),
        chance.choice(TOWNS), f"IBAN : {account}", "BIC : PORTFRPPXXX", "Domiciliation : AGENCE CENTRE",
    )  # fmt: skip


def receipt(holder: str, month: date, chance: Random) -> tuple[str, ...]:
    """A rent receipt for the month that begins on that day, in one of the ways landlords write it."""
    last = add_months(month, 1) - timedelta(days=1)
    about = chance.choice(
        (
            f"Loyer du mois de {month_name(month).fr}",
            f"Période du {plain_day(month).fr} au {plain_day(last).fr}",
            f"Période : du {month:%d/%m/%Y} au {last:%d/%m/%Y}",
        )
    )
    return (
        "QUITTANCE DE LOYER", about, f"Locataire : {holder}", chance.choice(STREETS), chance.choice(TOWNS),
        "Loyer : 540,00 €   Charges : 60,00 €", "Total payé : 600,00 €",
        f"Fait à Lyon, le {plain_day(last + timedelta(days=4)).fr}",
    )  # fmt: skip


def bill(holder: str, issued: date, chance: Random) -> tuple[str, ...]:
    """A bill for electricity."""
    return (
        "LUMEN ÉNERGIE", f"Facture du {plain_day(issued).fr}", "Électricité", f"Client : {holder}",
        chance.choice(STREETS),
        chance.choice(TOWNS), "Consommation : 212 kWh", "Montant : 64,20 €",
    )  # fmt: skip


def lease(holder: str, signed: date, chance: Random) -> tuple[str, ...]:
    """The first page of a lease."""
    return (
        "CONTRAT DE LOCATION", "Logement vide, résidence principale", "Bailleur : SCI DES TILLEULS",
        f"Locataire : {holder}",
        chance.choice(STREETS), chance.choice(TOWNS), "Loyer mensuel : 540,00 €",
        f"Signé à Lyon, le {plain_day(signed).fr}",
    )  # fmt: skip


def title(holder: str, end: date) -> tuple[str, ...]:
    """A residence permit."""
    return (
        "RÉPUBLIQUE FRANÇAISE", "TITRE DE SÉJOUR", "Carte de séjour temporaire", "Nom, prénom", holder,
        "Vie privée et familiale", f"Délivré le {add_months(end, -12):%d/%m/%Y}", f"Valable jusqu'au {end:%d/%m/%Y}",
    )  # fmt: skip


def visa(person: Named, end: date) -> tuple[str, ...]:
    """The sticker of a long-stay visa, with its lines."""
    return (
        "VISA", "ÉTATS SCHENGEN FRANCE", "Type de visa : D",
        f"Valable du {add_months(end, -12):%d-%m-%Y} au {end:%d-%m-%Y}",
        *_visa_lines(person, end),
    )  # fmt: skip


def validation(holder: str) -> tuple[str, ...]:
    """The certificate of the online validation."""
    return (
        "Ministère de l'intérieur", "Confirmation de la validation de l'enregistrement", "de votre visa de long séjour",
        "valant titre de séjour (VLS-TS)", f"Titulaire : {holder}", "Numéro étranger : 9903012345",
    )  # fmt: skip


def passport(person: Named, born: date, end: date) -> tuple[str, ...]:
    """The page of identity of a passport."""
    return (
        "PASSPORT", "UTOPIA", f"Surname {person.birth}", f"Given names {' '.join(person.given)}",
        f"Date of birth {born:%d/%m/%Y}", f"Date of expiry {end:%d/%m/%Y}", *_passport_lines(person, born, end),
    )  # fmt: skip


def american_birth(holder: str) -> tuple[str, ...]:
    """A birth certificate in English."""
    return (
        "STATE OF NEW YORK", "CERTIFICATE OF BIRTH", f"Name of the child: {holder}", "Date of birth: March 14, 1985",
        "Place of birth: Albany, county of Albany", "Name of the father: John", "Name of the mother: Ann",
        "Issued by the registrar of the district",
    )  # fmt: skip


def translation(holder: str) -> tuple[str, ...]:
    """Its translation."""
    return (
        "TRADUCTION DE L'ANGLAIS", "ACTE DE NAISSANCE", f"Nom de l'enfant : {holder}",
        "Date de naissance : 14 mars 1985",
        "Père : John", "Mère : Ann", "Traductrice experte près la cour d'appel de Lyon",
    )  # fmt: skip


def extract_without_parents(holder: str) -> tuple[str, ...]:
    """A French extract that names no parent."""
    return (
        "COMMUNE DE LYON", "EXTRAIT D'ACTE DE NAISSANCE", "sans filiation", f"{holder}",
        "est née le 14 mars 1985 à Lyon",
        "L'officier de l'état civil", "Délivré à la mairie",
    )  # fmt: skip


def enrolment(holder: str) -> tuple[str, ...]:
    """The certificate of a university."""
    return (
        "UNIVERSITÉ DES DEUX FLEUVES", "CERTIFICAT DE SCOLARITÉ", "Année universitaire 2026/2027",
        f"Étudiant : {holder}",
        "Licence de géographie, 2e année", "Fait à Lyon, le 4 octobre 2026", "Le directeur de la scolarité",
    )  # fmt: skip


def _names_field(person: Named, width: int) -> str:
    words = [min(mrz_forms(name)).replace(" ", "<") for name in (person.birth, *person.given)]
    return (words[0] + ("<<" + "<".join(words[1:]) if words[1:] else "")).ljust(width, "<")[:width]


def _second_line(born: date, end: date, optional: str, number: str = "X12345678") -> str:
    birth, expiry = f"{born:%y%m%d}", f"{end:%y%m%d}"
    digits = [check_digit(field) for field in (number, birth, expiry)]
    return f"{number}{digits[0]}UTO{birth}{digits[1]}F{expiry}{digits[2]}{optional}"


def _passport_lines(person: Named, born: date, end: date) -> tuple[str, str]:
    line = _second_line(born, end, "<" * 14 + "0")
    return f"P<UTO{_names_field(person, 39)}", line + check_digit(line[0:10] + line[13:20] + line[21:43])


def _visa_lines(person: Named, end: date) -> tuple[str, str]:
    return f"V<FRA{_names_field(person, 39)}", _second_line(date(1985, 3, 14), end, "<" * 16)
