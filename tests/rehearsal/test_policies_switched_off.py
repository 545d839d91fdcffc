"""A bounded share of the campaign: each policy is missed when it is switched off."""

from __future__ import annotations

import pytest

from ouverture.dossier.policies.every import POLICIES
from tests.adapters.campaign import times
from tests.campaign.rehearsal import is_missed
from tests.rehearsal.harsh import BY_HAND

SEEDS = times(10, 2)


@pytest.mark.parametrize("policy", sorted(POLICIES.keys() - BY_HAND))
def test_a_policy_that_is_switched_off_is_missed_in_every_seed(policy: str) -> None:
    unnoticed = [seed for seed in range(SEEDS) if not is_missed((policy, seed))]
    assert unnoticed == [], f"{policy} is off and nothing shows it"
