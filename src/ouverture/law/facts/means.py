"""Benefits and resources, asked only where the law looks at them."""

from ouverture.rules.facts import Fact
from ouverture.text import Text

listed_benefit = Fact(
    name="listed_benefit",
    kind="yes_no",
    after=("in_france_since",),
    label=Text("une prestation qui prouve la résidence", "a benefit that proves residence"),
    question=Text(
        "Recevez-vous l'une de ces aides : prestations familiales, minimum vieillesse, aide au logement, RSA ou "
        "autre aide sociale (hors AME), AAH, aide aux anciens migrants ?",
        "Do you receive one of these: family benefits, old-age minimum, housing aid, RSA or other social aid (not "
        "AME), AAH, aid to former migrants?",
    ),
    proved_by=("benefit_statement",),
    priors={"no": 8.0},
)

eu_resident_five_years = Fact(
    name="eu_resident_five_years",
    kind="yes_no",
    after=("nationality",),
    label=Text("cinq ans de séjour légal en France", "five years of legal stay in France"),
    question=Text(
        "Vivez-vous légalement en France depuis cinq ans ou plus ?",
        "Have you lived legally in France for five years or more?",
    ),
    priors={"no": 5.0},
)

resources_reach_rsa = Fact(
    name="resources_reach_rsa",
    kind="yes_no",
    after=("nationality",),
    label=Text("des ressources au niveau du RSA", "resources at the level of RSA"),
    question=Text(
        "Vos ressources atteignent-elles le RSA (ou l'ASPA à partir de son âge) pour votre foyer ?",
        "Do your resources reach the RSA (or the ASPA from its age) for your household?",
    ),
    proved_by=("resources_proof",),
    priors={"yes": 2.0},
)

resources_under_c2s = Fact(
    name="resources_under_c2s",
    kind="yes_no",
    after=(
        "nationality",
        "stay_document",
    ),
    label=Text("des ressources sous le plafond de la C2S gratuite", "resources under the free C2S ceiling"),
    question=Text(
        "Les ressources de votre foyer sont-elles sous le plafond de la C2S gratuite ?",
        "Are your household's resources under the ceiling of the free C2S?",
    ),
    proved_by=("resources_proof",),
    priors={"yes": 2.0},
)

household_size = Fact(
    name="household_size",
    kind="whole_number",
    label=Text("le nombre de personnes de votre foyer", "the number of people in your household"),
    question=Text(
        "Combien de personnes compte votre foyer (vous, conjoint, personnes à charge de moins de 25 ans) ?",
        "How many people are in your household (you, partner, dependants under 25)?",
    ),
)

annual_resources = Fact(
    name="annual_resources",
    kind="money",
    label=Text("les ressources annuelles de votre foyer", "your household's yearly resources"),
    question=Text(
        "Quelles ont été les ressources nettes de votre foyer sur les 12 mois que la loi regarde ?",
        "What were your household's net resources over the 12 months the law looks at?",
    ),
)
