"""Article L432-9 of the CESEDA: the student who works too much may lose the card."""

from ouverture.law.css.l160_1 import works
from ouverture.law.facts.situation import WORK_DONE_IN_FRANCE, work_kind
from ouverture.law.facts.stay import stay_label
from ouverture.law.sources import article, rule

ARTICLE = article("CESEDA", "L432-9", "CESEDA-L432-9-2021-05-01", "663254c70a26e81c", since="2021-05-01")

student_at_work = rule(
    ARTICLE,
    "student_at_work",
    "",
    "qui ne respecte pas la limite de 60 % de la durée de travail annuelle",
    works.holds & work_kind.among(*WORK_DONE_IN_FRANCE) & stay_label.among("student"),
    "Avec un titre « étudiant », le travail est limité à 60 % de la durée annuelle.",
    'With a "student" permit, work is limited to 60 % of the yearly hours.',
    rows="S28",
)

BLIND_SPOTS = ("How many hours a student has worked is not asked.",)
