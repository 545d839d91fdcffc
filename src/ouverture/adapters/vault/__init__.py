"""The vault: pages that persons give, made harmless in a process apart, kept sealed under their file's key."""
