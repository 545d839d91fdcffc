"""Who the person is, and where they live."""

from ouverture.law.facts.nations import NO_NATIONALITY, nationalities, states_of_territories, to_ask
from ouverture.rules.facts import Fact
from ouverture.text import Text

nationality = Fact(
    name="nationality",
    kind="one_of",
    after=("activity",),
    label=Text("votre nationalité", "your nationality"),
    question=Text("Quelle est votre nationalité ?", "What is your nationality?"),
    options=nationalities(),
    hint=Text(
        "Si vous en avez plusieurs : choisissez la française, sinon celle d'un pays de l'Union européenne, de "
        "l'Espace économique européen ou la suisse, sinon celle de votre document de séjour.",
        "If you have several: choose French if you have it, else one of the European Union, the European Economic "
        "Area or Switzerland, else the one on your residence document.",
    ),
    also_written={**states_of_territories(), **dict.fromkeys(("STATELESS", "APATRIDE", "XXA"), NO_NATIONALITY)},
    not_an_answer=to_ask(),
    proved_by=("identity_document",),
    priors={"FR": 60.0, "DZ": 12.0, "GB": 12.0, "DE": 10.0, "IT": 10.0, "ES": 8.0, "PT": 8.0},
)

lives_in = Fact(
    name="lives_in",
    kind="one_of",
    after=("activity",),
    label=Text("l'endroit où vous vivez", "where you live"),
    question=Text("Où vivez-vous aujourd'hui ?", "Where do you live today?"),
    hint=Text(
        "Si vous partagez l'année entre deux pays : en France si votre foyer y est, ou si vous y passez plus de six "
        "mois de l'année civile.",
        "If you share the year between two countries: in France if your home is there, or if you spend more than six "
        "months of the calendar year there.",
    ),
    options={
        "france": Text(
            "En France : métropole, Guadeloupe, Guyane, Martinique, La Réunion, Saint-Barthélemy, Saint-Martin",
            "In France: mainland, Guadeloupe, French Guiana, Martinique, Réunion, Saint-Barthélemy, Saint-Martin",
        ),
        "mayotte": Text("À Mayotte", "In Mayotte"),
        "new_caledonia": Text("En Nouvelle-Calédonie", "In New Caledonia"),
        "french_polynesia": Text("En Polynésie française", "In French Polynesia"),
        "saint_pierre_et_miquelon": Text("À Saint-Pierre-et-Miquelon", "In Saint-Pierre-et-Miquelon"),
        "wallis_et_futuna": Text("À Wallis-et-Futuna", "In Wallis and Futuna"),
        "monaco": Text("À Monaco", "In Monaco"),
        "eu_eea_switzerland": Text(
            "Dans un autre pays de l'Union européenne, de l'Espace économique européen, ou en Suisse",
            "In another country of the European Union or European Economic Area, or in Switzerland",
        ),
        "elsewhere": Text("Ailleurs dans le monde", "Elsewhere in the world"),
    },
    proved_by=("proof_of_address",),
    priors={"france": 60.0},
)

born_on = Fact(
    name="born_on",
    kind="date",
    label=Text("votre date de naissance", "your date of birth"),
    question=Text("Quelle est votre date de naissance ?", "What is your date of birth?"),
    proved_by=("identity_document",),
)
