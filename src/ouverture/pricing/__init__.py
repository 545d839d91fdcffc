"""How much: what the base cover pays back for an act, what is left to pay, and why; what a contribution will be.

Pure: dated tables in ``tables/*.toml`` (each row with its source, the day it was checked and how sure it is) and one
formula over them. Amounts are whole cents, rates are hundredths of a per cent. Where to start:

- ``care``       what is known of an act and of a patient
- ``terms``      the numbers the law puts on one act that day: tariff, rate, increase, deduction
- ``formula``    base, share, deduction, what is repaid, each step in words
- ``counters``   what was already taken this year, this day, by this professional
- ``columns``    the same for a million lines at once
- ``contribution``, ``thresholds``   the subsidiary contribution; C2S, AME, RSA and ASPA by date, place and household
"""
