"""Living abroad without work: French pensioners on visits, and nobody else."""

from ouverture.law.css.l160_3 import fifteen_years, france_alone_pays, french_pension, lives_abroad
from ouverture.law.facts.person import lives_in
from ouverture.law.grounds.writing import act, ground
from ouverture.rules.rulebook import Verdict

PENSIONER, TIER = "pensioner_abroad", "abroad"
_ON_VISITS = act("pendant vos séjours temporaires en France", "during your temporary stays in France")

GROUNDS = (
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
        TIER,
        "lives_abroad",
        lives_in.among("eu_eea_switzerland", "elsewhere"),
        Verdict.NOT_COVERED,
        "nobody",
        "scheme",
        act("en venant travailler ou vivre en France", "on coming to work or live in France"),
        "La résidence ouvre des droits à qui vit en France ; vous vivez ailleurs.",
        "Residence opens rights to those who live in France; you live elsewhere.",
        rows="A29 after/V1 after/V4",
    ),
)
