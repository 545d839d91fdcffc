"""What must hold after every event of every history, I1 to I12, as functions that say what is broken.

An invariant never asks a policy: it looks at the file, the law's terms and our promises. A policy that is switched off
is so seen by what it leaves undone.
"""
