"""How long the long tests are: a share of them in every run, all of it in script/campaign."""

import os

CAMPAIGN = os.environ.get("OUVERTURE_CAMPAIGN") == "1"


def times(in_campaign: int, otherwise: int) -> int:
    return in_campaign if CAMPAIGN else otherwise
