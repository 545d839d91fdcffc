"""Which document proves which fact, for which ground, valid how long, and what an office may not ask.

Read ``checklist`` first: it goes through ``requirements`` (papers to send, each with its reason), ``limits`` (what may
not be asked, with the answer to give) and ``data/habits.toml`` (what offices do, which is not law).
"""
