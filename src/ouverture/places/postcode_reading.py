"""Reading a postcode as people type it, and saying what is wrong when it is not one."""

import re
import unicodedata
from typing import NamedTuple

from ouverture.places.caisse import all_caisses
from ouverture.places.place_error import PlaceError
from ouverture.places.postcodes import commune_with_code, is_known, is_used_prefix
from ouverture.text import Text

MONACO = "980"
_TYPED = re.compile(r"(?:F|FR|MC)?[\s-]*((?:\d[\s.]?){4}\d)(?!\d)[\s,]*(.*)", re.IGNORECASE | re.DOTALL)
_LONGEST = 100  # characters: a postcode and the longest name of a commune fit twice
_COMMUNE_CODE = re.compile(r"2[AB]\s*\d{3}", re.IGNORECASE)
_HOME = Text(
    fr="Tapez le code postal de votre logement, comme sur votre bail.",
    en="Type the postcode of your home, as on your lease.",
)


class PostcodeTyped(NamedTuple):
    """The five digits, and the town typed after them if any ("75011 Paris")."""

    postcode: str
    rest: str


def read_postcode(typed: str) -> PostcodeTyped:
    """The postcode in ``typed``: spaces, "F-" and a town after it are forgiven.

    Raises PlaceError for anything that is not the ordinary postcode of a place in France or Monaco.
    """
    tidy = _with_plain_digits(typed).strip()
    found = _TYPED.fullmatch(tidy) if len(tidy) <= _LONGEST else None
    if found is None:
        raise PlaceError(_malformed(tidy))
    postcode, rest = _digits_of(found[1]), found[2].strip()
    if is_known(postcode) or postcode.startswith(MONACO):
        return PostcodeTyped(postcode, rest)
    raise PlaceError(_unknown(postcode, rest))


def _with_plain_digits(typed: str) -> str:
    """``typed`` with full-width, Arabic or Indian digits written 0 to 9."""
    return "".join(str(unicodedata.decimal(char, char)) for char in unicodedata.normalize("NFKC", typed))


def _digits_of(tidy: str) -> str:
    return "".join(char for char in tidy if char in "0123456789")


def _malformed(tidy: str) -> Text:
    digits = _digits_of(tidy)
    shown = tidy if len(tidy) <= 30 else tidy[:30] + "…"
    if not tidy:
        return Text(
            fr="Il manque le code postal : cinq chiffres, par exemple 75011.",
            en="The postcode is missing: five digits, for example 75011.",
        )
    if _COMMUNE_CODE.fullmatch(tidy):
        return Text(
            fr=f"« {shown} » est un code de commune, pas un code postal. En Corse, un code postal commence par 20, "
            "par exemple 20000.",
            en=f'"{shown}" is a commune code, not a postcode. In Corsica a postcode begins with 20, for example 20000.',
        )
    if tidy == digits and len(digits) == 4:
        return Text(
            fr=f"« {shown} » n’a que quatre chiffres, un code postal en a cinq. Si un tableur a mangé le zéro du "
            f"début, tapez 0{digits}.",
            en=f'"{shown}" has only four digits, a postcode has five. If a spreadsheet dropped the first zero, '
            f"type 0{digits}.",
        )
    return Text(
        fr=f"« {shown} » n’est pas un code postal : il faut cinq chiffres, par exemple 75011.",
        en=f'"{shown}" is not a postcode: it takes five digits, for example 75011.',
    )


def _unknown(postcode: str, rest: str) -> Text:
    owner = _caisse_with_mail_at(postcode)
    if owner:
        return Text(
            fr=f"{postcode} est le code CEDEX du courrier de la caisse ({owner}), pas le code postal d’un logement. "
            f"{_HOME.fr}",
            en=f"{postcode} is the CEDEX code for the mail of the caisse ({owner}), not the postcode of a home. "
            f"{_HOME.en}",
        )
    if "cedex" in rest.casefold():
        return Text(
            fr=f"{postcode} CEDEX est un code réservé au courrier des entreprises et des administrations. {_HOME.fr}",
            en=f"{postcode} CEDEX is a code kept for the mail of firms and public offices. {_HOME.en}",
        )
    commune = commune_with_code(postcode)
    if commune:
        return Text(
            fr=f"{postcode} est le code Insee de {commune}, pas un code postal. {_HOME.fr}",
            en=f"{postcode} is the Insee code of {commune}, not a postcode. {_HOME.en}",
        )
    if is_used_prefix(postcode[:2]):
        return Text(
            fr=f"{postcode} n’est le code postal d’aucune commune connue ; c’est peut-être un code CEDEX, réservé aux "
            f"entreprises et aux administrations. {_HOME.fr}",
            en=f"{postcode} is the postcode of no commune we know; it may be a CEDEX code, kept for firms and public "
            f"offices. {_HOME.en}",
        )
    return Text(
        fr=f"Aucun code postal français ne commence par {postcode[:2]}. {_HOME.fr}",
        en=f"No French postcode begins with {postcode[:2]}. {_HOME.en}",
    )


def _caisse_with_mail_at(postcode: str) -> str:
    towns = ((caisse.name, line) for caisse in all_caisses() for line in caisse.postal_address[-1:])
    return next((name for name, line in towns if line.startswith(postcode)), "")
