"""Leaving France: when rights end, what replaces them, and what stays."""

from ouverture.law.after.statement import stated
from ouverture.law.css.l160_3 import ARTICLE as PENSIONERS
from ouverture.law.css.r762_8 import ARTICLE as BRIDGE
from ouverture.law.facts.situation import activity, pension_from
from ouverture.law.sources import article, statement

CLOSING = article("CSS", "R114-10-1", "LEGIARTI000047498145", "36c365b7249426ac", since="2023-04-28")
EUROPE = statement("V3", "6a1c068fa2f9434a", "SP-F407 2020", file="after_admission")
WORLD = statement("V4", "17127d03d145687f", "SP-F407 2020", file="after_admission")
ABROAD = article("CSS", "L160-7", "LEGIARTI000031669694", "5daf76e04ef499f9", since="2016-01-01")
UNEXPECTED = article("CSS", "R160-4", "LEGIARTI000031796184", "f5b6f148ccb53d41", since="2016-01-01")
NUMBER = article("CSS", "R161-1", "LEGIARTI000045283745", "8a86a5d1acda7d0a", since="2022-03-01")

_FRENCH_PENSION = activity.among("pension") & pension_from.among("france")

STATEMENTS = (
    stated(
        CLOSING,
        "rights_end_when_the_facts_show_it",
        "II",
        "l'intéressé cesse d'avoir droit à la prise en charge des frais de santé à la date mentionnée au 2° du I",
        "Les droits finissent le jour où vous avez vraiment quitté la France, pas le jour où la carte est bloquée. "
        "Les soins remboursés après sont repris.",
        "Rights end on the day you really left France, not on the day the card is blocked. Care reimbursed "
        "afterwards is taken back.",
        rows="after/V1",
        since="2017-02-27",
    ),
    stated(
        EUROPE,
        "leaving_for_europe",
        "",
        "other State's law; ask for E104 / S1 as needed",
        "Pour l'UE, l'EEE ou la Suisse : la loi de l'autre pays s'applique. Demandez un E104 ou un S1 selon le cas. "
        "Un salarié détaché reste assuré ici (A1) ; un étudiant parti moins d'un an aussi, avec la carte européenne.",
        "For the EU, the EEA or Switzerland: the other country's law applies. Ask for an E104 or an S1 as needed. A "
        "posted employee stays insured here (A1); so does a student away for less than a year, with the European "
        "card.",
        rows="after/V3",
        certainty="M",
        to_do=True,
    ),
    stated(
        WORLD,
        "leaving_for_the_rest_of_the_world",
        "",
        "insured status lost unless posted; voluntary CFE",
        "Hors d'Europe, vous n'êtes plus assuré, sauf détachement. La Caisse des Français de l'étranger (CFE) est "
        "volontaire.",
        "Outside Europe you are no longer insured, unless posted. The Caisse des Français de l'étranger (CFE) is "
        "voluntary.",
        rows="after/V4",
        to_do=True,
    ),
    stated(
        BRIDGE,
        "cfe_covers_the_return",
        "II",
        "conserve son droit aux prestations de l'assurance volontaire pendant une durée maximale de trois mois",
        "Au retour, la CFE couvre trois mois au plus, si elle a été prévenue.",
        "On return, the CFE covers three months at most, if it was told.",
        rows="after/V4",
        deadlines="cfe_bridge_three_months",
    ),
    stated(
        PENSIONERS,
        "french_pension_abroad",
        "b",
        "dont la pension rémunère une durée d'assurance supérieure ou égale à quinze années au titre d'un régime "
        "français",
        "Avec une pension française assez longue, vos soins restent couverts pendant vos séjours en France. En "
        "Europe, demandez un S1 à l'organisme de la pension.",
        "With a long enough French pension, your care stays covered during stays in France. In Europe, ask the body "
        "of the pension for an S1.",
        rows="after/V5",
        when=_FRENCH_PENSION,
        amounts="pension_years",
        to_do=True,
    ),
    stated(
        ABROAD,
        "no_care_abroad",
        "al. 1",
        "lorsque les soins sont dispensés hors de France aux assurés et aux personnes mentionnées à l'article L. "
        "160-2, les prestations en cas de maladie et maternité ne sont pas servies",
        "Les soins hors de France ne sont pas remboursés, sauf règles européennes et conventions.",
        "Care outside France is not reimbursed, save European rules and treaties.",
        rows="after/V6",
    ),
    stated(
        UNEXPECTED,
        "unexpected_illness_outside_europe",
        "al. 1",
        "peuvent procéder au remboursement forfaitaire des soins dispensés hors d'un Etat membre de l'Union européenne",
        "Pour une maladie imprévue hors d'Europe, la caisse peut rembourser, au plus au tarif français. Rien n'est "
        "garanti : gardez les factures.",
        "For an unexpected illness outside Europe, the caisse may reimburse, up to the French tariff. Nothing is "
        "certain: keep the bills.",
        rows="after/V6",
        to_do=True,
    ),
    stated(
        NUMBER,
        "the_number_stays",
        "al. 1",
        "est identifiée par le numéro d'inscription au répertoire national d'identification des personnes physiques "
        "qui lui a été attribué",
        "Votre numéro de sécurité sociale reste le vôtre. Au retour, c'est le même qui reprend.",
        "Your social security number stays yours. On return, the same one starts again.",
        rows="after/V7 trap-19",
        certainty="M",
        since="2016-01-01",
    ),
)

BLIND_SPOTS = ("What each country's law gives on arrival is outside this rulebook.",)
