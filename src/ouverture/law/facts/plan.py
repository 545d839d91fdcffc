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
