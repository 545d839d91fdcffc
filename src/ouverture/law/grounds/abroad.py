"""Living abroad without work: French pensioners on visits, and nobody else."""

from ouverture.law.css.l160_1 import does_not_work
from ouverture.law.css.l160_3 import (
    any_pension_before_2019,
    fifteen_years,
    france_alone_pays,
    french_pension,
    lives_abroad,
)
from ouverture.law.css.l161_1 import family_member
from ouverture.law.css.l311_5 import paid_unemployment
from ouverture.law.facts.elsewhere import other_cover
from ouverture.law.facts.family import relative_insured
from ouverture.law.facts.person import lives_in
from ouverture.law.grounds.work import WORKS_WITHOUT_REGULAR_STAY
from ouverture.law.grounds.writing import NEVER, act, ground
from ouverture.rules.rulebook import Doubt, Verdict
from ouverture.text import Text

PENSIONER, VISITING, TIER = "pensioner_abroad", "visiting", "abroad"
_ON_VISITS = act("pendant vos séjours temporaires en France", "during your temporary stays in France")

PENSIONERS = (
    ground(
        PENSIONER,
        "pensioner_abroad",
        lives_abroad.holds & french_pension.holds & (france_alone_pays.holds | fifteen_years.holds),
        Verdict.COVERED,
        "pension_scheme",
        "nothing",
        _ON_VISITS,
        "Votre pension française couvre vos soins pendant vos séjours en France.",
        "Your French pension covers your care during your stays in France.",
        rows="S45 A18",
    ),
    ground(
        PENSIONER,
        "pensioner_abroad_before_2019",
        lives_abroad.holds & any_pension_before_2019.holds,
        Verdict.COVERED,
        "pension_scheme",
        "nothing",
        _ON_VISITS,
        "À cette date, votre pension française couvrait vos soins pendant vos séjours en France.",
        "On that date, your French pension covered your care during your stays in France.",
        rows="S45 A18",
        certainty="M",
        until="2019-07-01",
    ),
)

GROUNDS = (
    ground(
        VISITING,
        "visitor_insured_in_europe",
        does_not_work.holds
        & (
            (lives_in.among("eu_eea_switzerland") & other_cover.among("s1", "eu_scheme"))
            | (lives_in.among("elsewhere") & other_cover.among("eu_scheme"))
        ),
        Verdict.SERVED_FOR_ANOTHER_STATE,
        "home_state",
        "ehic",
        NEVER,
        "Vous vivez hors de France : lors d'un séjour, la carte européenne de votre pays vaut pour les soins "
        "nécessaires.",
        "You live outside France: during a stay, your country's European card works for the care you need.",
        rows="S21 S36 S41",
        certainty="M",
    ),
    ground(
        TIER,
        "lives_abroad",
        lives_in.among("eu_eea_switzerland", "elsewhere"),
        Verdict.NOT_COVERED,
        "nobody",
        "private",
        act("en venant travailler ou vivre en France", "on coming to work or live in France"),
        "La résidence ouvre des droits à qui vit en France ; vous vivez ailleurs.",
        "Residence opens rights to those who live in France; you live elsewhere.",
        rows="A29 after/V1 after/V4",
        doubts=(
            Doubt(
                family_member.holds & relative_insured.is_yes(),
                Text(
                    "Vous vivez hors de France. La famille d'un assuré de France peut être couverte là où elle "
                    "vit, par un "
                    "règlement européen ou une convention (L160-4) : demandez-le à la caisse de votre proche.",
                    "You live outside France. The family of a person insured in France may be covered where they live, "
                    "by a European regulation or a treaty (L160-4): ask your relative's caisse.",
                ),
            ),
            Doubt(
                WORKS_WITHOUT_REGULAR_STAY,
                Text(
                    "Un travail fait en France assure où que l'on vive, si le séjour est en règle (L115-6). Vivant "
                    "hors de France sans document français, demandez à l'employeur et à la CPAM ce qu'ils retiennent "
                    ": les cotisations, elles, sont dues.",
                    "Work done in France insures wherever one lives, if the stay is regular (L115-6). As you live "
                    "outside France without a French document, ask your employer and the CPAM what they hold: "
                    "contributions are due in any case.",
                ),
            ),
            Doubt(
                paid_unemployment.holds,
                Text(
                    "Vous vivez hors de France, mais une allocation de France Travail garde la qualité d'assuré "
                    "(L311-5) : ce qu'elle couvre dans un autre pays n'est pas vérifié. Demandez-le à France Travail "
                    "et à votre caisse.",
                    "You live outside France, but a benefit of France Travail keeps the status of insured (L311-5): "
                    "what it covers in another country is not verified. Ask France Travail and your caisse.",
                ),
            ),
        ),
    ),
)
