"""Temporary protection: an administrative decision of March 2022, not an article."""

from ouverture.law.facts.stay import stay_document
from ouverture.law.sources import rule, statement

DECISION = statement("S63", "a9583c9c15b216bb", "Administrative decision of March 2022")

temporary_protection = rule(
    DECISION,
    "temporary_protection",
    "",
    "at once, no form/resources test in 2022 practice",
    stay_document.among("temporary_protection"),
    "La protection temporaire ouvre les droits tout de suite, par décision administrative.",
    "Temporary protection opens rights at once, by administrative decision.",
    rows="S63",
    certainty="M",
    since="2022-03-01",
)

BLIND_SPOTS = ("The day in March 2022 from which the decision applied is not known here.",)
