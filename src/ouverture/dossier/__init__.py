"""The life of a file: events are what happened, state is a fold of them, a command gives events or a refusal.

One file is one person. The same machine serves a caisse that works on this system and one outside it: only who asserts
an event differs. Read ``kernel`` first, then ``file`` (the state), ``machine`` (decide, evolve, run) and ``policies``.
Each aggregate is a folder: ``events`` (what can happen, and the state it leaves), ``decisions`` (what can be asked for,
and when it is refused), ``duties`` (who must act next, by which day).
"""
