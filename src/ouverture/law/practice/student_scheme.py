"""The student scheme that ended in 2018-2019."""

from ouverture.law.facts.situation import activity, study_kind
from ouverture.law.sources import rule, statement

ENDED = statement("S20", "994fb3d9bfc2d402", "Student scheme until 2018")

student_scheme = rule(
    ENDED,
    "student_scheme",
    "",
    'the old "under 28" rule died with the student scheme in 2018–19',
    activity.among("studying") & study_kind.among("enrolled"),
    "Jusqu'à la rentrée 2018, les étudiants relevaient du régime étudiant.",
    "Until the autumn of 2018, students belonged to the student scheme.",
    rows="S20 C12",
    certainty="M",
    until="2018-09-01",
)

BLIND_SPOTS = (
    "Students attached to a student body on 31 August 2018 stayed with it until 31 August 2019 (note under L160-18).",
)
