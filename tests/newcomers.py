"""The newcomers of a tour of the site, all invented: what each would answer, as a form sends it.

Eight persons; the one whose renewal was refused stands here twice, as somebody on the tour read a question otherwise.
"""

from collections.abc import Mapping

NOBODY_ELSE = {
    "lives_in": "france", "other_cover": "none", "private_insurance": "no", "rights_open": "no", "had_number": "no",
    "family_tie": "none", "listed_benefit": "no",
}  # fmt: skip
VISA = {"stay_standing": "in_date", "stay_document": "long_stay_visa_validated"}
_REFUSED = {
    **NOBODY_ELSE, "activity": "none", "postcode": "42000", "in_france_since": "2015-01-10", "rights_open": "yes",
    "had_number": "yes", "nationality": "MA", "born_in": "MA", "stay_standing": "refused", "removal_order": "no",
    "renewal": "refused",
}  # fmt: skip
PEOPLE: Mapping[str, Mapping[str, str]] = {
    "spouse": {
        **NOBODY_ELSE, **VISA, "activity": "none", "postcode": "75011", "in_france_since": "2026-10-05",
        "had_number": "yes", "nationality": "US", "born_in": "US", "stay_document_until": "2027-09-19",
        "family_tie": "spouse", "relative_insured": "yes",
    },
    "student": {
        **NOBODY_ELSE, **VISA, "activity": "studying", "study_kind": "enrolled", "course_started_on": "2026-09-07",
        "postcode": "69007", "in_france_since": "2026-09-01", "nationality": "BR", "born_in": "BR",
        "stay_document_until": "2027-08-31",
    },
    "S1 pensioner": {
        **NOBODY_ELSE, **VISA, "activity": "pension", "pension_from": "eu_eea_switzerland_uk", "postcode": "24000",
        "other_cover": "s1", "in_france_since": "2026-09-01", "nationality": "GB", "born_in": "GB",
        "stay_document_until": "2027-08-31",
    },
    "asylum seeker": {
        **NOBODY_ELSE, "activity": "none", "postcode": "93200", "in_france_since": "2026-09-20", "nationality": "AF",
        "born_in": "AF", "stay_standing": "asked_for", "stay_document": "asylum_certificate",
        "stay_document_until": "2027-03-20",
    },
    "refused, names the card": {
        **_REFUSED, "stay_document": "residence_card", "stay_document_until": "2026-05-15",
    },
    "refused, says none": {**_REFUSED, "stay_document": "none", "irregular_since": "2026-05-15"},
    "remote worker": {
        **NOBODY_ELSE, **VISA, "activity": "working", "work_kind": "self_employed_foreign_clients",
        "work_started_on": "2026-06-01", "postcode": "31000", "in_france_since": "2026-06-01", "nationality": "US",
        "born_in": "US", "stay_document_until": "2027-05-31", "stay_label": "visitor",
    },
    "knows nothing": {},
    "French returnee": {
        **NOBODY_ELSE, "activity": "none", "postcode": "44000", "in_france_since": "2026-10-20", "had_number": "yes",
        "nationality": "FR", "born_in": "FR",
    },
}  # fmt: skip
