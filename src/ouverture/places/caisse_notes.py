"""The warnings that go with a caisse: is the address still right, was the commune understood."""

from ouverture.places.caisse import Caisse
from ouverture.places.commune_matching import resembling
from ouverture.places.postcodes import CommuneInPostcode
from ouverture.places.spelling import fold_commune
from ouverture.text import Text

Communes = tuple[CommuneInPostcode, ...]

_CEDEX = Text(
    fr="« CEDEX » désigne le courrier des entreprises et des administrations : nous n’en avons pas tenu compte.",
    en='"CEDEX" is for the mail of firms and public offices: we left it aside.',
)
_STREET_FILE_ONLY = Text(
    fr="La Poste ne donne pas ce code postal à cette commune ; un fichier des rues de 2022 le fait. Vérifiez le code.",
    en="La Poste does not give this postcode to this commune; a street file of 2022 does. Check the postcode.",
)


def address_notes(caisses: tuple[Caisse, ...]) -> tuple[Text, ...]:
    """One warning per caisse, in the order given, without repeats."""
    return tuple(dict.fromkeys(caisse.address_warning for caisse in caisses))


def commune_notes(postcode: str, named: str, communes: Communes, recognised: Communes) -> tuple[Text, ...]:
    """What to say of the commune ``named`` (may be empty) among the ``communes`` of ``postcode``."""
    notes = [_CEDEX] if "cedex" in named.casefold() else []
    if fold_commune(named) and not recognised:
        notes.append(_not_recognised(postcode, named, communes))
    elif len({commune.name for commune in recognised}) < len(recognised):
        notes.append(_same_name(recognised))
    if not any(commune.official for commune in recognised or communes):
        notes.append(_STREET_FILE_ONLY)
    return tuple(notes)


def _not_recognised(postcode: str, named: str, communes: Communes) -> Text:
    close = resembling(communes, named) or tuple(commune.name for commune in communes[:3])
    return Text(
        fr=f"« {named} » n’est pas une commune du code postal {postcode}, réponse donnée sans en tenir compte. "
        f"Communes proches : {', '.join(close)}.",
        en=f'"{named}" is not a commune of postcode {postcode}, so the answer does without it. '
        f"Close names: {', '.join(close)}.",
    )


def _same_name(recognised: Communes) -> Text:
    typed = " / ".join(f"{commune.name} {commune.department}" for commune in recognised)
    return Text(
        fr=f"Deux communes portent ce nom. Ajoutez le numéro de votre département : {typed}.",
        en=f"Two communes bear this name. Add the number of your department: {typed}.",
    )
