"""Article R111-3 of the code de la sécurité sociale: French, or in regular stay, and under no other State."""

from datetime import date

from ouverture.law.arretes.arr2017 import listed_document
from ouverture.law.ceseda.l411_1 import minor_needs_no_permit
from ouverture.law.facts.elsewhere import OF_A_TERRITORY, other_cover
from ouverture.law.facts.person import nationality
from ouverture.law.facts.stay import in_france_since, stay_document, stay_document_until, stay_standing
from ouverture.law.sources import article, rule, statement
from ouverture.places.memberships import EU_EEA_SWITZERLAND

ARTICLE = article("CSS", "R111-3", "LEGIARTI000038701568", "c71cb4bb32f65f69", since="2019-11-01")
WITHDRAWAL = statement("S40", "3b2cdc587cf68fb3", "EU–UK Withdrawal Agreement")

under_no_other_state = rule(
    ARTICLE,
    "under_no_other_state",
    "I al. 1",
    "ne relèvent pas, par ailleurs, d'un régime de sécurité sociale d'un autre Etat",
    other_cover.among("none", "cfe", *OF_A_TERRITORY),
    "Aucun autre État ne doit avoir la charge de vos soins.",
    "No other State may be in charge of your care.",
    rows="A12 S49",
    since="2016-01-01",
)

french_national = rule(
    ARTICLE,
    "french_national",
    "I al. 1",
    "les personnes qui sont de nationalité française",
    nationality.among("FR"),
    "Un Français n'a pas de séjour à justifier.",
    "A French national has no right of stay to prove.",
    rows="A12 G1",
    since="2016-01-01",
)

QUOTE_EU = (
    "qui ne sont pas ressortissants d'un Etat membre de l'Union européenne, d'un Etat partie à l'accord sur l'Espace "
    "économique européen ou de la Confédération suisse"
)
SAYS_EU = (
    "Un ressortissant de l'Union européenne, de l'Espace économique européen ou de la Suisse n'a pas de titre à "
    "montrer.",
    "A national of the European Union, the European Economic Area or Switzerland has no permit to show.",
)
_EU = sorted(EU_EEA_SWITZERLAND - {"FR"})

eu_national_with_uk = rule(
    ARTICLE,
    "eu_national",
    "I al. 2",
    QUOTE_EU,
    nationality.among(*_EU, "GB"),
    *SAYS_EU,
    rows="G1 S40",
    since="2016-01-01",
    until="2021-01-01",
)

eu_national = rule(
    ARTICLE,
    "eu_national",
    "I al. 2",
    QUOTE_EU,
    nationality.among(*_EU),
    *SAYS_EU,
    rows="G1 S41",
    since="2021-01-01",
)

withdrawal_agreement_card = rule(
    WITHDRAWAL,
    "withdrawal_agreement_card",
    "",
    "accept as EU-law titre, flag",
    nationality.among("GB") & stay_document.among("withdrawal_agreement"),
    "Un Britannique installé avant 2021 garde, par l'accord de retrait, des droits de type européen.",
    "A British national settled before 2021 keeps EU-style rights under the Withdrawal Agreement.",
    rows="S40",
    certainty="M",
    since="2021-01-01",
)

document_in_date = rule(
    ARTICLE,
    "document_in_date",
    "II",
    "La condition de régularité du séjour des personnes est appréciée au jour de la demande",
    stay_standing.other_than("ended") & stay_document_until.not_past(),
    "Le document doit être valable le jour de la demande, même si la caisse l'examine plus tard.",
    "The document must be valid on the day of the claim, even if the caisse looks at it later.",
    rows="G4",
    since="2016-01-01",
)

document_of_a_third_country_national = rule(
    ARTICLE,
    "document_of_a_third_country_national",
    "I al. 2",
    "la liste des titres ou documents attestant la régularité de la situation des personnes de nationalité étrangère",
    ~french_national.holds & ~eu_national.holds & listed_document.holds & document_in_date.holds,
    "Vous avez un document de séjour de la liste, en cours de validité.",
    "You hold a residence document on the list, in date.",
    rows="G2 G4",
    since="2016-01-01",
)

regular_stay = rule(
    ARTICLE,
    "regular_stay",
    "I al. 1",
    "les personnes qui sont de nationalité française ou sont en situation régulière au regard de la législation sur "
    "le séjour des étrangers en France",
    french_national.holds
    | eu_national.holds
    | withdrawal_agreement_card.holds
    | document_of_a_third_country_national.holds
    | minor_needs_no_permit.holds,
    "Il faut être français, européen, mineur, ou avoir un document de séjour de la liste, en cours de validité.",
    "You must be French, European, a minor, or hold a residence document on the list, in date.",
    rows="A12 G1 G2 G6",
    since="2016-01-01",
)

briton_settled_before_2021 = rule(
    WITHDRAWAL,
    "briton_settled_before_2021",
    "",
    "UK, settled before 2021-01-01",
    nationality.among("GB") & stay_document.among("none") & ~in_france_since.at_least(date(2021, 1, 1)),
    "Un Britannique installé avant 2021, sans sa carte : nos sources ne disent pas si elle se demande encore.",
    "A British national settled before 2021, without the card: our sources do not say whether it may still be had.",
    rows="S40",
    certainty="L",
    since="2021-01-01",
)

withdrawal_card_of_another_national = rule(
    WITHDRAWAL,
    "withdrawal_card_of_another_national",
    "",
    "accept as EU-law titre, flag",
    nationality.other_than("GB")
    & ~french_national.holds
    & ~eu_national.holds
    & stay_document.among("withdrawal_agreement")
    & document_in_date.holds,
    "Vous avez une carte de l'accord de retrait sans être britannique : nos sources ne parlent que des Britanniques.",
    "You hold a Withdrawal Agreement card without being British: our sources speak of British nationals only.",
    rows="S40",
    certainty="L",
    since="2021-01-01",
)

BLIND_SPOTS = (
    "Whether the Withdrawal Agreement card of a relative who is not British gives European-style rights was not found.",
)
