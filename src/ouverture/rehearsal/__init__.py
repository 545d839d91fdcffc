"""The rehearsal: virtual years of a caisse, its agents, the post, Cnav, doctors and persons, with all that goes wrong.

One seed is one history, the same every time. Nothing here is a fact about real offices: the delays are illustrative
(``data/delays.toml``), and what is rehearsed is our own machine. Read ``world``, then ``actors``, then ``history``.
"""
