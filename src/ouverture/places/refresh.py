"""Rebuild the package's data from the reference CSV files: ``python -m ouverture.places.refresh SOURCE_DIR``.

SOURCE_DIR is a folder with the nine CSV files named in ``COPIED`` and ``PACKED`` below, in UTF-8 with a header row
(``data/LICENCES.md`` says where each comes from). The small files are copied as they are; postcodes.csv and
communes_former_codes.csv are packed. Nothing is written when a file is missing, lacks a column, or contradicts
another: one sentence says what is wrong. Phrases that have no French wording yet are listed at the end.

``--into FOLDER`` writes elsewhere than into the package.
"""

import argparse
import sys
from collections.abc import Callable, Iterable
from itertools import groupby
from pathlib import Path

from ouverture.places.phrases import known
from ouverture.places.postcodes import CommuneInPostcode, pack_group
from ouverture.places.shelf import FOLDER, rows_in, rows_of

Rows = list[dict[str, str]]

COPIED = {
    "caisses.csv": "caisse_code caisse_key type name mail_line1 mail_line2 mail_line3 mail_postcode mail_city "
    "mail_address_date mail_address_certainty phone website notes",
    "caisses_contacts.csv": "caisse_code address_line1 address_line2 postcode town official_page address_date "
    "certainty compared_with_2016",
    "caisses_former_codes.csv": "former_code successor_code",
    "caisse_by_department.csv": "department caisse_key rule certainty",
    "birthplace_countries.csv": "insee_code insee_label iso2 iso3 name_fr name_en status successor_iso2_unverified "
    "certainty notes",
    "civil_documents_by_country.csv": "iso2 country_fr country_en regime_birth_certificate basis since "
    "fallback_regime apostille_in_force_since apostille_objections_flag ciec16_multilingual_extract "
    "eu_multilingual_form certainty source notes",
    "civil_document_languages.csv": "iso639 language_en language_fr accepted_without_translation sources certainty",
}
PACKED = {
    "postcodes.csv": "postcode commune_insee commune_name department caisse_key alternative_key certainty source",
    "caisse_commune_exceptions.csv": "commune_insee certainty basis",
    "communes_former_codes.csv": "former_name current_code current_name kind",
}
_PHRASE_COLUMNS = {
    "caisses.csv": ("mail_address_certainty", "notes"),
    "birthplace_countries.csv": ("notes",),
    "civil_documents_by_country.csv": ("basis", "certainty", "source", "notes"),
    "civil_document_languages.csv": ("certainty",),
}


class RefreshError(Exception):
    """The source folder cannot be used; the message says why in one sentence."""


def refresh(source: Path, into: Path = FOLDER) -> list[str]:
    """Rebuild the data of folder ``into`` from the CSV files of folder ``source``.

    Returns the phrases of the new data that ``phrases.csv`` does not word yet (they would be shown in English).
    Raises RefreshError, before anything is written, when the source is incomplete or contradicts itself.
    """
    tables = {name: _table(source, name, columns.split()) for name, columns in (COPIED | PACKED).items()}
    written = {
        "postcodes.txt": _packed_postcodes(tables),
        "former_communes.txt": _packed_former_names(tables["communes_former_codes.csv"]),
    }
    written |= {name: (source / name).read_text(encoding="utf-8") for name in COPIED}
    for name, text in written.items():
        (into / name).write_text(text, encoding="utf-8")
    return unworded_phrases(tables)


def unworded_phrases(tables: dict[str, Rows]) -> list[str]:
    """The distinct English phrases of ``tables`` (rows by file name) with no wording in ``phrases.csv``."""
    cells = {
        part
        for name, columns in _PHRASE_COLUMNS.items()
        for row in tables[name]
        for column in columns
        for part in (row[column].split(" + ") if column == "basis" else [row[column]])
    }
    return sorted(cell for cell in cells if cell and not known(cell))


def _table(source: Path, name: str, columns: Iterable[str]) -> Rows:
    try:
        rows = rows_in((source / name).read_text(encoding="utf-8").splitlines())
    except OSError as error:
        raise RefreshError(f"{name} is missing from the source folder, or cannot be read.") from error
    missing = [column for column in columns if not rows or column not in rows[0]]
    if missing:
        raise RefreshError(f"{name} has no rows, or lacks the column {missing[0]}.")
    return rows


def _packed_postcodes(tables: dict[str, Rows]) -> str:
    reason_of = _reasons(tables)
    rows = sorted(tables["postcodes.csv"], key=lambda row: row["postcode"])
    lines = (
        postcode + "\t" + _packed_communes([_commune(row, reason_of(row)) for row in group])
        for postcode, group in groupby(rows, key=lambda row: row["postcode"])
    )
    return "\n".join(lines) + "\n"


def _packed_communes(communes: list[CommuneInPostcode]) -> str:
    def shared(commune: CommuneInPostcode) -> tuple[bool, str, str, str]:
        return (not commune.official, commune.caisse_key, commune.alternative_key, commune.reason)

    ordered = sorted(communes, key=lambda commune: (*shared(commune), commune.code))
    return "\t".join(pack_group(list(group)) for _, group in groupby(ordered, key=shared))


def _commune(row: dict[str, str], reason: str) -> CommuneInPostcode:
    return CommuneInPostcode(
        code=row["commune_insee"],
        name=row["commune_name"],
        caisse_key=row["caisse_key"],
        alternative_key=row["alternative_key"],
        reason=reason,
        official="L" in row["source"],
    )


def _reasons(tables: dict[str, Rows]) -> Callable[[dict[str, str]], str]:
    """A function from a postcode row to its reason code, which checks that both files agree on the certainty."""
    reasons = {row["rule"]: row for row in rows_of("reasons.csv")}
    basis = {row["commune_insee"]: row["basis"] for row in tables["caisse_commune_exceptions.csv"]}
    rule = {row["department"]: row["rule"] for row in tables["caisse_by_department.csv"]}

    def reason_of(row: dict[str, str]) -> str:
        said = basis.get(row["commune_insee"]) or rule.get(row["department"], "")
        reason = reasons.get(said.split(" except ")[0]) or reasons.get(said)
        if reason is None:
            raise RefreshError(f'reasons.csv has no row for the rule "{said}" (commune {row["commune_insee"]}).')
        if reason["certainty"] != row["certainty"]:
            raise RefreshError(
                f"postcodes.csv says {row['certainty']} for commune {row['commune_insee']}, "
                f"but its rule is {reason['certainty']}."
            )
        return reason["code"]

    return reason_of


def _packed_former_names(rows: Rows) -> str:
    names: dict[str, set[str]] = {}
    for row in rows:
        if row["former_name"] and row["former_name"] != row["current_name"]:
            names.setdefault(row["current_code"], set()).add(row["former_name"])
    return "".join(f"{code}\t{';'.join(sorted(names[code]))}\n" for code in sorted(names))


def main(arguments: list[str] | None = None) -> int:
    """The command. Returns 0, or 2 with one sentence on stderr when the source cannot be used."""
    parser = argparse.ArgumentParser(prog="python -m ouverture.places.refresh", description="Rebuild the places data.")
    parser.add_argument("source", type=Path, help="folder of the reference CSV files")
    parser.add_argument("--into", type=Path, default=FOLDER, help="folder to write (default: the package's own)")
    options = parser.parse_args(arguments)
    try:
        unworded = refresh(options.source, options.into)
    except RefreshError as error:
        print(error, file=sys.stderr)
        return 2
    for line in unworded:
        print(f"To word in phrases.csv: {line}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
