"""What the plan needs beyond the verdict: where to send, which papers, which number."""

from ouverture.law.facts.nations import birthplaces
from ouverture.rules.facts import Fact
from ouverture.text import Text

postcode = Fact(
    name="postcode",
    kind="text",
    label=Text("votre code postal", "your postcode"),
    question=Text("Quel est votre code postal en France ?", "What is your postcode in France?"),
    asked_with="lives_in",
)

commune = Fact(
    name="commune",
    kind="text",
    label=Text("votre commune", "your town"),
    question=Text("Dans quelle commune vivez-vous ?", "In which town do you live?"),
)

had_number = Fact(
    name="had_number",
    kind="yes_no",
    asked_with="rights_open",
    label=Text("un ancien numéro de sécurité sociale", "an earlier social security number"),
    question=Text(
        "Avez-vous déjà eu un numéro de sécurité sociale français (travail, études, séjour passé) ?",
        "Have you ever had a French social security number (work, studies, an earlier stay)?",
    ),
    hint=Text(
        "Il est pour la vie : le redonner évite d'en demander un second.",
        "It is for life: giving it again avoids asking for a second one.",
    ),
)

born_in = Fact(
    name="born_in",
    kind="one_of",
    label=Text("votre pays de naissance", "your country of birth"),
    question=Text("Dans quel pays êtes-vous né ?", "In which country were you born?"),
    options=birthplaces(),
)

homeless = Fact(
    name="homeless",
    kind="yes_no",
    label=Text("l'absence de domicile stable", "having no stable home"),
    question=Text("Êtes-vous sans domicile stable ?", "Are you without a stable home?"),
)

works_in_alsace_moselle = Fact(
    name="works_in_alsace_moselle",
    kind="yes_no",
    label=Text("un travail en Alsace-Moselle", "work in Alsace-Moselle"),
    question=Text(
        "Travaillez-vous dans le Bas-Rhin, le Haut-Rhin ou la Moselle ?",
        "Do you work in Bas-Rhin, Haut-Rhin or Moselle?",
    ),
)

private_insurance = Fact(
    name="private_insurance",
    kind="yes_no",
    asked_with="other_cover",
    label=Text("une assurance privée", "private insurance"),
    question=Text(
        "Avez-vous aujourd'hui une assurance santé privée (de voyage, de visa, d'expatriation) ?",
        "Do you have private health insurance today (travel, visa, expatriate)?",
    ),
    hint=Text(
        "Elle ne change pas la réponse ; elle dit si le plan doit vous rappeler de la garder.",
        "It does not change the answer; it tells whether the plan should remind you to keep it.",
    ),
)

renewal = Fact(
    name="renewal",
    kind="one_of",
    label=Text("la suite donnée à votre document de séjour", "what became of your residence document"),
    question=Text(
        "Votre document de séjour a pris fin. Qu'en est-il aujourd'hui ?",
        "Your residence document has ended. What is the position today?",
    ),
    options={
        "not_asked": Text("Je n'ai pas encore demandé un nouveau document", "I have not asked for a new one yet"),
        "waiting": Text(
            "J'en ai demandé un et j'attends la réponse de la préfecture",
            "I have asked for one and wait for the prefecture's answer",
        ),
        "refused": Text(
            "Il m'a été refusé ou retiré, et je ne l'ai pas contesté",
            "It was refused or withdrawn, and I have not contested that",
        ),
        "contested": Text(
            "Il m'a été refusé ou retiré, et je l'ai contesté", "It was refused or withdrawn, and I have contested that"
        ),
    },
)

residence_check = Fact(
    name="residence_check",
    kind="one_of",
    after=("rights_open",),
    label=Text(
        "un contrôle de la caisse sur votre résidence ou votre séjour", "a check by the caisse on your residence"
    ),
    question=Text(
        "La caisse vous a-t-elle écrit pour contrôler votre résidence ou votre séjour ?",
        "Has the caisse written to you to check your residence or your stay?",
    ),
    options={
        "none": Text("Non", "No"),
        "proofs_asked": Text("Oui, elle demande des preuves", "Yes, it asks for proofs"),
        "findings": Text(
            "Oui, elle écrit ce qu'elle a constaté, et veut fermer mes droits",
            "Yes, it writes what it found, and means to close my rights",
        ),
        "closed": Text("Oui, elle a décidé de fermer mes droits", "Yes, it has decided to close my rights"),
    },
    proved_by=(),
    priors={"none": 10.0},
)
