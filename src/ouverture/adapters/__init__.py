"""What touches the world outside: files of a kind, and later the journal."""
