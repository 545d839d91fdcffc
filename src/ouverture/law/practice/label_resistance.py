"""Joining family with a label other than "private and family life": the law looks at the tie, some at the label."""

from ouverture.law.css.d160_2 import family_at_once
from ouverture.law.css.r111_3 import document_of_a_third_country_national
from ouverture.law.facts.stay import stay_label
from ouverture.law.sources import rule, statement

ANSWER = statement("C7", "37b8f76398a1d563", "ameli forum, expert answer 2024–2025")

label_may_meet_resistance = rule(
    ANSWER,
    "label_may_meet_resistance",
    "",
    "any listed titre (Arr2017) v. VPF only (Forum-ameli 2024–25)",
    family_at_once.holds & document_of_a_third_country_national.holds & stay_label.other_than("family"),
    "Vous rejoignez un assuré avec un document dont la mention n'est pas « vie privée et familiale ».",
    'You are joining an insured person with a document whose label is not "private and family life".',
    rows="C7 S31",
    certainty="M",
)

BLIND_SPOTS = ("Which offices refuse, and how often, is not known: one certified forum answer is the only source.",)
