"""The screens of the caisse drawn by hand: a paper on the desk, a call, the counter, the team, the holds.

They stand on the same use cases as the generic desk, and hold no rule of their own.
"""
