"""Pictures of time filled in with invented days, for the page that shows every part."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from ouverture.site.page.pictures_of_time import Event, TimeLine, Track, WaitingRange
from ouverture.text import Text

TODAY = date(2026, 2, 10)
_SENT = Event(
    date(2026, 1, 12), "person", Text("Vous envoyez votre dossier", "You send your file"), Text("envoyé", "sent")
)
_ARRIVED = Event(date(2026, 1, 16), "caisse", Text("La caisse le reçoit", "The caisse receives it"))
_GRANTED = Event(
    date(2026, 1, 28),
    "caisse",
    Text("Votre numéro est rétabli, droits ouverts", "Your number is back in use, rights open"),
)
_CARD = Event(date(2026, 2, 20), "other", Text("La carte arrive", "The card arrives"), until=date(2026, 3, 3))
_CLAIM = Track(
    Text("Votre demande", "Your claim"),
    (("gone", _SENT.on, _GRANTED.on),),
    (_SENT, _ARRIVED, _GRANTED),
    Text("accordée le 28 janvier", "granted 28 January"),
    date(2026, 2, 11),
)
_WAITING = Track(
    Text("Votre carte", "Your card"),
    (("usual", date(2026, 2, 20), date(2026, 3, 3)), ("longest", date(2026, 3, 3), date(2026, 3, 17))),
    (_CARD,),
    limit=date(2026, 3, 17),
    limit_says=Text("anormal après le 17 mars", "abnormal after 17 March"),
)

OF_TIME: Mapping[str, Any] = {
    "timeline": TimeLine(
        Text("Où en est chaque chose", "Where everything stands"),
        (_CLAIM, _WAITING),
        TODAY,
        Text(
            "Plein : la moitié des attentes connues. Contour : neuf sur dix.",
            "Filled: half of the waits we know of. Outlined: nine in ten.",
        ),
    ),
    "range": WaitingRange(
        Text("Feuille de soins du 2 février", "Care sheet of 2 February"),
        date(2026, 2, 3),
        TODAY,
        date(2026, 2, 24),
        date(2026, 3, 10),
        date(2026, 4, 1),
        Text(
            "D'habitude : plein. Le plus long connu : contour. Jamais une seule date inventée.",
            "Usual part: filled. As long as it has taken: outlined. Never a single date we do not have.",
        ),
        date(2026, 4, 4),
    ),
    "progress": {"done": 5, "least": 8, "most": 13, "at": 38, "at_least": 62},
}
"""By the names that the templates of the parts use."""
