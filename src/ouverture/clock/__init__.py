"""French legal time: months, working days by place, suspensions, and every deadline of our facts as a named rule.

A reader starts from ``data/deadlines.toml`` (the registry) and ``deadlines.count`` (one date, counted step by step).
Nothing here reads today's date; nothing here decides a right.
"""
