"""Papers that come in: what a reader reads on them, and what the checks say of it. Start with ``checking``."""
