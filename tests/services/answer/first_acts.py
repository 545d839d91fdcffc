"""What must be true of the plan of any settled answer: an act today or on a day, an office, health first."""

from ouverture.rules.rulebook import Verdict
from ouverture.services.answer.plan import Plan

NOT_COVERED_TODAY = {Verdict.COVERED_LATER, Verdict.STATE_MEDICAL_AID, Verdict.NOT_COVERED, Verdict.DISPUTED}
ABROAD = {
    "eu_eea_switzerland", "elsewhere", "monaco", "new_caledonia", "french_polynesia", "saint_pierre_et_miquelon",
    "wallis_et_futuna",
}  # fmt: skip


def begins_with_an_act(plan: Plan) -> None:
    """What must be true of the plan of any settled answer."""
    answer = plan.answer
    assert plan.steps, answer.values
    first = plan.steps[0]
    assert first.on is not None, (first.text.name, answer.values)
    assert first.turn_to is not None, (first.text.name, answer.values)
    route = answer.outcome.route if answer.outcome else None
    if answer.verdict in NOT_COVERED_TODAY and route != "keep_open" and answer.values.get("lives_in") not in ABROAD:
        assert first.text.name == "care_now", answer.values
    if answer.values.get("private_insurance") is not True:
        assert "keep_private_insurance" not in {step.text.name for step in plan.steps}
