"""Living here for more than three months, where nothing spares it."""

from ouverture.evidence.citations import css, sources
from ouverture.evidence.filing import BY_S1106, EUROPEAN, FAMILY, MUST_SHOW_THREE_MONTHS, NEEDS_A_TITLE, WAITS
from ouverture.evidence.papers import elsewhere, money, residence
from ouverture.evidence.requirement import Option, requirement
from ouverture.law.css.d160_2 import benefit_proves_residence
from ouverture.law.facts.means import eu_resident_five_years
from ouverture.law.facts.plan import homeless
from ouverture.law.facts.stay import stay_document
from ouverture.text import Text

three_months = requirement(
    "three_months",
    (
        Option(money.benefit_statement, benefit_proves_residence.holds),
        residence.three_months_residence,
        residence.lease,
        residence.two_bills,
        Option(residence.hosting_file, proviso=Text("quelqu'un vous héberge", "somebody houses you")),
        residence.other_residence_evidence,
    ),
    MUST_SHOW_THREE_MONTHS,
    (
        "rien ne vous dispense des trois mois de résidence",
        "nothing spares you the three months of residence",
    ),
    (
        "La loi demande de montrer plus de trois mois de résidence sans interruption, par tout moyen.",
        "The law asks you to show more than three months of residence without interruption, by any means.",
    ),
    css.THREE_MONTHS,
    css.BY_ANY_MEANS,
    because=("Vous vivez en France depuis le {in_france_since}.", "You have lived in France since {in_france_since}."),
)

elected_address = requirement(
    "elected_address",
    (residence.domiciliation_certificate,),
    BY_S1106 & ~FAMILY & homeless.is_yes(),
    ("vous n'avez pas de domicile stable", "you have no stable home"),
    (
        "Sans domicile stable, la loi demande d'élire domicile : le courrier de la caisse y arrive.",
        "Without a stable home, the law asks you to elect an address: the caisse's letters arrive there.",
    ),
    css.ELECTED_ADDRESS,
)

insurance_abroad = requirement(
    "insurance_abroad",
    (elsewhere.insurance_periods,),
    WAITS & (~NEEDS_A_TITLE | stay_document.other_than("asylum_certificate")),
    ("vous attendez les trois mois", "you wait for the three months"),
    (
        "Les périodes d'assurance dans l'autre État peuvent compter ; les caisses l'appliquent inégalement : demandez "
        "à la vôtre.",
        "Periods of insurance in the other State may count; caisses apply this unevenly: ask yours.",
    ),
    sources.INSURANCE_ABROAD,
    proviso=(
        "vous venez d'un pays de l'UE, de l'EEE, de Suisse ou du Royaume-Uni où vous étiez assuré",
        "you come from a country of the EU or EEA, Switzerland or the United Kingdom where you were insured",
    ),
)

european_resources = requirement(
    "european_resources",
    (money.resources_proof,),
    EUROPEAN & ~eu_resident_five_years.is_yes(),
    (
        "vous êtes européen, sans activité, depuis moins de cinq ans",
        "you are European, without work, for under five years",
    ),
    (
        "Ameli demande des ressources au niveau du RSA ou de l'ASPA ; les sources se contredisent.",
        "Ameli asks for resources at the level of RSA or ASPA; the sources disagree.",
    ),
    sources.EUROPEAN_RESOURCES,
)

european_former_cover = requirement(
    "european_former_cover",
    (elsewhere.end_of_home_cover,),
    EUROPEAN,
    ("vous êtes européen sans activité", "you are European without work"),
    (
        "Il montre que votre pays ne couvre plus vos soins : la France ne couvre pas qui est encore assuré ailleurs.",
        "It shows that your country no longer covers your care: France does not cover those still insured elsewhere.",
    ),
    sources.EUROPEAN_RESOURCES,
    css.ONLY_A_STATE_SCHEME,
)
