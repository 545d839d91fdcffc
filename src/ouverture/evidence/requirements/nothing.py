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

_ON_VISITS = Text(
    "Rien à envoyer : votre pension ouvre les soins pendant vos séjours.",
    "Nothing to send: your pension opens care during your stays.",
)
_EXAMINED = Text(
    "Rien à redemander : vos droits sont ouverts. Donnez à la caisse une copie du document de la préfecture.",
    "Nothing to claim again: your rights are open. Give the caisse a copy of the prefecture's document.",
)

NOTHING_TO_SEND: dict[str, tuple[Text, tuple[str, ...]]] = {
    "prison": (_PRISON, ("S69", "A27")),
    "born_in_prison": (_PRISON, ("A27",)),
    "minor_alone": (
        Text(
            "Rien à envoyer vous-même : le service qui vous prend en charge dépose le dossier.",
            "Nothing to send yourself: the service that takes you into care files the claim.",
        ),
        ("S65",),
    ),
    "paid_unemployment": (_GOES_ON, ("S16",)),
    "monaco_pensioner_insured": (_GOES_ON, ("S72",)),
    "french_pension": (_GOES_ON, ("S44",)),
    "job_lost": (
        Text(
            "Rien à envoyer : déclarez le changement à votre caisse.",
            "Nothing to send: tell your caisse of the change.",
        ),
        ("S17",),
    ),
    "already_insured": (_GOES_ON, ("A28", "S26", "S51")),
    "open_rights_examined": (_EXAMINED, ("G3", "P1")),
    "worker_with_open_rights_examined": (_EXAMINED, ("G3", "P1")),
    "worker_with_open_rights_examined_on_a_farm": (_EXAMINED, ("G3", "P1", "B11")),
    "worker_with_open_rights_examined_of_religion": (_EXAMINED, ("G3", "P1", "A26")),
    "worker_with_open_rights_examined_of_a_special_scheme": (_EXAMINED, ("G3", "P1", "B10")),
    "soldier_without_a_listed_document": (
        Text(
            "Rien à envoyer à une caisse locale : demandez à votre unité les papiers que veut la CNMSS.",
            "Nothing to send to a local caisse: ask your unit which papers the CNMSS wants.",
        ),
        ("B4", "D6"),
    ),
    "pensioner_abroad_before_2019": (_ON_VISITS, ("S45", "A18")),
    "works_abroad_under_french_law": (
        Text("Rien à envoyer à la caisse : vous restez assuré.", "Nothing to send to the caisse: you stay insured."),
        ("A2", "after/V3"),
    ),
    "pensioner_abroad": (_ON_VISITS, ("S45", "A18")),
    "rights_kept": (_KEPT, ("P1", "S64")),
    "rights_kept_on_a_farm": (_KEPT, ("P1", "S64", "B11")),
    "rights_kept_of_religion": (_KEPT, ("P1", "S64", "A26")),
    "rights_kept_of_a_special_scheme": (_KEPT, ("P1", "S64", "B10")),
    "rights_kept_twelve_months": (_KEPT, ("P1",)),
    "rights_kept_twelve_months_on_a_farm": (_KEPT, ("P1", "B11")),
    "rights_kept_twelve_months_of_religion": (_KEPT, ("P1", "A26")),
    "rights_kept_twelve_months_of_a_special_scheme": (_KEPT, ("P1", "B10")),
}
"""Ground name to the sentence and the rows of the facts files it stands for."""
