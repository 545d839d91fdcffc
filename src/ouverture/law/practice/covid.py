"""The two waivers of the wait for people who came back during Covid. They have ended."""

from datetime import date

from ouverture.law.css.r111_3 import french_national
from ouverture.law.facts.stay import in_france_since
from ouverture.law.sources import rule, statement

WAIVERS = statement("S46", "02670122654c1186", "Covid waivers")

covid_return = rule(
    WAIVERS,
    "covid_return",
    "",
    "Covid waivers (2020-03-01→2020-09-30, 2020-10-01→2021-04-01) have ended",
    french_national.holds & in_france_since.at_least(date(2020, 3, 1)),
    "Du 1er mars 2020 au 1er avril 2021, un Français rentré en France n'attendait pas trois mois.",
    "From 1 March 2020 to 1 April 2021, a French national who came back did not wait three months.",
    rows="S46",
    certainty="M",
    since="2020-03-01",
    until="2021-04-02",
)

BLIND_SPOTS = ("Whether the Covid waivers covered returning non-French residents is not stated in our sources.",)
