"""Article L111-2-2 of the code de la sécurité sociale: door 1, work."""

from ouverture.law.css.l160_1 import works
from ouverture.law.facts.situation import work_kind
from ouverture.law.sources import article, rule

ARTICLE = article("CSS", "L111-2-2", "LEGIARTI000031686324", "55cc00b0b029522a", since="2016-01-01")

EMPLOYED = work_kind.among("employee", "foreign_employer", "researcher", "language_assistant", "au_pair", "assimilated")

employed_in_france = rule(
    ARTICLE,
    "employed_in_france",
    "1° a",
    "Une activité pour le compte d'un ou de plusieurs employeurs, ayant ou non un établissement en France",
    works.holds & EMPLOYED,
    "Travailler en France pour un employeur, même établi à l'étranger, suffit, dès le premier jour.",
    "Working in France for an employer, even one established abroad, is enough, from the first day.",
    rows="A2 S1 S2 S5 S9 S13",
)

self_employed_in_france = rule(
    ARTICLE,
    "self_employed_in_france",
    "1° b",
    "Une activité professionnelle non salariée",
    works.holds & work_kind.among("self_employed", "self_employed_foreign_clients"),
    "Travailler en France à son compte suffit, dès le premier jour.",
    "Working in France for oneself is enough, from the first day.",
    rows="A2 S4",
)

agricultural_work_in_france = rule(
    ARTICLE,
    "agricultural_work_in_france",
    "1°",
    "sont affiliées à un régime obligatoire de sécurité sociale",
    works.holds & work_kind.among("agricultural", "farmer"),
    "Le travail agricole relève de la Mutualité sociale agricole (MSA).",
    "Farm work belongs to the Mutualité sociale agricole (MSA).",
    rows="A2 S3 B11",
)

works_abroad_under_french_law = rule(
    ARTICLE,
    "works_abroad_under_french_law",
    "2°",
    "Qui exercent une activité professionnelle à l'étranger et sont soumises à la législation française de sécurité "
    "sociale",
    works.holds & work_kind.among("abroad_under_french_law"),
    "Qui travaille à l'étranger en restant sous la loi française reste assuré en France.",
    "Whoever works abroad while staying under French law stays insured in France.",
    rows="A2 A19",
)

BLIND_SPOTS = ()
