"""Prison, then minors: neither work nor residence is asked of them."""

from ouverture.law.casf.l251_1 import minor_without_regular_parents
from ouverture.law.css.d160_2 import asylum_minor_at_once, care_service_at_once
from ouverture.law.css.l160_2 import minor_of_an_insured_adult
from ouverture.law.css.l382_34 import born_in_prison, in_prison
from ouverture.law.css.r111_2 import home_in_france
from ouverture.law.facts.family import minor_with
from ouverture.law.facts.person import lives_in
from ouverture.law.facts.situation import activity
from ouverture.law.grounds.writing import ON_CLAIM, act, ground
from ouverture.rules.rulebook import Verdict

TIER = "prison_and_minors"
_FROM_ATTACHMENT = act("dès le rattachement", "from the attachment")
_AT_HOME = activity.among("minor") & home_in_france.holds

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
        "minor_state_aid",
        _AT_HOME & minor_without_regular_parents.holds,
        Verdict.STATE_MEDICAL_AID,
        "state",
        "ame",
        ON_CLAIM,
        "Un mineur dont les parents sont sans titre a l'aide médicale de l'État tout de suite.",
        "A minor whose parents have no permit gets State medical aid at once.",
        rows="S66 after/E2",
    ),
    ground(
        TIER,
        "minor_waits_for_parent",
        _AT_HOME & minor_with.among("uninsured_parents"),
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
        "minor_abroad",
        activity.among("minor") & lives_in.among("eu_eea_switzerland", "elsewhere"),
        Verdict.NOT_COVERED,
        "nobody",
        "scheme",
        act("en venant vivre en France", "on coming to live in France"),
        "Un mineur qui vit hors de France n'est pas couvert ici, sauf convention.",
        "A minor living outside France is not covered here, unless a treaty says so.",
        rows="A29",
        certainty="M",
    ),
)
