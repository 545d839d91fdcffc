"""Prison, then minors: neither work nor residence is asked of them."""

from ouverture.law.casf.l251_1 import minor_without_regular_parents
from ouverture.law.css.d160_2 import asylum_minor_at_once, care_service_at_once
from ouverture.law.css.l160_2 import minor_of_an_insured_adult
from ouverture.law.css.l160_6 import child_of_an_official
from ouverture.law.css.l382_34 import born_in_prison, in_prison
from ouverture.law.css.r111_2 import home_in_france
from ouverture.law.css.r111_3 import french_national, under_no_other_state
from ouverture.law.facts.elsewhere import other_cover
from ouverture.law.facts.family import minor_with
from ouverture.law.facts.person import lives_in
from ouverture.law.facts.situation import activity
from ouverture.law.grounds.writing import NEVER, ON_CLAIM, act, ground
from ouverture.rules.rulebook import Doubt, Verdict
from ouverture.text import Text

TIER = "prison_and_minors"
_FROM_ATTACHMENT = act("dès le rattachement", "from the attachment")
_AT_HOME = activity.among("minor") & home_in_france.holds

_ALONE = ("uninsured_parents", "parents_abroad", "nobody")
"""Minors whom no adult insured in France covers, and who may be insured elsewhere themselves."""

_PRISON_ELSEWHERE = Doubt(
    lives_in.other_than("france"),
    Text(
        "Une prison en France ouvre la prise en charge dès le premier jour ; une prison d'un autre pays ne l'ouvre "
        "pas ; Mayotte et les collectivités du Pacifique ont leurs propres règles : demandez au service de la prison.",
        "A prison in France opens cover from the first day; a prison of another country does not, and Mayotte and the "
        "territories of the Pacific have rules of their own: ask the prison's service.",
    ),
)

_FRENCH_CHILD = Doubt(
    french_national.holds,
    Text(
        "L'aide médicale de l'État est pour les étrangers ; l'enfant est français, et nos sources ne disent pas qui le "
        "couvre quand ses parents sont sans titre. Demandez à la CPAM, par écrit, ses droits à l'assurance maladie.",
        "State medical aid is for foreigners; the child is French, and our sources do not say who covers it when the "
        "parents have no permit. Ask the CPAM in writing for its rights in health insurance.",
    ),
    "L",
)

GROUNDS = (
    ground(
        TIER,
        "prison",
        in_prison.holds,
        Verdict.COVERED,
        "cpam",
        "prison",
        act("dès le jour de l'écrou", "from the first day of detention"),
        "La prison ouvre la prise en charge dès le premier jour.",
        "Prison opens cover from the first day.",
        rows="S69 A27",
        doubts=(_PRISON_ELSEWHERE,),
    ),
    ground(
        TIER,
        "born_in_prison",
        _AT_HOME & born_in_prison.holds,
        Verdict.COVERED,
        "cpam",
        "prison",
        act("dès la naissance", "from birth"),
        "L'enfant né en détention est couvert auprès de sa mère.",
        "A child born in prison is covered with the mother.",
        rows="A27",
    ),
    ground(
        TIER,
        "minor_in_care",
        _AT_HOME & care_service_at_once.holds,
        Verdict.COVERED,
        "cpam",
        "care_service",
        ON_CLAIM,
        "Un mineur confié à l'ASE ou à la PJJ est couvert tout de suite.",
        "A minor in public care is covered at once.",
        rows="S65",
    ),
    ground(
        TIER,
        "minor_asylum_or_refugee",
        _AT_HOME & asylum_minor_at_once.holds,
        Verdict.COVERED,
        "cpam",
        "s3705",
        ON_CLAIM,
        "Un mineur qui demande l'asile, ou qui est protégé, est couvert tout de suite.",
        "A minor asking for asylum, or protected, is covered at once.",
        rows="S61 S62",
    ),
    ground(
        TIER,
        "minor_of_insured_adult",
        _AT_HOME & minor_of_an_insured_adult.holds,
        Verdict.COVERED,
        "parents_scheme",
        "s3705",
        _FROM_ATTACHMENT,
        "L'enfant est couvert par l'adulte assuré qui en a la charge.",
        "The child is covered through the insured adult in charge.",
        rows="S52 A13 A15",
    ),
    ground(
        TIER,
        "minor_on_a_parents_s1",
        _AT_HOME
        & (minor_with.among("adult_insured_elsewhere") | (minor_with.among(*_ALONE) & other_cover.among("s1"))),
        Verdict.SERVED_FOR_ANOTHER_STATE,
        "home_state_cpam",
        "s1",
        act("dès l'enregistrement du S1", "from the registration of the S1"),
        "L'enfant est inscrit sur le S1 du parent, sans attente : l'autre État paie, la CPAM sert les soins.",
        "The child is registered on the parent's S1, with no wait: the other State pays, the CPAM serves care.",
        rows="S35 A11",
    ),
    ground(
        TIER,
        "minor_by_treaty",
        _AT_HOME
        & (minor_with.among("adult_insured_by_treaty") | (minor_with.among(*_ALONE) & other_cover.among("treaty"))),
        Verdict.SERVED_FOR_ANOTHER_STATE,
        "home_state_cpam",
        "treaty_form",
        act("selon le formulaire", "as the form says"),
        "Un autre pays répond de l'enfant par une convention ; si elle couvre la maladie, il paie ses soins, sur "
        "présentation de son formulaire.",
        "Another country answers for the child by a treaty; if it covers sickness, it pays for the care, on showing "
        "its form.",
        rows="S24",
        certainty="M",
    ),
    ground(
        TIER,
        "minor_of_an_official",
        _AT_HOME & child_of_an_official.holds,
        Verdict.OTHER_SCHEME,
        "sending_state",
        "scheme",
        NEVER,
        "L'État ou l'organisation dont le parent est l'agent répond aussi des soins de l'enfant.",
        "The State or organisation the parent works for also answers for the child's care.",
        rows="S55 S56 A11",
    ),
    ground(
        TIER,
        "minor_with_a_home_card",
        _AT_HOME & minor_with.among(*_ALONE) & other_cover.among("eu_scheme"),
        Verdict.SERVED_FOR_ANOTHER_STATE,
        "home_state",
        "ehic",
        NEVER,
        "L'enfant est encore assuré dans un autre État européen : sa carte européenne vaut en France.",
        "The child is still insured in another European State: its European card works in France.",
        rows="S21 S27 S36",
    ),
    ground(
        TIER,
        "minor_student",
        _AT_HOME & minor_with.among("parents_abroad") & under_no_other_state.holds,
        Verdict.COVERED,
        "cpam",
        "student_site",
        act("dès le début des cours", "from the start of the course"),
        "Mineur inscrit dans un établissement en France, parents à l'étranger : l'inscription vous couvre, sans délai.",
        "A minor enrolled in France, with parents abroad: the enrolment covers you, with no wait.",
        rows="S20 A8",
        certainty="M",
        since="2018-09-01",
    ),
    ground(
        TIER,
        "minor_student_before_2018",
        _AT_HOME & minor_with.among("parents_abroad") & under_no_other_state.holds,
        Verdict.COVERED,
        "cpam",
        "s1106",
        ON_CLAIM,
        "Mineur inscrit dans un établissement en France, parents à l'étranger : pas d'attente de trois mois.",
        "A minor enrolled in France, with parents abroad: no three-month wait.",
        rows="A8",
        certainty="M",
        until="2018-09-01",
    ),
    ground(
        TIER,
        "minor_state_aid",
        _AT_HOME & minor_without_regular_parents.holds,
        Verdict.STATE_MEDICAL_AID,
        "state",
        "ame",
        ON_CLAIM,
        "Un mineur dont les parents sont sans titre a l'aide médicale de l'État tout de suite.",
        "A minor whose parents have no permit gets State medical aid at once.",
        rows="S66 after/E2",
        doubts=(_FRENCH_CHILD,),
    ),
    ground(
        TIER,
        "minor_waits_for_parent",
        _AT_HOME & minor_with.among("uninsured_parents") & under_no_other_state.holds,
        Verdict.COVERED_LATER,
        "parents_scheme",
        "parents_first",
        act("quand un parent aura ouvert ses droits", "once a parent has opened their rights"),
        "Un mineur est couvert par un parent assuré : un parent doit d'abord ouvrir ses droits.",
        "A minor is covered through an insured parent: a parent must open their rights first.",
        rows="A13 S52",
    ),
    ground(
        TIER,
        "minor_alone",
        _AT_HOME & minor_with.among("nobody") & under_no_other_state.holds,
        Verdict.COVERED_LATER,
        "cpam",
        "child_welfare",
        act(
            "dès la prise en charge par ce service, ou par un adulte assuré",
            "once that service, or an insured adult, takes you into care",
        ),
        "Un mineur que personne n'a à charge est couvert dès que l'aide sociale à l'enfance (ASE) le prend en charge, "
        "ou qu'un adulte assuré en a la charge.",
        "A minor whom nobody has charge of is covered once the child welfare service (ASE) takes them into care, or an "
        "insured adult has charge of them.",
        rows="S65 A13",
        certainty="M",
    ),
    ground(
        TIER,
        "minor_abroad",
        activity.among("minor") & lives_in.among("eu_eea_switzerland", "elsewhere"),
        Verdict.NOT_COVERED,
        "nobody",
        "private",
        act("en venant vivre en France", "on coming to live in France"),
        "Un mineur qui vit hors de France n'est pas couvert ici, sauf convention ; la carte européenne de son "
        "pays vaut "
        "lors d'un séjour.",
        "A minor living outside France is not covered here, unless a treaty says so; the European card of their "
        "country works during a stay.",
        rows="A29",
        certainty="M",
    ),
)
