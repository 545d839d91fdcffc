"""Grounds for which there is nothing to send, said in so many words."""

from ouverture.text import Text

_PRISON = Text(
    "Rien à envoyer : l'établissement pénitentiaire fait la démarche.", "Nothing to send: the prison does it."
)
_GOES_ON = Text(
    "Rien à envoyer : vos droits continuent et vous gardez votre caisse.",
    "Nothing to send: your rights go on and you keep your caisse.",
)
_KEPT = Text(
    "Rien à envoyer pour garder ces droits. Préparez le nouveau document de séjour pour la suite.",
    "Nothing to send to keep these rights. Prepare the new residence document for afterwards.",
)

NOTHING_TO_SEND: dict[str, tuple[Text, tuple[str, ...]]] = {
    "prison": (_PRISON, ("S69", "A27")),
    "born_in_prison": (_PRISON, ("A27",)),
    "paid_unemployment": (_GOES_ON, ("S16",)),
    "french_pension": (_GOES_ON, ("S44",)),
    "job_lost": (
        Text(
            "Rien à envoyer : déclarez le changement à votre caisse.",
            "Nothing to send: tell your caisse of the change.",
        ),
        ("S17",),
    ),
    "already_insured": (_GOES_ON, ("A28", "S26", "S51")),
    "works_abroad_under_french_law": (
        Text("Rien à envoyer à la caisse : vous restez assuré.", "Nothing to send to the caisse: you stay insured."),
        ("A2", "after/V3"),
    ),
    "pensioner_abroad": (
        Text(
            "Rien à envoyer : votre pension ouvre les soins pendant vos séjours.",
            "Nothing to send: your pension opens care during your stays.",
        ),
        ("S45", "A18"),
    ),
    "rights_kept": (_KEPT, ("P1", "S64")),
    "rights_kept_twelve_months": (_KEPT, ("P1",)),
}
"""Ground name to the sentence and the rows of the facts files it stands for."""
