"""Finding, among the communes of a postcode, the one somebody named."""

from collections.abc import Iterator

from ouverture.places.postcodes import CommuneInPostcode, former_names
from ouverture.places.spelling import fold_commune, without_article

Communes = tuple[CommuneInPostcode, ...]


def matching(communes: Communes, named: str) -> Communes:
    """Those of ``communes`` that ``named`` designates: name, INSEE code, or the name of a merged commune.

    Accents, case, hyphens, "St", "11e" and a leading article are forgiven; a spelling mistake is not (see
    ``resembling``). Empty when none fits; several when the name does not decide.
    """
    wanted = without_article(fold_commune(named))
    if not wanted:
        return ()
    present = tuple(commune for commune in communes if wanted in _spellings(commune))
    return present or tuple(commune for commune in communes if wanted in _former_spellings(commune))


def resembling(communes: Communes, named: str) -> tuple[str, ...]:
    """Names of ``communes`` close to ``named``, for a "did you mean"; at most three."""
    from difflib import get_close_matches  # slow to load, and only wanted for a misspelt name

    names = {without_article(fold_commune(commune.name)): commune.name for commune in communes}
    return tuple(names[close] for close in get_close_matches(without_article(fold_commune(named)), names, n=3))


def _spellings(commune: CommuneInPostcode) -> Iterator[str]:
    name = without_article(fold_commune(commune.name))
    yield name
    yield commune.code.casefold()
    yield f"{name} {commune.department.casefold()}"
    if "(" in commune.name:
        yield without_article(fold_commune(commune.name.partition("(")[0]))
    if commune.name.endswith("Arrondissement"):
        yield name.rpartition(" ")[0]


def _former_spellings(commune: CommuneInPostcode) -> Iterator[str]:
    return (without_article(fold_commune(name)) for name in former_names(commune.code))
