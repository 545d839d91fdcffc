"""The person of the article, as she types her answers."""

from collections.abc import Mapping

SPOUSE: Mapping[str, str] = {
    "activity": "none",
    "lives_in": "france",
    "postcode": "75011",
    "nationality": "US",
    "other_cover": "none",
    "private_insurance": "no",
    "in_france_since": "2026-10-05",
    "stay_standing": "in_date",
    "stay_document": "long_stay_visa_validated",
    "stay_document_until": "2027-09-19",
    "rights_open": "no",
    "had_number": "yes",
    "family_tie": "spouse",
    "relative_insured": "yes",
    "born_in": "US",
    "listed_benefit": "no",
}
"""The American wife of an insured Frenchman, in Paris; once worked in France, so has an old number."""
