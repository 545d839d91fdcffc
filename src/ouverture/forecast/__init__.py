"""How long a thing takes: ranges from what was seen, or a dated model; never a promise, never a day on its own."""
