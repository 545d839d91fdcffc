"""Cover that another State, or an earlier life, already gives."""

from ouverture.rules.facts import Fact
from ouverture.text import Text

other_cover = Fact(
    name="other_cover",
    kind="one_of",
    after=("activity",),
    label=Text("votre couverture par un autre pays", "your cover from another country"),
    question=Text(
        "Un autre pays paie-t-il vos soins aujourd'hui ? Une assurance privée ne compte pas.",
        "Does another country pay for your care today? Private insurance does not count.",
    ),
    options={
        "none": Text("Non", "No"),
        "s1": Text("Oui, et j'ai un formulaire S1", "Yes, and I hold an S1 form"),
        "eu_scheme": Text(
            "Oui, je suis encore assuré dans un pays de l'UE, de l'EEE, en Suisse ou au Royaume-Uni",
            "Yes, I am still insured in the EU, the EEA, Switzerland or the United Kingdom",
        ),
        "treaty": Text(
            "Oui, par une convention avec la France (par exemple Québec, Andorre), avec son formulaire",
            "Yes, under a treaty with France (for example Québec, Andorra), with its form",
        ),
        "mayotte": Text(
            "Non, mais mes droits sont à Mayotte (CSSM)",
            "No, but my rights are in Mayotte (CSSM)",
        ),
        "pacific_or_spm": Text(
            "Non, mais mes droits sont en Nouvelle-Calédonie (CAFAT), en Polynésie française ou à "
            "Saint-Pierre-et-Miquelon (CPS)",
            "No, but my rights are in New Caledonia (CAFAT), French Polynesia or Saint-Pierre-et-Miquelon (CPS)",
        ),
        "cfe": Text(
            "Je cotise à la Caisse des Français de l'étranger (CFE)",
            "I pay into the Caisse des Français de l'étranger (CFE)",
        ),
    },
    proved_by=("s1_form", "no_other_cover_statement"),
    priors={"none": 20.0},
)

OF_A_TERRITORY = ("mayotte", "pacific_or_spm")
"""Answers that say that a French territory with its own scheme holds the rights: no other State does."""

INSURED_ELSEWHERE = ("s1", "eu_scheme", "treaty")
"""Answers that say that another State pays."""

rights_open = Fact(
    name="rights_open",
    kind="yes_no",
    after=(
        "activity",
        "lives_in",
    ),
    label=Text("vos droits déjà ouverts en France", "your French rights, already open"),
    question=Text(
        "Vos droits à l'assurance maladie française sont-ils ouverts aujourd'hui, ou l'étaient-ils jusqu'à la "
        "fin de votre "
        "document de séjour ?",
        "Are your rights in French health insurance open today, or were they until your residence document ended?",
    ),
    hint=Text(
        "Une attestation de droits de cette année le montre. Un travail ou des études d'il y a des années ne "
        "suffisent pas "
        ": répondez non, et donnez votre ancien numéro.",
        "A certificate of rights of this year shows it. Work or studies of years ago are not enough: answer no, "
        "and give "
        "your earlier number.",
    ),
    proved_by=("rights_certificate",),
    priors={"no": 8.0},
)

france_pays_care_abroad = Fact(
    name="france_pays_care_abroad",
    kind="yes_no",
    after=(
        "lives_in",
        "pension_from",
    ),
    label=Text("la France, seule compétente pour vos soins", "France alone answers for your care"),
    question=Text(
        "La France seule paie-t-elle vos soins dans le pays où vous vivez (S1 délivré par la France) ?",
        "Does France alone pay for your care where you live (an S1 issued by France)?",
    ),
)

treaty_exempt = Fact(
    name="treaty_exempt",
    kind="yes_no",
    after=("activity",),
    label=Text("votre exonération de CSG par convention", "your exemption from CSG by treaty"),
    question=Text(
        "Une convention internationale vous dispense-t-elle de la CSG et des cotisations maladie ?",
        "Does an international treaty exempt you from CSG and health contributions?",
    ),
)
