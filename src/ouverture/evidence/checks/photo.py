"""The photo of a card against the French standard, as far as it can be measured: advice, never a refusal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ouverture.evidence.checks.checks_data import measures
from ouverture.evidence.checks.finding import Finding, Outcome
from ouverture.evidence.reading.paper_read import Place, Portrait
from ouverture.text import Text

CARD_PHOTO = "card_photo"
"""The name under which the photo of a card is kept among the papers of a file; it proves nothing."""
BEHIND = Place(0.0, 0.0, 1 / 14, 1 / 3)
"""Where the background is looked at, on one side; the other side and the top are looked at as well."""
_STANDARD = "ANTS, 30 Sep 2024"
_COLOUR = "CSS R161-33-1 III 2°"
_SIZE = Text("Le format est de 35 sur 45 mm.", "The format is 35 by 45 mm.")
_NOT_SIZE = Text("Le format n'est pas de 35 sur 45.", "The format is not 35 by 45.")
_CROP = Text(
    "Recadrez à 35 de large pour 45 de haut, le visage au milieu.",
    "Crop to 35 wide by 45 high, the face in the middle.",
)
_SMALL = Text("L'image est petite : elle s'imprimera mal.", "The picture is small: it will print badly.")
_LARGER = Text("Prenez-la de plus près, ou à une meilleure définition.", "Take it closer, or at a higher resolution.")
_IN_COLOUR = Text("Elle est en couleur.", "It is in colour.")
_GREY = Text(
    "Elle paraît en noir et blanc. La couleur est obligatoire pour cette carte.",
    "It looks black and white. Colour is compulsory for this card.",
)
_TAKE_COLOUR = Text("Prenez-la en couleur.", "Take it in colour.")
_PLAIN = Text("Le fond est clair et uni.", "The background is light and plain.")
_WHITE = Text(
    "Le fond est blanc ou presque : la norme ne le permet pas.",
    "The background is white or nearly so: the standard does not allow it.",
)
_DARK = Text("Le fond est sombre.", "The background is dark.")
_UNEVEN = Text("Le fond n'est pas uni.", "The background is not plain.")
_WALL = Text(
    "Placez-vous devant un mur gris clair ou bleu clair, au jour.",
    "Stand before a light grey or light blue wall, by daylight.",
)
_FACE = Text("Le visage fait environ {mm} mm, pour 32 à 36.", "The face is about {mm} mm, for 32 to 36.")
_FACE_OFF = Text(
    "Le visage fait environ {mm} mm ; la norme veut 32 à 36.", "The face is about {mm} mm; the standard wants 32 to 36."
)
_RECROP = Text("Recadrez, ou reculez un peu.", "Crop again, or step back a little.")
_NO_FACE = Text("Aucun visage de face n'a été trouvé ici.", "No face seen from the front was found here.")
_SEVERAL = Text("Plusieurs visages ont été trouvés.", "Several faces were found.")
_ALONE = Text("Soyez seul sur la photo, de face, tête nue.", "Be alone in the picture, facing, bareheaded.")
_UNMEASURED = Text("Le visage n'a pas pu être mesuré ici.", "The face could not be measured here.")
_ONLY_YOU = Text(
    "De face, yeux ouverts, bouche fermée, tête nue, sans reflet, moins de six mois : vous seul pouvez le dire.",
    "Facing, eyes open, mouth closed, bareheaded, no reflection, under six months old: only you can tell.",
)


def photo_findings(portrait: Portrait) -> tuple[Finding, ...]:
    """What was measured on the photo, in the order of the standard; every one is advice."""
    return tuple(_all(portrait))


def _all(portrait: Portrait) -> Iterator[Finding]:
    yield _size(portrait)
    yield _face(portrait)
    yield _background(portrait)
    yield _colour(portrait)
    yield _advice("photo_yourself", "inconclusive", _ONLY_YOU, None)


def _advice(check: str, outcome: Outcome, reason: Text, remedy: Text | None, place: Place | None = None) -> Finding:
    return Finding(check, outcome, reason, _STANDARD, remedy, page=1, place=place, advice=True)


def _colour(portrait: Portrait) -> Finding:
    if portrait.colourful < measures("photo")["colourful"]:
        return replace(_advice("photo_colour", "failed", _GREY, _TAKE_COLOUR), serves=_COLOUR)
    return replace(_advice("photo_colour", "passed", _IN_COLOUR, None), serves=_COLOUR)


def _size(portrait: Portrait) -> Finding:
    wanted = measures("photo")
    off = abs(portrait.width / portrait.height - wanted["width_mm"] / wanted["height_mm"])
    if off > wanted["ratio_slack"]:
        return _advice("photo_size", "failed", _NOT_SIZE, _CROP)
    if portrait.height < wanted["smallest_height"]:
        return _advice("photo_size", "inconclusive", _SMALL, _LARGER)
    return _advice("photo_size", "passed", _SIZE, None)


def _face(portrait: Portrait) -> Finding:
    wanted = measures("photo")
    if portrait.faces is None:
        return _advice("photo_face", "inconclusive", _UNMEASURED, _ALONE)
    if portrait.face is None:
        return _advice("photo_face", "inconclusive", _SEVERAL if portrait.faces else _NO_FACE, _ALONE)
    high = face_height(portrait.face)
    least, most = wanted["face_mm"]
    slack = wanted["face_slack_mm"]
    if least - slack <= high <= most + slack:
        sure = least <= high <= most
        return _advice(
            "photo_face", "passed" if sure else "inconclusive", _FACE.filled(mm=round(high)), None, portrait.face
        )
    return _advice("photo_face", "failed", _FACE_OFF.filled(mm=round(high)), _RECROP, portrait.face)


def face_height(face: Place) -> float:
    """Millimetres from chin to crown, on a photo of the height that is wanted."""
    return (face.bottom - face.top) * float(measures("photo")["height_mm"])


def _background(portrait: Portrait) -> Finding:
    wanted = measures("photo")
    darkest, mean = min(portrait.background), sum(portrait.background) / 3
    if portrait.uneven > wanted["uneven"]:
        return _advice("photo_background", "failed", _UNEVEN, _WALL, BEHIND)
    if darkest >= wanted["white"]:
        return _advice("photo_background", "failed", _WHITE, _WALL, BEHIND)
    if mean < wanted["light"]:
        return _advice("photo_background", "failed", _DARK, _WALL, BEHIND)
    return _advice("photo_background", "passed", _PLAIN, None, BEHIND)
