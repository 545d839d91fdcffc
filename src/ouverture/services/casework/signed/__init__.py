"""Papers that anybody can check: what they say, until when they stand, and which of them were withdrawn."""
