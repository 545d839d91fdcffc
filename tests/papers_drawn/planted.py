"""Sixty papers with one defect each, and forty without: what was planted, and what must find it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from ouverture.clock.period import add_months
from ouverture.evidence.checks import Named
from tests.papers_drawn import people as p
from tests.papers_drawn.people import TODAY, Defect, Paper
from tests.papers_drawn.scans import Damage, as_file, damaged, drawn, photographed, scanned

_UNSEEN = ("failed", "inconclusive")
"""What hides a page may also keep anything from being read on it."""


class Planted(NamedTuple):
    """A paper as files, with the defect it holds; None for a clean one."""

    paper: Paper
    files: tuple[bytes, ...]
    defect: Defect | None


_Maker = Callable[[Named, Random], Paper]


def _slip(holder: str, account: str, person: Named, chance: Random) -> Paper:
    return Paper("bank_details", (p.bank_slip(holder, account, chance),), p.case_of(person))


def _good_slip(person: Named, chance: Random) -> Paper:
    return _slip(p.written(person), p.iban(chance), person, chance)


def _others_slip(person: Named, chance: Random) -> Paper:
    return _slip(chance.choice(p.OTHERS), p.iban(chance), person, chance)


def _faulty_slip(person: Named, chance: Random) -> Paper:
    account = p.iban(chance)
    wrong = str((int(account[12]) + chance.randint(1, 9)) % 10)
    return _slip(p.written(person), account[:12] + wrong + account[13:], person, chance)


def _far_slip(person: Named, chance: Random) -> Paper:
    return _slip(p.written(person), "SA03 8000 0000 6080 1016 7519", person, chance)


def _receipts(person: Named, chance: Random, months: tuple[int, ...]) -> Paper:
    first = date(2026, chance.randint(5, 7), 1)
    pages = tuple(p.receipt(p.written(person), add_months(first, month), chance) for month in months)
    return Paper("three_months_residence", pages, p.case_of(person))


def _bills(person: Named, chance: Random, days: int) -> Paper:
    first = date(2026, 5, chance.randint(2, 25))
    pages = tuple(p.bill(p.written(person), day, chance) for day in (first, first + timedelta(days=days)))
    return Paper("two_bills", pages, p.case_of(person))


def _lease(person: Named, chance: Random, days: int) -> Paper:
    page = p.lease(p.written(person), TODAY - timedelta(days=days + chance.randint(0, 20)), chance)
    return Paper("lease", (page,), p.case_of(person))


def _title(person: Named, chance: Random, days: int) -> Paper:
    return Paper("stay_document", (p.title(p.written(person), TODAY + timedelta(days=days)),), p.case_of(person))


def _visa(person: Named, chance: Random, *, validated: bool) -> Paper:
    visa = p.visa(person, TODAY + timedelta(days=chance.randint(60, 300)))
    pages = (visa, p.validation(p.written(person))) if validated else (visa,)
    return Paper("validated_visa", pages, p.case_of(person))


def _passport(shown: Named, person: Named, born: date, chance: Random) -> Paper:
    page = p.passport(shown, born, TODAY + timedelta(days=chance.randint(200, 2000)))
    return Paper("identity_document", (page,), p.case_of(person))


def _birth(person: Named, *, translated: bool) -> Paper:
    holder = f"{' '.join(person.given)} {person.birth}".strip()
    pages = (p.american_birth(holder), *((p.translation(holder),) if translated else ()))
    return Paper("birth_certificate", pages, p.case_of(person, born_in="US"))


def _extract(person: Named, _: Random) -> Paper:
    return Paper("birth_certificate", (p.extract_without_parents(p.written(person)),), p.case_of(person, born_in="FR"))


def _wrong_kind(person: Named, chance: Random) -> Paper:
    page = p.receipt(p.written(person), date(2026, 9, 1), chance)
    return Paper("bank_details", (page,), p.case_of(person))


def _enrolment(person: Named, _: Random) -> Paper:
    return Paper("enrolment_certificate", (p.enrolment(p.written(person)),), p.case_of(person))


BORN = date(1985, 3, 14)
_STRANGER = Named("Eriksson", "", ("Astrid",))
PLANTED: tuple[tuple[int, Defect, Damage, _Maker], ...] = (
    (6, Defect("bank slip in another name", "whose"), "", _others_slip),
    (5, Defect("a wrong digit in the IBAN", "account"), "", _faulty_slip),
    (3, Defect("account outside the SEPA area", "account"), "", _far_slip),
    (6, Defect("residence permit out of date", "expiry"), "", lambda n, c: _title(n, c, -c.randint(5, 400))),
    (4, Defect("long-stay visa without its validation", "validated"), "", lambda n, c: _visa(n, c, validated=False)),
    (6, Defect("a month missing among rent receipts", "three_months"), "", lambda n, c: _receipts(n, c, (0, 1, 3))),
    (4, Defect("two bills too close together", "two_bills"), "", lambda n, c: _bills(n, c, c.randint(28, 80))),
    (2, Defect("lease too recent", "lease_age"), "", lambda n, c: _lease(n, c, 20)),
    (5, Defect("birth certificate without translation", "translation"), "", lambda n, _: _birth(n, translated=False)),
    (2, Defect("birth extract without the parents", "parents"), "", _extract),
    (3, Defect("another paper than the one wanted", "right_kind"), "", _wrong_kind),
    (3, Defect("passport of somebody else", "whose"), "", lambda n, c: _passport(_STRANGER, n, BORN, c)),
    (2, Defect("another birth date", "birth_date"), "", lambda n, c: _passport(n, n, date(1985, 4, 13), c)),
    (3, Defect("page blurred", "legible", _UNSEEN), "blurred", _good_slip),
    (2, Defect("reflection on the page", "legible", _UNSEEN), "glare", _good_slip),
    (2, Defect("page too dark", "legible", _UNSEEN), "dark", _good_slip),
    (2, Defect("corner outside the picture", "legible", _UNSEEN), "cut", _good_slip),
)
CLEAN: tuple[tuple[int, str, _Maker], ...] = (
    (8, "bank slip", _good_slip),
    (6, "residence permit", lambda n, c: _title(n, c, c.randint(30, 900))),
    (3, "visa and validation", lambda n, c: _visa(n, c, validated=True)),
    (5, "three rent receipts", lambda n, c: _receipts(n, c, (0, 1, 2))),
    (3, "two bills", lambda n, c: _bills(n, c, c.randint(95, 130))),
    (3, "lease", lambda n, c: _lease(n, c, 120)),
    (3, "birth certificate and translation", lambda n, _: _birth(n, translated=True)),
    (6, "passport", lambda n, c: _passport(n, n, BORN, c)),
    (3, "enrolment certificate", _enrolment),
)


def with_defects(seed: int, step: int = 1) -> Iterator[Planted]:
    """The sixty, one after another, or one in ``step`` of them; each always the same for one seed."""
    makers = [(defect, damage, maker) for count, defect, damage, maker in PLANTED for _ in range(count)]
    for place, (defect, damage, maker) in list(enumerate(makers))[::step]:
        chance = Random(f"{seed} planted {place}")
        yield _made(maker(chance.choice(p.PEOPLE), chance), damage, defect, chance)


def without(seed: int, step: int = 1) -> Iterator[Planted]:
    """The forty, in the same way."""
    makers = [maker for count, _, maker in CLEAN for _ in range(count)]
    for place, maker in list(enumerate(makers))[::step]:
        chance = Random(f"{seed} clean {place}")
        yield _made(maker(chance.choice(p.PEOPLE), chance), "", None, chance)


def _made(paper: Paper, damage: Damage, defect: Defect | None, chance: Random) -> Planted:
    by_phone = damage in ("cut", "glare", "dark") or chance.random() < 0.5
    pictures = []
    for lines in paper.pages:
        sheet = drawn(lines, chance)
        seen = photographed(sheet, chance, cut=damage == "cut") if by_phone else scanned(sheet, chance)
        pictures.append(as_file(damaged(seen, damage, chance)))
    return Planted(paper, tuple(pictures), defect)
