"""Parts for people filled in with invented persons and days, for the page that shows them all."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from ouverture.site.page import parts
from ouverture.text import Text

YOU, CAISSE = Text("Vous", "You"), Text("La caisse", "The caisse")

FOR_PEOPLE: Mapping[str, Any] = {
    "act": parts.NextAct(
        "caisse",
        CAISSE,
        Text("le prochain acte n'est pas le vôtre", "the next act is not yours"),
        Text(
            "La caisse doit réexaminer le blocage de votre commande de carte",
            "The caisse must look again at the hold on your card order",
        ),
        Text(
            "Vos données sont en cours de vérification par l'agent 7. Vos droits et vos remboursements continuent.",
            "Your data are being checked by agent 7. Your rights and refunds go on.",
        ),
        parts.DateLeaf(date(2026, 2, 8), Text("dans 8 jours", "in 8 days")),
        Text("Si elle ne le fait pas", "If it does not"),
        Text("Le blocage tombe de lui-même, et vous êtes prévenue.", "The hold falls by itself, and you are told."),
        parts.Button(Text("Demander la carte par formulaire papier", "Ask for the card by paper form"), "#"),
        parts.Link(Text("Ce que cela bloque, et rien d'autre", "What this holds, and nothing else"), "#"),
    ),
    "own_act": parts.NextAct(
        "person",
        YOU,
        Text("votre prochain acte", "your next act"),
        Text("Commander votre carte Vitale", "Order your carte Vitale"),
        Text("Avec votre passeport et une photo. C'est gratuit.", "With your passport and a photo. It is free."),
        parts.DateLeaf(date(2026, 3, 11), Text("29 jours restent", "29 days left")),
        Text("Si vous ne le faites pas", "If you do not"),
        Text("Vos droits restent ouverts. Gardez les feuilles de soins.", "Your rights stay open. Keep care sheets."),
        parts.Button(Text("Commander ma carte", "Order my card"), "#", "arrow-right"),
    ),
    "doors": [
        parts.Door(
            Text("Arriver", "Arrive"), "house", "person", YOU, Text("Le travail, la famille.", "Work, family."), "open"
        ),
        parts.Door(Text("Réunir", "Gather"), "list-checks", "person", YOU, Text("Une liste.", "One list."), "open"),
        parts.Door(
            Text("Envoyer", "Send"),
            "send",
            "person",
            YOU,
            Text("Par la poste.", "By post."),
            "open",
            Text("3 à 5 jours", "3–5 days"),
        ),
        parts.Door(
            Text("Reçu", "Receipt"),
            "stamp",
            "caisse",
            CAISSE,
            Text("Il nomme tout.", "It names all."),
            "ajar",
            Text("1 à 2 mois", "1–2 months"),
        ),
        parts.Door(Text("Numéro", "Number"), "id-card", "caisse", CAISSE, Text("Pour la vie.", "For life.")),
        parts.Door(Text("Compte", "Account"), "key-round", "person", YOU, Text("Un code.", "A code.")),
        parts.Door(
            Text("Carte", "Card"), "credit-card", "person", YOU, Text("Pas pour vous.", "Not for you."), "dashed"
        ),
    ],
    "rows": [
        parts.Row("ready", Text("Passeport", "Passport"), Text("Copie.", "Copy."), Text("Prêt", "Ready")),
        parts.Row(
            "look",
            Text("Acte de mariage", "Marriage certificate"),
            Text("Le cachet ne se lit pas.", "The seal cannot be read."),
            Text("À revoir", "Look again"),
            parts.Link(Text("Voir", "See"), "#", more=Text("l'acte", "the certificate")),
        ),
        parts.Row(
            "replace",
            Text("RIB", "Bank details"),
            Text("Un autre nom.", "Another name."),
            Text("À remplacer", "Replace"),
        ),
        parts.Row(
            "to_get",
            Text("Formulaire S1106", "Form S1106"),
            Text("Nous le remplissons.", "We fill it."),
            Text("À obtenir", "To get"),
            button=parts.Button(Text("Imprimer", "Print"), "#"),
        ),
        parts.Row(
            "may_follow",
            Text("Acte de naissance", "Birth certificate"),
            Text("Peut suivre.", "May follow."),
            Text("Peut suivre", "May follow"),
        ),
        parts.Row(
            "not_asked",
            Text("Trois mois de factures", "Three months of bills"),
            Text("Ne peut être demandé.", "May not be asked."),
            Text("Pas demandé", "Not asked"),
        ),
    ],
    "checks": [
        parts.Check(
            "failed",
            Text("le compte est au nom d'un autre.", "the account is in another name."),
            Text("Règle : le titulaire est la personne remboursée.", "Rule: the holder is the person repaid."),
            1,
        ),
        parts.Check(
            "unsure",
            Text("le cachet est flou.", "the seal is blurred."),
            Text("Photographiez-le à plat.", "Photograph it flat."),
            2,
        ),
        parts.Check("passed", Text("l'IBAN est bien formé.", "the IBAN is well formed."), place=3),
    ],
    "tags": [
        parts.Tag("good", Text("Prêt", "Ready")),
        parts.Tag("wait", Text("À revoir", "Look again")),
        parts.Tag("bad", Text("À remplacer", "Replace"), "x"),
        parts.Tag("plain", Text("À obtenir", "To get")),
    ],
    "aside": parts.LawAside(
        "CSS L160-5",
        "[…] dès qu'elle justifie de son identité et de sa résidence stable et régulière.",
        ("son identité et de sa résidence stable et régulière",),
        Text(
            "Dès que l'on prouve son identité et une résidence stable et régulière.",
            "As soon as you prove your identity and a stable, regular residence.",
        ),
        "#",
    ),
    "notices": [
        parts.Notice(
            "done",
            Text("C'est noté.", "Said and done."),
            Text(
                "La caisse a jusqu'au 18 mars pour tenir sa promesse.",
                "The caisse has until 18 March to keep its promise.",
            ),
        ),
        parts.Notice(
            "careful",
            Text("Attention.", "Be careful."),
            Text(
                "Les sources diffèrent sur ce point. Les deux sont montrées.",
                "Sources disagree on this point. Both are shown.",
            ),
        ),
        parts.Notice(
            "late",
            Text("La date est passée.", "Past its date."),
            Text("Une lettre est prête pour vous.", "A letter is ready for you."),
        ),
        parts.Notice("plain", Text("À savoir.", "To know."), Text("Rien à faire.", "Nothing to do.")),
    ],
    "choices": [
        parts.Choice("spouse", Text("Mon mari ou ma femme", "My husband or wife")),
        parts.Choice(
            "partner",
            Text("Mon ou ma partenaire", "My partner"),
            Text("Vivre en couple suffit.", "Living together counts."),
        ),
        parts.Choice(
            "unknown",
            Text("Je ne sais pas", "I don't know"),
            Text("Nous continuons, et montrons les deux réponses.", "We go on, and show both answers."),
            not_known=True,
        ),
    ],
    "errors": [
        parts.FieldError(
            "arrived-day",
            Text(
                "Le 31 2 2026 n'existe pas : vérifiez le jour et le mois.",
                "31 2 2026 does not exist: check the day and the month.",
            ),
        )
    ],
    "field_error": Text("le 31 2 2026 n'existe pas.", "31 2 2026 does not exist."),
    "field_label": Text("Quand est-ce arrivé ?", "When did it arrive?"),
    "field_hint": Text("C'est sur l'avis signé.", "It is on the signed slip."),
    "field_typed": {"day": "31", "month": "2", "year": "2026"},
    "empty": parts.Empty(
        "mail",
        Text("Pas encore de lettre", "No letter yet"),
        Text(
            "L'accusé de réception devrait arriver avant le 22 janvier. Notez-le ici quand il arrive.",
            "The receipt should come by 22 January. When it does, log it here.",
        ),
        parts.Button(Text("Noter ce qui est arrivé", "Log what came"), "#"),
    ),
    "tour": {
        "at": 2,
        "of": 4,
        "title": Text("Cette barre est honnête", "This bar is honest"),
        "says": Text("Plein : d'habitude. Contour : c'est déjà arrivé.", "Filled is usual. Outlined has happened."),
        "next": None,
        "end": parts.Link(Text("Finir la visite", "End the tour"), "#"),
    },
    "things": [
        parts.Held(
            "id-card",
            "open",
            Text("Numéro", "Number"),
            Text("2 91 07 99 404 123 37", "2 91 07 99 404 123 37"),
            Text("À vous pour la vie.", "Yours for life."),
            parts.Link(Text("Ce qu'il ouvre", "What it opens"), "#"),
        ),
        parts.Held(
            "credit-card",
            "shut",
            Text("Carte", "Card"),
            Text("À commander", "To be ordered"),
            Text("Puis à mettre à jour chaque année.", "Then update it once a year."),
            parts.Link(Text("La commander", "Order it"), "#"),
        ),
    ],
    "stages": [
        Text("Vos données", "Your data"),
        Text("Pièce d'identité", "Identity paper"),
        Text("Photo", "Photo"),
        Text("Vérifier et commander", "Check and order"),
    ],
    "rungs": [
        parts.Rung("past", Text("Date passée", "Date passed"), Text("6 février", "6 February")),
        parts.Rung("past", Text("Lettre", "Letter"), Text("Envoyée le 9.", "Posted on the 9th.")),
        parts.Rung(
            "now",
            Text("Appel", "Call"),
            Text("Prêt pour aujourd'hui.", "Prepared for today."),
            parts.Button(Text("Ouvrir la fiche d'appel", "Open the call sheet"), "#", "phone"),
        ),
        parts.Rung(
            "later", Text("Recours prévu par la loi", "Remedy of law"), Text("À partir du 9 mars.", "From 9 March.")
        ),
    ],
}
"""By the names that the templates of the parts use."""
