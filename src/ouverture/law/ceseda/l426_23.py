"""Article L426-23 of the CESEDA: the trainee's card opens no salaried work."""

from ouverture.law.css.l111_2_2 import employed_in_france
from ouverture.law.facts.situation import work_kind
from ouverture.law.facts.stay import stay_label
from ouverture.law.sources import article, rule

ARTICLE = article("CESEDA", "L426-23", "CESEDA-L426-23-2021-05-01", "c6d67ce6782d3d75", since="2021-05-01")

trainee_at_work = rule(
    ARTICLE,
    "trainee_at_work",
    "al. 3",
    "cette carte n'autorise pas l'exercice d'une activité professionnelle salariée",
    (employed_in_france.holds | work_kind.among("agricultural")) & stay_label.among("trainee"),
    "Le titre « stagiaire » n'autorise pas le travail salarié.",
    'The "trainee" permit does not authorise salaried work.',
    rows="S12",
)

BLIND_SPOTS = ()
