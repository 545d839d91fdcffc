"""A world in which almost nobody answers and everything is controlled: each policy is needed within few lives."""

from datetime import date
from math import log

from ouverture.rehearsal.settings import Delay, Settings, illustrative

PEOPLE = 60
"""How many persons make every policy needed."""

WORSE = {
    "never_answers": 0.15,
    "act_not_obtained": 0.7,
    "paper_refused": 0.4,
    "caisse_outside": 0.05,
    "ill_prepared": 0.6,
    "office_forgets": 0.3,
    "email_bounced": 0.2,
    "letter_returned": 0.15,
    "application_refused": 0.2,
    "cnav_declines": 0.05,
    "extension_granted": 0.5,
    "never_obtainable": 0.1,
    "control_of_residence": 0.9,
    "control_answered": 0.2,
    "proof_is_good": 0.2,
    "account_opened": 0.5,
    "moves_home": 0.5,
    "hold_placed": 0.08,
    "travels": 1.0,
    "calls": 0.8,
    "promise_kept": 0.2,
    "appeals": 0.9,
    "card_ordered": 1.0,
    "falls_ill": 0.3,
}


BEFORE_A_CHANGE = date(2022, 11, 7)
"""A beginning from which the law changes while people are covered: 1 September 2023."""

HOLDS_CARDS = {
    "caisse_outside": 0.0,
    "never_answers": 0.05,
    "act_not_obtained": 0.2,
    "paper_refused": 0.2,
    "application_refused": 0.05,
    "control_of_residence": 0.2,
}
"""Many reach their permanent number and keep it, so that many have cards."""

BY_HAND = frozenset({"review_a_quiet_file"})
"""Policies that no life of the rehearsal needs: each is switched off and missed in a file made by hand
(`tests/dossier/watch/test_quiet_file.py`)."""

NEEDED = {
    "notice_on_doubt": {"paper_refused": 0.7, "act_not_obtained": 0.2},
    "restore_on_silence": {
        "suspension_forgotten": 1.0,
        "office_wakes_when_escalated": 0.1,
        "office_forgets": 0.1,
        "act_not_obtained": 1.0,
    },
    "pay_what_was_held": {
        "never_obtainable": 0.5,
        "extension_granted": 1.0,
        "falls_ill": 1.0,
        "act_not_obtained": 0.95,
        "application_refused": 0.0,
        "paper_refused": 0.05,
        "never_answers": 0.05,
    },
    "hold_payments_while_suspended": {"suspension_forgotten": 0.9, "falls_ill": 0.9, "act_not_obtained": 0.9},
    "close_rights_on_confirmed_suspension": {"never_obtainable": 0.0, "extension_granted": 0.1, "act_not_obtained": 1},
    "ask_again_during_extension": {"never_obtainable": 0.0, "extension_granted": 1.0},
    "certificate_when_too_late": HOLDS_CARDS,
    "update_due_every_year": HOLDS_CARDS,
    "granted_appeal_reopens_the_claim": {
        "application_refused": 0.9,
        "appeals": 1.0,
        "never_answers": 0.0,
        "office_forgets": 0.05,
        "ill_prepared": 0.1,
        "paper_refused": 0.1,
    },
    "invite_when_the_hold_ends": {"hold_placed": 0.8, "act_not_obtained": 0.1, "office_wakes_when_escalated": 1.0},
}
"""What makes the rarest policies needed sooner."""

SOONER = {"granted_appeal_reopens_the_claim": {"number_letter": Delay(log(3), 0.3, 1)}}
"""What is answered sooner: a board that answers before the person claims again."""


def harsh(policy: str = "") -> Settings:
    """The settings of that world, leaning towards what needs one policy."""
    usual = illustrative()
    busy = {**usual.delays, "life_event": Delay(log(30), 0.6, 5), **SOONER.get(policy, {})}
    return usual._replace(delays=busy, chances={**usual.chances, **WORSE, **NEEDED.get(policy, {})})
