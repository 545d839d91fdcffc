"""The online account: the invitation goes out in the same step as the number that makes it possible (M14, M16)."""
