"""Article L411-1 of the CESEDA: a residence permit is asked of adults only. The text is not held, only our source."""

from ouverture.law.facts.stay import stay_document
from ouverture.law.sources import rule, statement

MINORS = statement("G6", "fec20f2c2fd0cd33", "CESEDA L411-1")

minor_needs_no_permit = rule(
    MINORS,
    "minor_needs_no_permit",
    "",
    "Minors: no titre needed to be regular.",
    stay_document.among("none_under_18"),
    "Avant 18 ans, aucun titre de séjour n'est demandé, même à qui travaille ou étudie.",
    "Before 18, no residence permit is asked, even of one who works or studies.",
    rows="G6",
    certainty="M",
)

BLIND_SPOTS = (
    "The text of L411-1 is not held; that a caisse reads it so for a minor at work is not said by a source.",
    "Whether a foreign minor needs a permit to work was not found.",
)
