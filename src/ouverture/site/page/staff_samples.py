"""Parts for staff filled in with invented persons and days, for the page that shows them all."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from ouverture.site.page import parts, staff_parts
from ouverture.text import Text

_PROMISED = Text("CRPA L114-5 · 21 j", "CRPA L114-5 · 21 d")
_LATE = parts.Tag("bad", Text("En retard", "Late"))


def _due(day: int, left: int, by_law: bool = False) -> staff_parts.Due:
    return staff_parts.Due(date(2026, 2, day), left, _PROMISED, by_law)


FOR_STAFF: Mapping[str, Any] = {
    "table": staff_parts.StaffTable(
        Text("Pièces à examiner, par échéance", "Papers to examine, by due date"),
        (Text("Pièces", "Papers"), Text("Âge", "Age")),
        (
            staff_parts.StaffRow(
                "OKONKWO Adaeze",
                Text("1994 · Nigéria", "1994 · Nigeria"),
                "#",
                _due(4, -6),
                Text("Répondre à un envoi", "Answer what was sent"),
                ("3/5", "27"),
                _LATE,
            ),
            staff_parts.StaffRow(
                "TORRES Camila",
                Text("1992 · États-Unis", "1992 · United States"),
                "#",
                _due(10, 0, True),
                Text("Examiner l'acte de mariage", "Examine the marriage certificate"),
                ("8/9", "21"),
                parts.Tag("wait", Text("Aujourd'hui", "Today")),
                True,
            ),
            staff_parts.StaffRow(
                "NGUYỄN Thị Mai",
                Text("2001 · Viêt Nam", "2001 · Viet Nam"),
                "#",
                _due(11, 1),
                Text("Examiner 5 pièces", "Examine 5 papers"),
                ("0/5", "20"),
            ),
        ),
        Text("1–3 sur 37", "1–3 of 37"),
    ),
    "panel": staff_parts.SidePanel(
        Text("Aperçu de la ligne choisie", "The chosen row"),
        "TORRES Camila",
        (staff_parts.Named(Text("Rejoint", "Joins"), Text("un conjoint assuré", "an insured spouse")),),
        Text("Ce qu'elle lit en ce moment", "What she reads now"),
        Text("« La caisse examine vos papiers, un par un. »", "“The caisse looks at your papers, one by one.”"),
        Text("Évaluation, la même que la sienne", "Assessment, the same as hers"),
        Text("Droits ouverts dès réception.", "Rights open on receipt."),
        (parts.Link(Text("voir les faits", "see the facts"), "#"),),
        parts.Button(Text("Examiner la pièce", "Examine the paper"), "#"),
    ),
    "counters": [
        staff_parts.Counter(Text("Réception", "Received"), 14, "#"),
        staff_parts.Counter(Text("Pièces", "Papers"), 37, "#", 3, True),
        staff_parts.Counter(Text("Recours", "Appeals"), 2, "#"),
    ],
    "shares": [
        staff_parts.Share(Text("0–7 j", "0–7 d"), 9, "1"),
        staff_parts.Share(Text("8–14 j", "8–14 d"), 12, "2"),
        staff_parts.Share(Text("15–21 j", "15–21 d"), 13, "4"),
        staff_parts.Share(Text("22–30 j", "22–30 d"), 3, "late"),
    ],
    "segments": [
        staff_parts.Segment("accept", Text("Accepter", "Accept"), key="A"),
        staff_parts.Segment("again", Text("Redemander", "Ask again"), True, "R"),
    ],
    "reasons": [
        staff_parts.ReasonChoice(
            "unreadable",
            Text("Copie illisible : le cachet", "Unreadable copy: the seal"),
            Text("Ce qui suffirait : une photo nette de la page 2.", "What would do: a clear photo of page 2."),
            True,
        ),
        staff_parts.ReasonChoice(
            "receipts",
            Text("Trois mois de quittances", "Three months of rent receipts"),
            Text("Pas permis pour cette personne : CSS D160-2 II 3°", "Not allowed for this person: CSS D160-2 II 3°"),
            is_lawful=False,
        ),
    ],
    "aloud": staff_parts.ReadAloud(
        Text(
            "Votre demande est accordée. Vos droits sont ouverts depuis le 16 janvier.",
            "Your claim is granted. Your rights are open from 16 January.",
        ),
        "en",
    ),
    "keys": [
        parts.Key(("J", "K"), Text("suivant, précédent", "next, previous")),
        parts.Key(("A",), Text("accepter", "accept")),
        parts.Key(("?",), Text("tout voir", "all keys")),
    ],
}
"""By the names that the templates of the parts use."""
